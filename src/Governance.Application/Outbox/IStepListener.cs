using Governance.Application.Notifications;
using Governance.Application.Webhooks;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;

namespace Governance.Application.Outbox;

/// <summary>What happened to a case since listeners last heard of it.</summary>
/// <param name="Subject">The case as it is now, with its parties and without its timeline.</param>
/// <param name="Steps">The new steps, oldest first.</param>
public sealed record CaseNews(Case Subject, IReadOnlyList<CaseStep> Steps);

/// <summary>What happened to a submission since listeners last heard of it.</summary>
/// <param name="Subject">The submission as it is now, with its whole history and its circle.</param>
/// <param name="Steps">The new steps, oldest first.</param>
/// <param name="IsReceived">True when it has come in since.</param>
public sealed record SubmissionNews(Submission Subject, IReadOnlyList<SubmissionStep> Steps, bool IsReceived)
{
    /// <summary>Accounts that were seated in the circle of a restricted one since.</summary>
    public IReadOnlyList<Guid> Seated { get; init; } = [];
}

/// <summary>The transaction in which news is handed on; it ends together with the news' rows of the outbox.</summary>
public interface IOutboxUnit
{
    /// <summary>Notifications.</summary>
    INotificationStore Notifications { get; }

    /// <summary>Messages to other systems.</summary>
    IWebhookStore Webhooks { get; }

    /// <summary>People of the bodies, and people by their key; locked accounts are left out.</summary>
    Task<IReadOnlyList<Actor>> FindPeopleAsync(IReadOnlyCollection<string> bodyCodes, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>
/// Somebody who wants to know of every step. Each step of a case or submission is told at least once and, within it, in order; what a
/// listener writes through the unit is written exactly once.
/// </summary>
public interface IStepListener
{
    /// <summary>Hears the news of several cases.</summary>
    Task HearAsync(IOutboxUnit unit, IReadOnlyList<CaseNews> news, CancellationToken ct);

    /// <summary>Hears the news of several submissions that clients of the interface sent or that are restricted; who does not care hears nothing.</summary>
    Task HearOfSubmissionsAsync(IOutboxUnit unit, IReadOnlyList<SubmissionNews> news, CancellationToken ct) => Task.CompletedTask;
}
