using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;

namespace Governance.Application.Clients;

/// <summary>What is shown once after a client or a key was made.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Key">The key in clear, or null when none was made.</param>
/// <param name="WebhookSecret">The signing secret in clear, or null when none was made.</param>
public sealed record HandedOut(Guid ClientId, string? Key, string? WebhookSecret);

/// <summary>One row of the list of clients.</summary>
public sealed record ClientRow(
    Guid Id, string Name, IReadOnlyList<CaseChannel> Channels, IReadOnlyList<AreaCode> Areas, bool OpensCases, int PerMinute, DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);

/// <summary>A key as it is shown: never its secret.</summary>
public sealed record ClientKeyRow(string Id, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt);

/// <summary>A call as the log keeps it; no address of a page, no body, no person.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Operation">What was called.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Rows">Deliveries in it.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Address">Where it came from.</param>
public sealed record ClientCall(DateTimeOffset At, string Operation, int Status, int Rows, int Milliseconds, string Address);

/// <summary>A client's page.</summary>
public sealed record ClientDetail(
    Guid Id, uint Version, ClientFacts Facts, bool HasWebhookSecret, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt,
    IReadOnlyList<ClientKeyRow> Keys, IReadOnlyList<ClientCall> Calls);

/// <summary>A client as the interface knows it while it answers.</summary>
public sealed record ClientIdentity(
    Guid Id, string Name, IReadOnlyList<CaseChannel> Channels, IReadOnlyList<AreaCode> Areas, bool OpensCases, int PerMinute, string KeyHash,
    DateTimeOffset? KeyEndsAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The source its deliveries come from.</summary>
    public SubmissionSource Source(CaseChannel channel) => new(ApiClient.SourceKeyOf(Id), Name, channel)
    {
        OpensCases = OpensCases,
        Home = Areas.Count == 1 ? Areas[0] : null,
    };

    /// <summary>True while the key works.</summary>
    public bool WorksAt(DateTimeOffset now) => RevokedAt is null && (KeyEndsAt is not { } end || now < end);
}
