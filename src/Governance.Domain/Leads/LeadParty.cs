using Governance.Domain.Organisation;

namespace Governance.Domain.Leads;

/// <summary>What a body is in the decision who leads.</summary>
public enum LeadPartyRole
{
    /// <summary>会商单位: competent, the lead is not decided yet.</summary>
    Consulted = 1,

    /// <summary>主办单位.</summary>
    Lead = 2,

    /// <summary>协办单位: competent, another one leads.</summary>
    Assisting = 3,

    /// <summary>It was one of them and is no more.</summary>
    Former = 4,
}

/// <summary>A body that takes part in the decision who leads a case, with its answer and its objection.</summary>
public sealed class LeadParty
{
    private LeadParty()
    {
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The body.</summary>
    public string BodyCode { get; private set; } = "";

    /// <summary>Its name at the time.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Place in the order, from 1; the first convenes.</summary>
    public int Position { get; private set; }

    /// <summary>What it is now.</summary>
    public LeadPartyRole Role { get; private set; }

    /// <summary>Whom it proposed, or null while it has not answered.</summary>
    public string? ProposedCode { get; private set; }

    /// <summary>Name of that body.</summary>
    public string? ProposedName { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it objected to an assignment of this case, UTC; a body objects once.</summary>
    public DateTimeOffset? ObjectedAt { get; private set; }

    /// <summary>As the rules see it.</summary>
    public LeadDepartment Department => new(BodyCode, BodyName);

    /// <summary>The division the body works for.</summary>
    public AreaCode? Area => Body.AreaOf(BodyCode);

    internal static LeadParty Of(Guid caseId, LeadDepartment department, int position) =>
        new() { CaseId = caseId, BodyCode = department.Code, BodyName = department.Name, Position = position };

    internal void Become(LeadPartyRole role) => Role = role;

    internal void Consult(int position)
    {
        (Role, Position) = (LeadPartyRole.Consulted, position);
        (ProposedCode, ProposedName, Reason, AnsweredAt) = (null, null, null, null);
    }

    internal void Answer(LeadDepartment proposed, string reason, DateTimeOffset at) =>
        (ProposedCode, ProposedName, Reason, AnsweredAt) = (proposed.Code, proposed.Name, reason, at);

    internal void NoteObjection(DateTimeOffset at) => ObjectedAt = at;

    internal void StartAnew()
    {
        Role = LeadPartyRole.Former;
        ObjectedAt = null;
    }
}
