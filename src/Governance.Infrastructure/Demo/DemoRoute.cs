using Governance.Domain.Cases;
using static Governance.Domain.Cases.CaseStepKind;

namespace Governance.Infrastructure.Demo;

/// <summary>How it should stand with a demo case's limit.</summary>
internal enum DemoTiming
{
    /// <summary>Whatever comes.</summary>
    Any,

    /// <summary>Open and not pressing.</summary>
    Calm,

    /// <summary>Open and due on the next working day.</summary>
    Soon,

    /// <summary>Open and due today.</summary>
    Today,

    /// <summary>Open and overdue, or closed after the limit.</summary>
    Late,
}

/// <summary>The steps a demo case has taken after its registration.</summary>
/// <param name="Steps">The steps, in order.</param>
internal sealed record DemoRoute(params CaseStepKind[] Steps)
{
    public static readonly DemoRoute Registered = new();
    public static readonly DemoRoute Accepted = new(Accept);
    public static readonly DemoRoute Refused = new(Refuse);
    public static readonly DemoRoute Consulting = new(Accept, Consult);
    public static readonly DemoRoute Objected = new(Accept, Dispatch, RaiseObjection);
    public static readonly DemoRoute Dispatched = new(Accept, Dispatch);
    public static readonly DemoRoute Handling = new(Accept, Dispatch, Sign);
    public static readonly DemoRoute Verifying = new(Accept, Dispatch, Sign, SubmitResult);
    public static readonly DemoRoute Verified = new(Accept, Dispatch, Sign, SubmitResult, PassVerification);
    public static readonly DemoRoute Closed = new(Accept, Dispatch, Sign, SubmitResult, PassVerification, Close);
    public static readonly DemoRoute Archived = new(Accept, Dispatch, Sign, SubmitResult, PassVerification, Close, Archive);
    public static readonly DemoRoute Returned = new(Accept, Dispatch, Return);
    public static readonly DemoRoute ReturnedAndClosed = new(Accept, Dispatch, Return, Dispatch, Sign, SubmitResult, PassVerification, Close);
    public static readonly DemoRoute Recalled = new(Accept, Dispatch, Recall, Dispatch, Sign);
    public static readonly DemoRoute FailedOnce = new(Accept, Dispatch, Sign, SubmitResult, FailVerification);
    public static readonly DemoRoute Reopened =
        new(Accept, Dispatch, Sign, SubmitResult, PassVerification, Close, Reopen, Dispatch, Sign);
    public static readonly DemoRoute ReopenedAndClosed = new(
        Accept, Dispatch, Sign, SubmitResult, PassVerification, Close, Reopen, Dispatch, Sign, SubmitResult, PassVerification, Close);

    public static readonly DemoRoute RefusedAndArchived = new(Refuse, Archive);
    public static readonly DemoRoute ReturnedAndArchived = new([.. ReturnedAndClosed.Steps, Archive]);
    public static readonly DemoRoute RecalledAndArchived = new([.. Recalled.Steps, SubmitResult, PassVerification, Close, Archive]);
    public static readonly DemoRoute FailedOnceAndArchived = new([.. FailedOnce.Steps, SubmitResult, PassVerification, Close, Archive]);
    public static readonly DemoRoute ReopenedAndArchived = new([.. ReopenedAndClosed.Steps, Archive]);

    /// <summary>True when nobody has to act any more.</summary>
    public bool IsOver => Steps is [.., Close or Archive or Refuse];

    /// <summary>True when the first body it was assigned to was not the right one.</summary>
    public bool StartsWrong => Steps.Any(s => s is Return or Recall);
}
