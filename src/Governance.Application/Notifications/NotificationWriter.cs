using Governance.Application.Cases;
using Governance.Application.Outbox;
using Governance.Domain.Cases;
using Governance.Domain.Notifications;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.Domain.Submissions;

namespace Governance.Application.Notifications;

/// <summary>
/// Turns steps into notifications: for the people whose turn it is now, who are instructed, asked, answered or named. What has passed is settled, and
/// what a person may not know of any more is taken away.
/// </summary>
public sealed class NotificationWriter(TimeProvider time) : IStepListener
{
    /// <summary>Most people of one step that are told; a body of thousands has its workbench.</summary>
    public const int MostRecipients = 500;

    /// <inheritdoc />
    public async Task HearAsync(IOutboxUnit unit, IReadOnlyList<CaseNews> news, CancellationToken ct)
    {
        var bodies = news.SelectMany(n => n.Steps.SelectMany(s => NotificationRule.BodiesFor(n.Subject, s))).ToHashSet();
        var named = news.SelectMany(n => n.Steps).SelectMany(s => s.Mentions.Select(m => m.UserId).Concat(s.ActorId is { } actor ? [actor] : [])).ToHashSet();
        var people = await unit.FindPeopleAsync(bodies, named, ct);
        var bodyOf = people.ToDictionary(p => p.UserId, p => p.BodyCode);

        await RetireAsync(unit, news, bodyOf, ct);
        var told = news.SelectMany(n => n.Steps.SelectMany(s => Tell(n.Subject, s, people, bodyOf)))
            // The same matter twice in one go is told once, as it stood last.
            .GroupBy(t => (t.RecipientId, t.CaseId, t.Kind)).Select(g => g.Last()).ToList();
        if (told.Count > 0)
            await unit.Notifications.AddAsync(told, ct);
    }

    /// <summary>
    /// Lets the circle of a restricted submission (限定知悉) know that one waits to be looked at. Nothing is left of it once it was decided on,
    /// nor for who is not in the circle any more.
    /// </summary>
    public async Task HearOfSubmissionsAsync(IOutboxUnit unit, IReadOnlyList<SubmissionNews> news, CancellationToken ct)
    {
        var restricted = news.Where(n => n.Subject.RestrictionKey is not null).ToDictionary(n => n.Subject.Id);
        if (restricted.Count == 0)
            return;
        var passed = (await unit.Notifications.FindOpenAsync(restricted.Keys, ct))
            .Where(o => restricted[o.CaseId].Subject is var subject && !(Waits(subject) && subject.MayBeKnownTo(o.Recipient.UserId))).ToList();
        if (passed.Count > 0)
            await unit.Notifications.RemoveAsync(passed, ct);
        var waiting = restricted.Values.Where(n => Waits(n.Subject)).SelectMany(n => ToldOf(n).Select(account => (n.Subject.Id, Account: account))).ToList();
        if (waiting.Count == 0)
            return;
        var inUse = (await unit.FindPeopleAsync([], [.. waiting.Select(w => w.Account).Distinct()], ct)).Select(p => p.UserId).ToHashSet();
        await unit.Notifications.AddAsync(
            [.. waiting.Where(w => inUse.Contains(w.Account)).Select(w => new NewNotification(w.Account, w.Id, w.Id, NotificationKind.Turn, time.GetUtcNow()))], ct);
    }

    private static bool Waits(Submission subject) => subject.State == SubmissionState.Pending;

    // Who has it before the eyes already is told again only when its sender has answered.
    private static IEnumerable<Guid> ToldOf(SubmissionNews news) =>
        news.Steps.Any(s => s.Kind == SubmissionStepKind.Answer) ? news.Subject.Circle.Select(r => r.UserId) : news.Seated;

    private static IEnumerable<NewNotification> Tell(Case subject, CaseStep step, IReadOnlyList<Actor> people, Dictionary<Guid, string> bodyOf)
    {
        var acting = ActingBody(step, bodyOf);
        var told = NotificationRule.For(step.Kind) is { } rule
            ? people.Where(p => NotificationRule.Tells(subject, step, p, acting) && CaseVisibility.Of(p).Allows(subject)).Take(MostRecipients)
                .Select(p => new NewNotification(p.UserId, subject.Id, step.Id, rule.Kind, step.At))
            : [];
        // Who asked is told of the answer above, and not once more as one who was named.
        var mentioned = NotificationRule.For(step.Kind) is { ToNamed: true } ? [] : step.Mentions.Select(m => m.UserId).ToHashSet();
        return told.Concat(people.Where(p => mentioned.Contains(p.UserId) && p.UserId != step.ActorId && CaseVisibility.Of(p).Allows(subject))
            .Select(p => new NewNotification(p.UserId, subject.Id, step.Id, NotificationKind.Mention, step.At)));
    }

    private async Task RetireAsync(IOutboxUnit unit, IReadOnlyList<CaseNews> news, Dictionary<Guid, string> bodyOf, CancellationToken ct)
    {
        var open = await unit.Notifications.FindOpenAsync([.. news.Select(n => n.Subject.Id)], ct);
        if (open.Count == 0)
            return;
        var byCase = news.ToDictionary(n => n.Subject.Id);
        var hidden = open.Where(o => !CaseVisibility.Of(o.Recipient).Allows(byCase[o.CaseId].Subject)).ToList();
        var passed = open.Except(hidden).Where(o => HasPassed(o, byCase[o.CaseId], bodyOf)).ToList();
        if (hidden.Count > 0)
            await unit.Notifications.RemoveAsync(hidden, ct);
        if (passed.Count > 0)
            await unit.Notifications.SettleAsync(passed, time.GetUtcNow(), ct);
    }

    private static bool HasPassed(OpenNotification open, CaseNews news, Dictionary<Guid, string> bodyOf) =>
        news.Steps.LastOrDefault(s => !RemarkRule.IsRemark(s.Kind) && s.Kind != CaseStepKind.Correct) is { } moved
        && !NotificationRule.StillStands(open.Kind, news.Subject, open.Recipient, ActingBody(moved, bodyOf));

    private static string? ActingBody(CaseStep step, Dictionary<Guid, string> bodyOf) =>
        step.ActorId is { } actor ? bodyOf.GetValueOrDefault(actor) : null;
}
