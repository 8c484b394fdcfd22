using Governance.Application.Outbox;
using Governance.Domain.Cases;
using Governance.Domain.Remarks;
using Governance.Domain.Webhooks;

namespace Governance.Application.Webhooks;

/// <summary>Makes a message for every step that changes where a case stands, when the case came from a client that wants to be told.</summary>
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

    // Words between the bodies are none of another system's business.
    private static bool IsTold(CaseStep step) => !RemarkRule.IsRemark(step.Kind);
}
