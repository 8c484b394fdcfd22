using Governance.Domain.Cases;
using Governance.Domain.Platform;

namespace Governance.Domain.Notifications;

/// <summary>
/// One row of the table of who is told about a step. Nobody is told of the own act, and a step that leaves the turn in the body of
/// who acted is no news there: the workbench shows it.
/// </summary>
/// <param name="Step">The step.</param>
/// <param name="Kind">What it is for those who are told.</param>
/// <param name="ColleaguesToo">True when the body of who acted is told as well.</param>
public sealed record NotificationRule(CaseStepKind Step, NotificationKind Kind, bool ColleaguesToo = false)
{
    /// <summary>True for an answer: the person the step names, who asked, is told and nobody else; without one the bodies are.</summary>
    public bool ToNamed { get; init; }

    /// <summary>The table; a step without a row tells nobody but those it names.</summary>
    public static IReadOnlyList<NotificationRule> All { get; } =
    [
        new(CaseStepKind.Register, NotificationKind.Turn),
        new(CaseStepKind.Accept, NotificationKind.Turn),
        new(CaseStepKind.Dispatch, NotificationKind.Turn),
        new(CaseStepKind.Recall, NotificationKind.Turn),
        new(CaseStepKind.Return, NotificationKind.Turn),
        new(CaseStepKind.Reopen, NotificationKind.Turn),
        new(CaseStepKind.Unmerge, NotificationKind.Turn),
        new(CaseStepKind.Consult, NotificationKind.Turn),
        new(CaseStepKind.AgreeOnLead, NotificationKind.Turn),
        new(CaseStepKind.Refer, NotificationKind.Turn),
        new(CaseStepKind.RaiseObjection, NotificationKind.Turn),
        new(CaseStepKind.Designate, NotificationKind.Turn),
        new(CaseStepKind.RejectObjection, NotificationKind.Turn),
        // Somebody else verifies, in the same body too.
        new(CaseStepKind.SubmitResult, NotificationKind.Turn, ColleaguesToo: true),
        new(CaseStepKind.PassVerification, NotificationKind.Turn),
        new(CaseStepKind.FailVerification, NotificationKind.Turn, ColleaguesToo: true),
        new(CaseStepKind.Urge, NotificationKind.Urge, ColleaguesToo: true),
        new(CaseStepKind.Instruct, NotificationKind.Instruction, ColleaguesToo: true),
        new(CaseStepKind.GiveTask, NotificationKind.Task),
        new(CaseStepKind.ReturnTask, NotificationKind.Task),
        new(CaseStepKind.WithdrawTask, NotificationKind.Task),
        new(CaseStepKind.ReportTask, NotificationKind.Task),
        // Nobody decides a request of one's own, but a colleague may.
        new(CaseStepKind.AskExtension, NotificationKind.TimeAsked, ColleaguesToo: true),
        new(CaseStepKind.AskPause, NotificationKind.TimeAsked, ColleaguesToo: true),
        new(CaseStepKind.GrantExtension, NotificationKind.TimeDecided, ColleaguesToo: true) { ToNamed = true },
        new(CaseStepKind.DenyExtension, NotificationKind.TimeDecided, ColleaguesToo: true) { ToNamed = true },
        new(CaseStepKind.GrantPause, NotificationKind.TimeDecided, ColleaguesToo: true) { ToNamed = true },
        new(CaseStepKind.DenyPause, NotificationKind.TimeDecided, ColleaguesToo: true) { ToNamed = true },
        new(CaseStepKind.Resume, NotificationKind.TimeDecided),
        new(CaseStepKind.Supervise, NotificationKind.Supervision, ColleaguesToo: true),
        new(CaseStepKind.ReplySupervision, NotificationKind.Supervision, ColleaguesToo: true) { ToNamed = true },
        new(CaseStepKind.LiftSupervision, NotificationKind.Supervision, ColleaguesToo: true),
    ];

    /// <summary>The row of a step, or null.</summary>
    public static NotificationRule? For(CaseStepKind step) => All.FirstOrDefault(r => r.Step == step);

