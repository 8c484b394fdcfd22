using Governance.Application.Outbox;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Remarks;
using Governance.Domain.Submissions;
using Governance.Domain.Webhooks;

namespace Governance.Application.Webhooks;

/// <summary>
/// Makes a message for every step that changes where a submission or a case stands, when it came from a client that wants to be told.
/// </summary>
public sealed class WebhookPlanner(TimeProvider time) : IStepListener
{
    /// <inheritdoc />
    public async Task HearAsync(IOutboxUnit unit, IReadOnlyList<CaseNews> news, CancellationToken ct)
    {
        var changed = news.Where(n => n.Steps.Any(IsTold)).ToList();
        if (changed.Count == 0)
            return;
        var targets = (await unit.Webhooks.FindTargetsAsync([.. changed.Select(n => n.Subject.Id)], ct)).ToLookup(t => t.CaseId);
        var now = time.GetUtcNow();
        var made = changed.SelectMany(n => targets[n.Subject.Id].SelectMany(target => n.Steps.Where(step => IsTold(step) && (!n.Subject.IsRestricted || Moves(step)))
            .Select(step => WebhookDelivery.Of(target.ClientId, n.Subject, step, WebhookMessage.Text(n.Subject, step, target.SourceNumber), now)))).ToList();
        if (made.Count > 0)
            await unit.Webhooks.AddAsync(made, ct);
    }

    // Of a restricted case another system learns how it stands, not what is done about it.
    private static bool Moves(CaseStep step) => CaseStepRule.All.Any(rule => rule.Kind == step.Kind);

    /// <inheritdoc />
    public async Task HearOfSubmissionsAsync(IOutboxUnit unit, IReadOnlyList<SubmissionNews> news, CancellationToken ct)
    {
        var senders = news.Select(n => ApiClient.IdOfSource(n.Subject.SourceKey)).OfType<Guid>().Distinct().ToList();
        if (senders.Count == 0)
            return;
        var listening = (await unit.Webhooks.FindListeningAsync(senders, ct)).ToHashSet();
        var now = time.GetUtcNow();
        var made = news.Where(n => ApiClient.IdOfSource(n.Subject.SourceKey) is { } client && listening.Contains(client))
            .SelectMany(n => Changes(n).Select(step => WebhookDelivery.Of(
                ApiClient.IdOfSource(n.Subject.SourceKey)!.Value, n.Subject, step, WebhookMessage.Text(n.Subject, step), now))).ToList();
        if (made.Count > 0)
            await unit.Webhooks.AddAsync(made, ct);
    }

    private static IEnumerable<SubmissionStep?> Changes(SubmissionNews news) => news.IsReceived ? new SubmissionStep?[] { null }.Concat(news.Steps) : news.Steps;

    // Words between the bodies are none of another system's business.
    private static bool IsTold(CaseStep step) => !RemarkRule.IsRemark(step.Kind);
}
