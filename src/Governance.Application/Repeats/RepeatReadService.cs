using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Repeats;

namespace Governance.Application.Repeats;

/// <summary>Which cases may be the same matter: while registering, on a case, in the inbox, and over a whole area.</summary>
public sealed class RepeatReadService(IRepeatQueries queries, TimeProvider time)
{
    /// <summary>Most suggestions shown.</summary>
    public const int Shown = 5;

    /// <summary>Most open cases that are compared with each other at once.</summary>
    public const int MostCompared = 2000;

    /// <summary>Days back that are compared.</summary>
    public const int DaysCompared = 180;

    /// <summary>Open cases this person may know of that may be the same matter, the likeliest first; before a place is chosen, in the whole scope.</summary>
    public async Task<IReadOnlyList<RepeatSuggestion>> SuggestAsync(Actor actor, RepeatQuestion question, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        var title = PlainText.CleanLine(question.Title);
        if (visibility.Nothing || title.Length is < 2 or > CaseFacts.TitleLength)
            return [];
        var text = new RepeatText(title, PlainText.Cut(question.Description, CaseFacts.DescriptionLength));
        var candidates = await queries.LikeAsync(visibility, title, question.Place == default ? actor.Scope : question.Place, question.Except, ct);
        return
        [
            .. candidates
                .Select(c => new RepeatSuggestion(c, RepeatScore.Of(
                    text, question.Place, question.At, new RepeatText(c.Title, c.Description), c.Place, c.RegisteredAt)))
                .Where(s => s.Score.Likeness >= RepeatScore.WorthALook)
                .OrderByDescending(s => s.Score.Total).ThenByDescending(s => s.Case.RegisteredAt).Take(Shown),
        ];
    }

    /// <summary>The lead of a case and whoever follows it, or null when the person may not know of the case.</summary>
    public Task<RepeatStanding?> StandingAsync(Actor actor, Guid caseId, CancellationToken ct = default) =>
        queries.StandingAsync(CaseVisibility.Of(actor), caseId, ct);

    /// <summary>Groups of open cases about one subject in the person's area.</summary>
    public async Task<Result<RepeatGroupsView>> FindGroupsAsync(Actor actor, AreaCode? area, CancellationToken ct = default)
    {
        if (!actor.May(Permission.MergeCase))
            return new PlatformErrors.NotPermitted();
        var inside = area ?? actor.Scope;
        if (!actor.Scope.Contains(inside))
            return new PlatformErrors.OutsideScope(inside.Value);
        var open = await queries.OpenSinceAsync(CaseVisibility.Of(actor), inside, time.GetUtcNow().AddDays(-DaysCompared), MostCompared, ct);
        var cases = open.Where(c => actor.Scope.Contains(c.Place)).OrderBy(c => c.RegisteredAt).ToList();
        var groups = RepeatGroups.Find([.. cases.Select(c => new RepeatText(c.Title, c.Description))], [.. cases.Select(c => c.Place.Value[..6])]);
        return new RepeatGroupsView([.. groups.Select(g => new RepeatGroup([.. g.Select(i => cases[i])]))], cases.Count);
    }
}
