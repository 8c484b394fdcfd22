using Governance.Domain.Cases;

namespace Governance.Domain.Leads;

/// <summary>What the timeline says about earlier decisions who leads.</summary>
public static class LeadHistory
{
    /// <summary>True when the present lead was settled by the centre: such an assignment is not sent back.</summary>
    public static bool IsSettledByCentre(IEnumerable<CaseStepKind> steps) =>
        steps.LastOrDefault(k => k is CaseStepKind.Dispatch or CaseStepKind.AgreeOnLead or CaseStepKind.Designate or CaseStepKind.RejectObjection)
            is CaseStepKind.Designate or CaseStepKind.RejectObjection;

    /// <summary>Who sent the case back since it was reopened or the centre last decided, in order.</summary>
    public static IReadOnlyList<string> ReturnedBy(IEnumerable<CaseStep> steps) =>
        [.. steps.Reverse()
            .TakeWhile(s => s.Kind is not (CaseStepKind.Reopen or CaseStepKind.Designate or CaseStepKind.RejectObjection))
            .Where(s => s.Kind == CaseStepKind.Return).Select(s => s.BodyName).Reverse()];
}
