using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>Who a step belongs to.</summary>
public enum StepOwner
{
    /// <summary>A person with the right whose scope holds the case's place.</summary>
    Area,

    /// <summary>A person with the right who works for the body the case is assigned to.</summary>
    LeadBody,
}

/// <summary>
/// One row of the life-cycle table: from which states a step may be taken, where it leads, who may take it and what it needs.
/// The same table moves the case, authorises the person and fills the page's buttons.
/// </summary>
/// <param name="Kind">The step.</param>
/// <param name="From">States it starts from.</param>
/// <param name="To">State it leads to.</param>
/// <param name="Permission">Right it needs.</param>
/// <param name="Owner">Whose step it is.</param>
/// <param name="NoteLabel">What the accompanying text is called, e.g. 退回理由.</param>
/// <param name="NoteRequired">True when the step is refused without that text.</param>
/// <param name="Ground">Key of the pack's grounds the step rests on, or null.</param>
public sealed record CaseStepRule(
    CaseStepKind Kind,
    IReadOnlyList<CaseState> From,
    CaseState To,
    Permission Permission,
    StepOwner Owner,
    string NoteLabel,
    bool NoteRequired,
    string? Ground)
{
    /// <summary>Every step but 登记, 更正 and those around the decision who leads (<see cref="Leads.LeadStepRule"/>), in the order of the life cycle.</summary>
    public static IReadOnlyList<CaseStepRule> All { get; } =
    [
        new(CaseStepKind.Accept, [CaseState.Registered], CaseState.Accepted, Permission.AcceptCase, StepOwner.Area, "受理说明", false, GroundKeys.CaseAccept),
        new(CaseStepKind.Refuse, [CaseState.Registered], CaseState.Refused, Permission.AcceptCase, StepOwner.Area, "不予受理理由", true, GroundKeys.CaseAccept),
        new(CaseStepKind.Dispatch, [CaseState.Accepted], CaseState.Dispatched, Permission.DispatchCase, StepOwner.Area, "分派说明", false, GroundKeys.CaseDispatch),
        new(CaseStepKind.Recall, [CaseState.Dispatched, CaseState.Handling, CaseState.Consulting], CaseState.Accepted, Permission.DispatchCase, StepOwner.Area, "撤回理由", true, GroundKeys.CaseDispatch),
        new(CaseStepKind.Sign, [CaseState.Dispatched], CaseState.Handling, Permission.HandleCase, StepOwner.LeadBody, "签收说明", false, GroundKeys.CasePromptMeasures),
        new(CaseStepKind.Return, [CaseState.Dispatched, CaseState.Handling], CaseState.Accepted, Permission.HandleCase, StepOwner.LeadBody, "退回理由", true, GroundKeys.CaseDispatch),
        new(CaseStepKind.SubmitResult, [CaseState.Handling], CaseState.Verifying, Permission.HandleCase, StepOwner.LeadBody, "办理结果", true, GroundKeys.CasePromptMeasures),
        new(CaseStepKind.PassVerification, [CaseState.Verifying], CaseState.Verified, Permission.VerifyCase, StepOwner.Area, "核查情况", true, GroundKeys.CaseVerification),
        new(CaseStepKind.FailVerification, [CaseState.Verifying], CaseState.Handling, Permission.VerifyCase, StepOwner.Area, "不通过理由", true, GroundKeys.CaseVerification),
        new(CaseStepKind.Close, [CaseState.Verified], CaseState.Closed, Permission.CloseCase, StepOwner.Area, "答复内容", true, GroundKeys.CaseVerification),
        new(CaseStepKind.Archive, [CaseState.Closed, CaseState.Refused], CaseState.Archived, Permission.CloseCase, StepOwner.Area, "归档说明", false, null),
        new(CaseStepKind.Reopen, [CaseState.Closed, CaseState.Archived, CaseState.Refused], CaseState.Accepted, Permission.CloseCase, StepOwner.Area, "重开理由", true, GroundKeys.CaseIntake),
    ];

    /// <summary>The row of a step.</summary>
    public static CaseStepRule For(CaseStepKind kind) => All.Single(r => r.Kind == kind);

    /// <summary>True when the step may be taken from that state.</summary>
    public bool StartsFrom(CaseState state) => From.Contains(state);

    /// <summary>True when this person may take the step on a case at that place, led by that body.</summary>
    public bool MayBeTakenBy(Actor actor, AreaCode place, string? leadBodyCode) =>
        actor.May(Permission) && Owner switch
        {
            StepOwner.Area => actor.Scope.Contains(place),
            StepOwner.LeadBody => leadBodyCode is not null && actor.BodyCode == leadBodyCode,
            _ => false,
        };

    /// <summary>The steps this person may take now, the usual one first.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="place">Its place.</param>
    /// <param name="leadBodyCode">Body it is assigned to, or null.</param>
    /// <param name="resultById">Who submitted its last result, who does not verify it, or null.</param>
    public static IReadOnlyList<CaseStepRule> OpenTo(
        Actor actor, CaseState state, AreaCode place, string? leadBodyCode, Guid? resultById) =>
        [.. All.Where(r => r.StartsFrom(state) && r.MayBeTakenBy(actor, place, leadBodyCode)
            && !(r.Permission == Permission.VerifyCase && resultById == actor.UserId))];
}
