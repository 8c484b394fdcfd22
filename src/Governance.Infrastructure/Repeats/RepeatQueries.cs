using Governance.Application.Cases;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Repeats;

/// <summary>Reads about repeats from PostgreSQL, each one statement that looks at a bounded number of cases.</summary>
public sealed class RepeatQueries(IDbContextFactory<GovernanceDbContext> contexts) : IRepeatQueries
{
    // Of a title the pieces that few cases hold say most; the statistics of the index know which these are.
    private const int PiecesLookedFor = 12;
    private const int NewestLookedAt = 2000;
    private const int Compared = 200;
    private const int DescriptionRead = 1000;

    /// <inheritdoc />
    public Task<IReadOnlyList<RepeatCandidate>> LikeAsync(
        CaseVisibility visibility, string title, AreaCode near, Guid? except, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<RepeatCandidate>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var (from, to) = Range(visibility, near);
            return await context.Set<Case>().FromSql($"""
                with pieces as materialized (
                  select array_agg(piece) as list from (
                    select piece from (select distinct unnest(text_bigrams({title})) as piece) as pieces_of_title
                    left join (
                      select unnest(most_common_elems::text::text[]) as known, unnest(most_common_elem_freqs) as share
                      from pg_stats where schemaname = current_schema() and tablename = 'ix_cases_open_text'
                    ) as statistics on known = piece
                    order by coalesce(share, 0), piece limit {PiecesLookedFor}
                  ) as rarest
                ), newest as materialized (
                  select c.id, lower(c.title || ' ' || c.description) as words from cases c
                  where c.is_open and text_bigrams(c.title || ' ' || c.description) && (select list from pieces)
                    and c.area_code >= {from} and c.area_code <= {to}
                  order by c.registered_at desc limit {NewestLookedAt}
                ), likest as (
                  select id from newest
                  order by (select count(*) from unnest((select list from pieces)) as piece where strpos(words, piece) > 0) desc limit {Compared}
                )
                select c.*, c.xmin from cases c where c.id in (select id from likest)
                """)
                .AsNoTracking().VisibleTo(visibility).Where(c => c.Id != except)
                .Select(c => new RepeatCandidate(
                    c.Id, c.Number, c.Title, c.Description.Substring(0, DescriptionRead), c.Place, c.State, c.RegisteredAt, c.RepeatCount))
                .ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<RepeatStanding?> StandingAsync(CaseVisibility visibility, Guid id, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var rows = await (
                from own in context.Set<Case>()
                where own.Id == id
                from c in context.Set<Case>().VisibleTo(visibility)
                let lead = own.MergedIntoId ?? own.Id
                where c.Id == lead || c.MergedIntoId == lead
                orderby c.MergedIntoId != null, c.RegisteredAt descending
                select new { Row = new RepeatRow(c.Number, c.Title, c.Place, c.State, c.RegisteredAt, c.MergedAt, c.MergedIntoId == null), own.Description })
                .Take(RepeatStanding.MostRows + 1).ToListAsync(ct);
            return rows.Count == 0 ? null : new RepeatStanding([.. rows.Select(r => r.Row)], rows[0].Description);
        });

    /// <inheritdoc />
    public Task<IReadOnlyList<RepeatCandidate>> OpenSinceAsync(
        CaseVisibility visibility, AreaCode area, DateTimeOffset since, int most, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<RepeatCandidate>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Case>().AsNoTracking().VisibleTo(visibility).Where(CaseFilter.Inside(area)).Where(CaseFilter.IsOpen)
                .Where(c => c.RegisteredAt >= since)
                .OrderByDescending(c => c.RegisteredAt).ThenByDescending(c => c.Id).Take(most)
                .Select(c => new RepeatCandidate(
                    c.Id, c.Number, c.Title, c.Description.Substring(0, DescriptionRead), c.Place, c.State, c.RegisteredAt, c.RepeatCount))
                .ToListAsync(ct);
        });

    // The county of the place, or the part of it that the person may know of: others would take the places of the ones that can be shown.
    private static (string From, string To) Range(CaseVisibility visibility, AreaCode near)
    {
        var county = near.AncestorAt(DivisionLevel.County);
        var area = visibility is { Area: { } own, BodyCode: null } && county.Contains(own) ? own : county;
        return (area.RangeStart, area.RangeEnd);
    }
}
