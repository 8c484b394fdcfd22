using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>Who might be asked, and who would be but for a reason.</summary>
/// <param name="Ranked">The mediators to ask, the first one first.</param>
/// <param name="LeftOut">Those who are on leave or have to keep out of the matter, with the reason.</param>
public sealed record MediatorSuggestions(IReadOnlyList<RankedMediator> Ranked, IReadOnlyList<LeftOutMediator> LeftOut);

/// <summary>Suggests who might mediate, with the reasons (<see cref="MediatorRanking"/>).</summary>
public sealed class MediatorSuggestion(
    IMediationQueries queries, CaseReadService cases, CasePeople people, IReferenceData reference, TimeProvider time)
{
    /// <summary>How many are shown.</summary>
    public const int Shown = 8;

    /// <summary>How many are told of who are left out.</summary>
    public const int LeftOutShown = 5;

    // Enough to rank: those who serve one place are a few dozen, a trade committee of the city a few more.
    private const int Candidates = 400;

    /// <summary>Mediators for a case the person may know of. Who is a party of it is left out.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">The case.</param>
    /// <param name="text">Part of the name of a mediator or committee, or null for the likeliest.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<MediatorSuggestions>> FindAsync(Actor actor, CaseNumber number, string? text = null, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        var found = await cases.FindHeadAsync(actor, number, ct);
        return found.IsOk ? await FindAsync(actor, found.Value, text, ct) : Result<MediatorSuggestions>.Refused(found.Errors);
    }

    /// <summary>The same for a case whose head was found with this person's rights.</summary>
    public Task<Result<MediatorSuggestions>> FindAsync(Actor actor, CaseHead head, string? text = null, CancellationToken ct = default) =>
        RankAsync(actor, head.CategoryCode, head.Place, head.Id, text, ct);

    /// <summary>Mediators for a matter that is no case yet.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="category">Its category.</param>
    /// <param name="place">Where it happened.</param>
    /// <param name="text">Part of the name of a mediator or committee, or null for the likeliest.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Result<MediatorSuggestions>> FindAsync(
        Actor actor, string category, AreaCode place, string? text = null, CancellationToken ct = default) =>
        RankAsync(actor, category, place, null, text, ct);

    private async Task<Result<MediatorSuggestions>> RankAsync(
        Actor actor, string categoryCode, AreaCode place, Guid? caseId, string? text, CancellationToken ct)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        var pack = reference.Pack;
        if (pack.CategoryByCode(categoryCode) is not { } category)
            return new MediationErrors.UnknownCategory(categoryCode);
        var now = time.GetUtcNow();
        var found = await queries.FindCandidatesAsync(
            place, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), now.ChinaDay(), now - MediationReadService.RecordSpan, Candidates, ct);
        var about = caseId is { } id && await queries.PeopleOfAsync(id, ct) is { } stored ? people.Of(actor, stored) : [];
        var wish = new MediatorWish(category, place, pack.FindTrade(category.Code), about);
        var candidates = found.Select(c => c.Candidate with { PhoneHash = people.HashOf(c.Phone) }).ToList();
        return new MediatorSuggestions(
            [.. MediatorRanking.Rank(wish, candidates, pack).Take(Shown)], [.. MediatorRanking.LeaveOut(wish, candidates).Take(LeftOutShown)]);
    }
}
