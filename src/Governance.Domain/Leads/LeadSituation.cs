using Governance.Domain.Organisation;

namespace Governance.Domain.Leads;

/// <summary>A body that may lead, or decide who leads.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record LeadDepartment(string Code, string Name)
{
    /// <summary>A body of the pack.</summary>
    public static LeadDepartment Of(Body body) => new(body.Code, body.Name);
}

/// <summary>A division the matter touches (涉及地区).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record LeadArea(AreaCode Code, string Name);

/// <summary>
/// Everything that decides who leads a case (主办确定, H43): facts only, no wish of anybody. <see cref="LeadRule.Decide"/> gives the one
/// answer to it.
/// </summary>
public sealed record LeadSituation
{
    /// <summary>Departments competent for the matter (职责部门), the convener first; at least one unless the case came back too often.</summary>
    public required IReadOnlyList<LeadDepartment> Departments { get; init; }

    /// <summary>Divisions the matter touches, none inside another; see <see cref="ConcernedAreas"/>.</summary>
    public required IReadOnlyList<LeadArea> Areas { get; init; }

    /// <summary>Centre of the lowest division that holds them all; see <see cref="LeadOrganiser"/>.</summary>
    public required LeadDepartment Centre { get; init; }

    /// <summary>Whom each department proposed, by its code; departments that have not answered are missing.</summary>
    public IReadOnlyDictionary<string, LeadDepartment> Proposals { get; init; } = new Dictionary<string, LeadDepartment>();

    /// <summary>True when the time for consulting is over.</summary>
    public bool Expired { get; init; }

    /// <summary>Bodies that sent the case back since the lead was last decided, in order.</summary>
    public IReadOnlyList<string> ReturnedBy { get; init; } = [];

    /// <summary>The assigned body whose objection waits for the centre, or null.</summary>
    public LeadDepartment? Objector { get; init; }

    /// <summary>Whom the centre named, or null.</summary>
    public LeadDepartment? Named { get; init; }

    /// <summary>Departments that have still to answer, in order.</summary>
    public IEnumerable<LeadDepartment> Unanswered => Departments.Where(d => !Proposals.ContainsKey(d.Code));

    /// <summary>The department everybody proposed, or null while somebody is silent or thinks otherwise.</summary>
    public LeadDepartment? Agreed =>
        Departments.Count > 0 && !Unanswered.Any() && Departments.Select(d => Proposals[d.Code].Code).Distinct().Take(2).Count() == 1
            ? Proposals[Departments[0].Code]
            : null;
}
