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
    public Task<AuditPage> ListAsync(AreaCode scope, Guid reader, AuditCriteria criteria, AuditPageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var withheld = Withheld(context, reader);
            var matching = Matching(context, scope, criteria, withheld);
            if (page.Cursor is { } at)
                matching = page.Backwards
                    ? matching.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at.At, at.Id)))
                    : matching.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at.At, at.Id)));
            var ordered = page.Backwards
                ? matching.OrderBy(e => e.At).ThenBy(e => e.Id)
                : matching.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
            return Cut(await Rows(ordered.Take(page.Size + 1), withheld).ToListAsync(ct), page);
        });

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditRow> ExportAsync(
        AreaCode scope, Guid reader, AuditCriteria criteria, int bound, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var withheld = Withheld(context, reader);
        var newest = Matching(context, scope, criteria, withheld).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(bound);
        await foreach (var row in Rows(newest, withheld).AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    /// <summary>Numbers of the restricted cases whose circle the reader is not in, and of what they were made of; they are few.</summary>
    private static IQueryable<string> Withheld(GovernanceDbContext context, Guid reader) => context.Database.SqlQuery<string>($"""
        with withheld as (
          select c.number from cases c
          where c.is_restricted and not exists (select from case_circle_members m where m.case_id = c.id and m.user_id = {reader})
        )
        select number as "Value" from withheld
        union all select s.number from submissions s where s.case_number in (select number from withheld)
        """);

    private static IQueryable<AuditEntry> Matching(GovernanceDbContext context, AreaCode scope, AuditCriteria criteria, IQueryable<string> withheld)
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
            // Asking for a number must not tell that it is a restricted one.
            entries = entries.Where(e => e.SubjectId.StartsWith(subject) && !withheld.Contains(e.SubjectId));
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

    // Cut in the database: what is withheld never leaves it.
    private static IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries, IQueryable<string> withheld) => entries
        .Select(e => new { Entry = e, IsWithheld = withheld.Contains(e.SubjectId) })
        .Select(x => new AuditRow(
            x.Entry.Id, x.Entry.At, x.Entry.ActorAccount, x.Entry.ActorName, x.Entry.BodyName, x.Entry.Action, x.Entry.SubjectKind,
            x.IsWithheld ? "" : x.Entry.SubjectId, x.IsWithheld ? null : x.Entry.AreaCode, x.IsWithheld ? "" : x.Entry.Detail)
        {
            IsWithheld = x.IsWithheld,
        });

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
