using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>Suggests who might mediate, with the reasons (<see cref="MediatorRanking"/>).</summary>
public sealed class MediatorSuggestion(
    IMediationQueries queries, IMediatorRecords records, CaseReadService cases, IReferenceData reference, IPersonalDataProtector protector,
    TimeProvider time)
{
    /// <summary>How many are shown.</summary>
    public const int Shown = 8;

    // Enough to rank: those who serve one place are a few dozen, a trade committee of the city a few more.
    private const int Candidates = 400;

    /// <summary>Mediators for a case the person may know of. Who has the name of its reporter is left out.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">The case.</param>
    /// <param name="text">Part of the name of a mediator or committee, or null for the likeliest.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<IReadOnlyList<RankedMediator>>> FindAsync(Actor actor, CaseNumber number, string? text = null, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        var found = await cases.FindHeadAsync(actor, number, ct);
        return found.IsOk ? await FindAsync(actor, found.Value, text, ct) : Result<IReadOnlyList<RankedMediator>>.Refused(found.Errors);
    }

    /// <summary>The same for a case whose head was found with this person's rights.</summary>
    public Task<Result<IReadOnlyList<RankedMediator>>> FindAsync(Actor actor, CaseHead head, string? text = null, CancellationToken ct = default) =>
        RankAsync(actor, head.CategoryCode, head.Place, head.Id, text, ct);

    /// <summary>Mediators for a matter that is no case yet.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="category">Its category.</param>
    /// <param name="place">Where it happened.</param>
    /// <param name="text">Part of the name of a mediator or committee, or null for the likeliest.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Result<IReadOnlyList<RankedMediator>>> FindAsync(
        Actor actor, string category, AreaCode place, string? text = null, CancellationToken ct = default) =>
        RankAsync(actor, category, place, null, text, ct);

    private async Task<Result<IReadOnlyList<RankedMediator>>> RankAsync(
        Actor actor, string categoryCode, AreaCode place, Guid? caseId, string? text, CancellationToken ct)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        var pack = reference.Pack;
        if (pack.CategoryByCode(categoryCode) is not { } category)
            return new MediationErrors.UnknownCategory(categoryCode);
        var now = time.GetUtcNow();
        var found = await queries.FindCandidatesAsync(
            place, caseId, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), now.ChinaDay(), Candidates, ct);
        var known = found.Rows.Count == 0
            ? new Dictionary<Guid, MediatorRecord>()
            : await records.OfAsync([.. found.Rows.Select(c => c.Id)], now - MediationReadService.RecordSpan, ct);
        // The names are compared here and go nowhere else.
        var people = found.People.Select(protector.Reveal).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var wish = new MediatorWish(category, place, pack.FindTrade(category.Code), people);
        var ranked = MediatorRanking.Rank(wish, found.Rows.Select(c => c with { Record = known.GetValueOrDefault(c.Id, MediatorRecord.None) }), pack);
        return Result<IReadOnlyList<RankedMediator>>.Ok([.. ranked.Take(Shown)]);
    }
}
