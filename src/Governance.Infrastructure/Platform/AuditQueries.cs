using System.Runtime.CompilerServices;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Platform;

/// <summary>Reads the audit trail by keyset: page 1,000 costs what page 1 costs.</summary>
public sealed class AuditQueries(IDbContextFactory<GovernanceDbContext> contexts) : IAuditQueries
{
    /// <inheritdoc />
    public Task<AuditPage> ListAsync(AreaCode scope, AuditCriteria criteria, AuditPageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var matching = Matching(context, scope, criteria);
            if (page.Cursor is { } at)
                matching = page.Backwards
                    ? matching.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at.At, at.Id)))
                    : matching.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at.At, at.Id)));
            var ordered = page.Backwards
                ? matching.OrderBy(e => e.At).ThenBy(e => e.Id)
                : matching.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
            return Cut(await Rows(ordered.Take(page.Size + 1)).ToListAsync(ct), page);
        });

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditRow> ExportAsync(
        AreaCode scope, AuditCriteria criteria, int bound, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var newest = Matching(context, scope, criteria).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(bound);
        await foreach (var row in Rows(newest).AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    private static IQueryable<AuditEntry> Matching(GovernanceDbContext context, AreaCode scope, AuditCriteria criteria)
    {
        var (start, end) = (scope.RangeStart, scope.RangeEnd);
        var entries = (scope.Level <= DivisionLevel.City
            ? context.Set<AuditEntry>().FromSql($"select * from audit_entries where area_code is null or area_code between {start} and {end}")
            : context.Set<AuditEntry>().FromSql($"select * from audit_entries where area_code between {start} and {end}")).AsNoTracking();
        if (criteria.Who is { } who)
        {
            var account = who.ToLowerInvariant();
            entries = entries.Where(e => e.ActorAccount == account || e.ActorName.Contains(who));
        }
        if (criteria.Action is { } action)
            entries = entries.Where(e => e.Action == action);
        if (criteria.Subject is { } subject)
            entries = entries.Where(e => e.SubjectId.StartsWith(subject));
        if (criteria.From is { } from)
        {
            var first = ChinaTime.At(from, TimeOnly.MinValue);
            entries = entries.Where(e => e.At >= first);
        }
        if (criteria.To is { } to)
        {
            var after = ChinaTime.At(to.AddDays(1), TimeOnly.MinValue);
            entries = entries.Where(e => e.At < after);
        }
        return entries;
    }

    private static IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) => entries.Select(e => new AuditRow(
        e.Id, e.At, e.ActorAccount, e.ActorName, e.BodyName, e.Action, e.SubjectKind, e.SubjectId, e.AreaCode, e.Detail));

    private static AuditPage Cut(List<AuditRow> read, AuditPageRequest page)
    {
        var more = read.Count > page.Size;
        var rows = read.Take(page.Size).ToList();
        if (page.Backwards)
            rows.Reverse();
        if (rows.Count == 0)
            return new AuditPage([], null, null);
        var hasPrevious = page.Backwards ? more : page.Cursor is not null;
        var hasNext = page.Backwards || more;
        return new AuditPage(rows, hasPrevious ? At(rows[0]) : null, hasNext ? At(rows[^1]) : null);
    }

    private static AuditCursor At(AuditRow row) => new(row.At, row.Id);
}
