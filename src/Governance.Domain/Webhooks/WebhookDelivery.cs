using Governance.Domain.Cases;
using Governance.Domain.Submissions;

namespace Governance.Domain.Webhooks;

/// <summary>Where a message to another system stands.</summary>
public enum WebhookState
{
    /// <summary>待发送: to be sent, or to be tried again.</summary>
    Pending = 1,

    /// <summary>已送达: the other system has taken it.</summary>
    Delivered = 2,

    /// <summary>失败: given up after the last try; an administrator may send it again.</summary>
    Failed = 3,
}

/// <summary>
/// One message that tells a client of the interface where one of its submissions or cases stands (状态通知). Its text is made once, so that every try sends
/// the same, and its key lets the receiver know a repeat.
/// </summary>
public sealed class WebhookDelivery
{
    /// <summary>Longest text.</summary>
    public const int BodyLength = 8000;

    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 200;

    private WebhookDelivery()
    {
    }

    /// <summary>Key; the receiver gets it with every try.</summary>
    public Guid Id { get; private set; }

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The case, or the submission.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Its number: 案件编号 or 来件编号, which differ in length.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Position of the step in the timeline: messages of a case or submission are sent in this order. 0 when a submission came in.</summary>
    public int Sequence { get; private set; }

    /// <summary>Name of the state the message tells, a <see cref="CaseState"/> or a <see cref="SubmissionState"/>.</summary>
    public string SubjectState { get; private set; } = "";

    /// <summary>What is sent, JSON.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public WebhookState State { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was taken or given up, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why the last try failed, or null.</summary>
    public string? Reason { get; private set; }

    /// <summary>A message to be sent at once.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="subject">The case.</param>
    /// <param name="step">The step that changed it.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="at">Now, UTC.</param>
    public static WebhookDelivery Of(Guid clientId, Case subject, CaseStep step, string body, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), ClientId = clientId, SubjectId = subject.Id, Number = subject.Number.Value, Sequence = step.Sequence,
        SubjectState = step.ToState.ToString(), Body = body, State = WebhookState.Pending, DueAt = at, CreatedAt = at,
    };

    /// <summary>A message about a submission, to be sent at once.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="subject">The submission.</param>
    /// <param name="step">The step that changed it; null when it came in.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="at">Now, UTC.</param>
    public static WebhookDelivery Of(Guid clientId, Submission subject, SubmissionStep? step, string body, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), ClientId = clientId, SubjectId = subject.Id, Number = subject.Number.Value, Sequence = step?.Sequence ?? 0,
        SubjectState = subject.StateAfter(step).ToString(), Body = body, State = WebhookState.Pending, DueAt = at, CreatedAt = at,
    };

    /// <summary>The state in Chinese.</summary>
    /// <param name="number">Number of the case or submission.</param>
    /// <param name="state">Name of the state.</param>
    public static string StateName(string number, string state) => SubmissionNumber.TryParse(number, out _)
        ? Enum.Parse<SubmissionState>(state).DisplayName()
        : Enum.Parse<CaseState>(state).DisplayName();

    /// <summary>Somebody is trying: nobody else does for a while, whatever becomes of this process.</summary>
    public void Begin(DateTimeOffset until)
    {
        Attempts++;
        DueAt = until;
    }

    /// <summary>The other system has taken it.</summary>
    public void Deliver(DateTimeOffset at) => (State, EndedAt, Reason) = (WebhookState.Delivered, at, null);

    /// <summary>The try failed: it is tried again later, or given up after the last one.</summary>
    /// <param name="reason">Why, in Chinese.</param>
    /// <param name="isFinal">True when trying again makes no sense.</param>
    /// <param name="chance">A number from 0 to 1 that spreads the tries.</param>
    /// <param name="at">Now, UTC.</param>
    public void Fail(string reason, bool isFinal, double chance, DateTimeOffset at)
    {
        Reason = reason;
        if (isFinal || WebhookRetry.PauseAfter(Attempts, chance) is not { } pause)
            (State, EndedAt) = (WebhookState.Failed, at);
        else
            DueAt = at + pause;
    }

    /// <summary>重发: starts the tries anew; a message that was taken is left alone.</summary>
    /// <returns>False when there is nothing to send again.</returns>
    public bool SendAgain(DateTimeOffset at)
    {
        if (State != WebhookState.Failed)
            return false;
        (State, Attempts, DueAt, EndedAt) = (WebhookState.Pending, 0, at, null);
        return true;
    }
}

/// <summary>How long to wait between the tries.</summary>
public static class WebhookRetry
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>Most tries of one message, over two days.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <summary>The pause after so many tries, a fifth shorter or longer by chance; null after the last one.</summary>
    public static TimeSpan? PauseAfter(int attempts, double chance) =>
        attempts > Pauses.Length ? null : Pauses[Math.Max(0, attempts - 1)] * (0.8 + (0.4 * chance));
}

/// <summary>Names of the states.</summary>
public static class WebhookStates
{
    /// <summary>The name people read.</summary>
    public static string DisplayName(this WebhookState state) => state switch
    {
        WebhookState.Pending => "待发送",
        WebhookState.Delivered => "已送达",
        WebhookState.Failed => "失败",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