    /// <summary>Bodies whose people are told.</summary>
    /// <param name="subject">The case as it is now.</param>
    /// <param name="step">The step.</param>
    public static IReadOnlyList<string> BodiesFor(Case subject, CaseStep step) => For(step.Kind)?.Kind switch
    {
        null => [],
        // Whoever has the case in hand is to follow an instruction, whosever turn it is.
        NotificationKind.Instruction =>
        [
            .. CaseTurn.Of(subject).Select(t => t.BodyCode).Append(subject.ManagingBodyCode).Append(subject.LeadBodyCode ?? subject.ManagingBodyCode).Distinct(),
        ],
        NotificationKind.Task when step.Kind == CaseStepKind.ReportTask => subject.LeadBodyCode is { } lead ? [lead] : [],
        NotificationKind.Task => [.. subject.Parties.Where(p => p.BodyName == step.TargetBodyName).Select(p => p.BodyCode)],
        NotificationKind.TimeAsked => [subject.ManagingBodyCode],
        // In any other state the clock went on because the case did.
        NotificationKind.TimeDecided => subject is { State: CaseState.Handling, LeadBodyCode: { } handling } ? [handling] : [],
        NotificationKind.Supervision when step.Kind == CaseStepKind.ReplySupervision => [subject.ManagingBodyCode],
        // A card that ended with its case is no news.
        NotificationKind.Supervision => subject.State.IsOpen() ? [SupervisedBody(subject, step)] : [],
        // The case has moved on: the later step tells whoever is next now.
        NotificationKind.Turn when step.ToState != subject.State => [],
        _ => [.. CaseTurn.Of(subject).Select(t => t.BodyCode)],
    };

    /// <summary>True when the person is told about the step; whether the person may know of the case is asked apart.</summary>
    /// <param name="subject">The case as it is now.</param>
    /// <param name="step">The step.</param>
    /// <param name="person">Somebody.</param>
    /// <param name="actingBodyCode">Body of who took the step; null for a step nobody's account took.</param>
    public static bool Tells(Case subject, CaseStep step, Actor person, string? actingBodyCode)
    {
        if (For(step.Kind) is not { } rule || person.UserId == step.ActorId)
            return false;
        if (rule.ToNamed && step.Mentions.Count > 0)
            return step.Mentions.Any(m => m.UserId == person.UserId);
        if (!BodiesFor(subject, step).Contains(person.BodyCode))
            return false;
        if (!rule.ColleaguesToo && person.BodyCode == actingBodyCode)
            return false;
        return rule.Kind switch
        {
            NotificationKind.Turn or NotificationKind.Urge => IsTheTurnOf(person, subject),
            NotificationKind.Instruction => IsTheTurnOf(person, subject) || HasInHand(subject, person),
            NotificationKind.TimeAsked => person.May(Permission.DecideTimeRequest, subject.Place),
            // The portal itself gave the card: who may lift it reads the reply.
            NotificationKind.Supervision when step.Kind == CaseStepKind.ReplySupervision => person.May(Permission.SuperviseCase, subject.Place),
            _ => person.May(Permission.HandleCase),
        };
    }

    /// <summary>True when an open notification of this kind still stands for the person after the newest step of the case.</summary>
    /// <param name="kind">Kind of the notification.</param>
    /// <param name="subject">The case as it is now.</param>
    /// <param name="person">Whom it was for.</param>
    /// <param name="actingBodyCode">Body that has just moved the case, or null.</param>
    public static bool StillStands(NotificationKind kind, Case subject, Actor person, string? actingBodyCode) =>
        kind == NotificationKind.TimeAsked
            ? subject.TimeAskedAt is not null
            : !kind.EndsWithTheTurn() || (person.BodyCode != actingBodyCode && IsTheTurnOf(person, subject));

    private static bool IsTheTurnOf(Actor person, Case subject) => CaseTurn.Of(subject).Any(turn => turn.IsOf(person, subject));

    private static string SupervisedBody(Case subject, CaseStep step) =>
        (step.TargetBodyName == subject.LeadBodyName ? subject.LeadBodyCode : subject.Parties.FirstOrDefault(p => p.BodyName == step.TargetBodyName)?.BodyCode)
        ?? (step.ToState == CaseState.Deciding ? subject.TurnBodyCode : null) ?? subject.ManagingBodyCode;

    private static bool HasInHand(Case subject, Actor person) =>
        (person.BodyCode == subject.LeadBodyCode && person.May(Permission.HandleCase))
        || (person.BodyCode == subject.ManagingBodyCode && person.May(Permission.DispatchCase, subject.Place));
}
