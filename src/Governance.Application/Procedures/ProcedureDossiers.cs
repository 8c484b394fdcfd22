using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>What a case brings to the table of rules, and who may run its procedures.</summary>
public static class ProcedureDossiers
{
    /// <summary>True when the category's department is the one whose disputes labour arbitration is made for.</summary>
    public static bool LooksLikeLabour(CityPack pack, string categoryCode) =>
        DepartmentOf(pack, categoryCode) is { } department
        && pack.Procedures.Kinds.Any(k => k.Nature == ProcedureNature.LabourArbitration && k.Departments.Contains(department));

    /// <summary>Key of the department that is normally competent.</summary>
    public static string? DepartmentOf(CityPack pack, string categoryCode) => pack.CategoryByCode(categoryCode)?.Department;

    /// <summary>As the rules see a stored procedure.</summary>
    public static ProcedureStanding Standing(CityPack pack, ProcedureRecord record) => new(
        record.KindCode, record.KindName, record.Nature, record.Act, record.Result, record.IsFinal,
        record.OutcomeCode is { } outcome ? [.. (pack.Procedures.FindKind(record.KindCode)?.FindOutcome(outcome)?.Ways ?? []).Select(w => w.KindCode)] : []);

    /// <summary>
    /// Who may open and move a case's procedures: the staff that run cases of the area, and the handlers of the body it is assigned to.
    /// </summary>
    public static bool MayRun(Actor actor, AreaCode place, string? leadBodyCode) =>
        actor.May(Permission.RunProcedure)
        && (actor.May(Permission.AcceptCase, place) || (leadBodyCode is not null && leadBodyCode == actor.BodyCode));

    /// <summary>The same for a loaded case.</summary>
    public static bool MayRun(Actor actor, Case subject) => MayRun(actor, subject.Place, subject.LeadBodyCode);
}
