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
    private static readonly Keyset<AuditEntry> NewestFirst = Keyset.Falling<AuditEntry>(e => e.At, e => e.Id);

    /// <inheritdoc />
    public Task<Page<AuditRow>> ListAsync(AreaCode scope, Guid reader, AuditCriteria criteria, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var withheld = Withheld(context, reader);
            return await NewestFirst.ReadAsync(
                Matching(context, scope, criteria, withheld), page, cut => Rows(cut, withheld), row => PageCursor.Of(row.At, row.Id), counts: false, ct);
        });

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditRow> ExportAsync(
        AreaCode scope, Guid reader, AuditCriteria criteria, int bound, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var withheld = Withheld(context, reader);
        var newest = NewestFirst.Order(Matching(context, scope, criteria, withheld)).Take(bound);
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
        union all select s.number from submissions s
          where s.restriction_key is not null
            and not exists (select from cases c where c.number = s.case_number and c.is_restricted)
            and not exists (select from submission_circle_members m where m.submission_id = s.id and m.user_id = {reader})
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
}
