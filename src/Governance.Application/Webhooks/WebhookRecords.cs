using Governance.Domain.Webhooks;

namespace Governance.Application.Webhooks;

/// <summary>A case that came from a client that wants to be told.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ClientId">The client.</param>
/// <param name="SourceNumber">Number of the matter there.</param>
public sealed record WebhookTarget(Guid CaseId, Guid ClientId, string SourceNumber);

/// <summary>Messages inside the transaction in which steps are told.</summary>
public interface IWebhookStore
{
    /// <summary>Which of the cases came from clients that want to be told.</summary>
    Task<IReadOnlyList<WebhookTarget>> FindTargetsAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct);

    /// <summary>Which of the clients want to be told.</summary>
    Task<IReadOnlyList<Guid>> FindListeningAsync(IReadOnlyCollection<Guid> clientIds, CancellationToken ct);

    /// <summary>Adds messages.</summary>
    Task AddAsync(IReadOnlyCollection<WebhookDelivery> added, CancellationToken ct);
}

/// <summary>One line of a client's messages.</summary>
public sealed record WebhookRow(
    Guid Id, string Number, string SubjectState, WebhookState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DueAt,
    DateTimeOffset? EndedAt, string? Reason);

/// <summary>Reads messages.</summary>
public interface IWebhookQueries
{
    /// <summary>The newest messages of a client, those that failed first.</summary>
    Task<IReadOnlyList<WebhookRow>> ListAsync(Guid clientId, int most, CancellationToken ct);
}

/// <summary>Loads messages to change.</summary>
public interface IWebhookRepository
{
    /// <summary>Messages of a client that failed: one, or all.</summary>
    Task<IReadOnlyList<WebhookDelivery>> FindFailedAsync(Guid clientId, Guid? id, int most, CancellationToken ct);
}
