using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Deadlines;

/// <summary>
/// One row of the table of what people do to the clock of a case that is being handled. The same table authorises the person and fills the
/// page's buttons.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="Permission">Right it needs.</param>
/// <param name="Owner">Whose it is: of the body that handles the case, or of who runs cases in the area.</param>
/// <param name="NoteLabel">What the words are called.</param>
/// <param name="NoteRequired">True when it is refused without them.</param>
public sealed record TimeRule(CaseStepKind Kind, Permission Permission, StepOwner Owner, string NoteLabel, bool NoteRequired)
{
    /// <summary>The table; 恢复计时 has a row for each side.</summary>
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new(CaseStepKind.AskExtension, Permission.HandleCase, StepOwner.LeadBody, "延期理由", true),
        new(CaseStepKind.AskPause, Permission.HandleCase, StepOwner.LeadBody, "情况说明", true),
        new(CaseStepKind.GrantExtension, Permission.DecideTimeRequest, StepOwner.Area, "批复意见", false),
        new(CaseStepKind.GrantPause, Permission.DecideTimeRequest, StepOwner.Area, "批复意见", false),
        new(CaseStepKind.DenyExtension, Permission.DecideTimeRequest, StepOwner.Area, "不同意的理由", true),
        new(CaseStepKind.DenyPause, Permission.DecideTimeRequest, StepOwner.Area, "不同意的理由", true),
        new(CaseStepKind.Resume, Permission.HandleCase, StepOwner.LeadBody, "恢复说明", false),
        new(CaseStepKind.Resume, Permission.DecideTimeRequest, StepOwner.Area, "恢复说明", false),
    ];

    /// <summary>What the clock tells and nobody did: it answers no urging.</summary>
    public static bool IsOfTheClock(CaseStepKind kind) =>
        kind is CaseStepKind.Recount || All.Any(r => r.Kind == kind && r.Permission == Permission.DecideTimeRequest);

    /// <summary>What the words of a kind are called and whether they are required.</summary>
    public static TimeRule For(CaseStepKind kind) => All.First(r => r.Kind == kind);

    /// <summary>True when this person may do it to a case that stands so.</summary>
    public static bool May(Actor actor, CaseStepKind kind, CaseState state, AreaCode place, string? leadBodyCode) =>
        state == CaseState.Handling && All.Any(r => r.Kind == kind && actor.May(r.Permission) && r.Owner switch
        {
            StepOwner.LeadBody => leadBodyCode is not null && actor.BodyCode == leadBodyCode,
            _ => actor.Scope.Contains(place),
        });
}
