using Governance.Application.Cases;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Remarks;
using Governance.Infrastructure.Deadlines;
using Governance.Domain.Restricted;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

internal sealed class CaseRepository(GovernanceDbContext context) : ICaseRepository
{
    public Task<Case?> FindAsync(Guid id, CancellationToken ct) =>
        context.Set<Case>().Include(c => c.Steps.OrderBy(s => s.Sequence)).Include(c => c.Parties.OrderBy(p => p.Position))
            .Include(c => c.TimeRequests.OrderBy(r => r.AskedAt)).Include(c => c.Supervisions.OrderBy(s => s.IssuedAt))
            .Include(c => c.Restriction).Include(c => c.HandOver).Include(c => c.Circle)
            .Include(c => c.Inquiry!.Replies.OrderBy(r => r.RecordedAt)).AsSingleQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);

    public async Task<IReadOnlyList<Case>> FindManyAsync(IReadOnlyList<CaseNumber> numbers, CancellationToken ct) =>
        await Whole().Where(c => numbers.Contains(c.Number)).ToListAsync(ct);

    public async Task<IReadOnlyList<Case>> FindRepeatsAsync(IReadOnlyList<Guid> leads, CancellationToken ct) =>
        await Whole().Where(c => leads.Contains(c.MergedIntoId!.Value)).ToListAsync(ct);

    /// <summary>Many cases at once: text and timeline of each come in statements of their own, not multiplied with each other.</summary>
    private IQueryable<Case> Whole() =>
        context.Set<Case>().Include(c => c.Steps.OrderBy(s => s.Sequence)).Include(c => c.Parties.OrderBy(p => p.Position)).AsSplitQuery();

    public Task<CaseNumber?> FindNumberBySubmissionAsync(Guid submissionKey, CancellationToken ct) =>
        context.Set<Case>().Where(c => c.SubmissionKey == submissionKey).Select(c => c.Number).SingleOrDefaultAsync(ct);

    public async Task<long> NextSerialAsync(AreaCode place, int year, CancellationToken ct)
    {
        var county = place.Value[..6];
        var last = await context.Database.SqlQuery<long>(
            $"""
             insert into case_number_counters as c (county_code, year, last) values ({county}, {year}, 1)
             on conflict (county_code, year) do update set last = c.last + 1
             returning last as "Value"
             """).ToListAsync(ct);
        return last[0];
    }

    public async Task<IReadOnlyList<Guid>> FindExpiredConsultationsAsync(DateTimeOffset now, int most, CancellationToken ct) =>
        await context.Set<Case>().Where(c => c.ConsultUntil <= now).OrderBy(c => c.ConsultUntil).Select(c => c.Id).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> FindExpiredPausesAsync(DateTimeOffset now, int most, CancellationToken ct) =>
        await context.Set<Case>().Where(c => c.PausedUntil <= now).OrderBy(c => c.PausedUntil).Select(c => c.Id).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> FindWatchedAsync(DateTimeOffset now, int most, CancellationToken ct) =>
        await context.Set<Case>().Where(c => c.WatchAt <= now).OrderBy(c => c.WatchAt).Select(c => c.Id).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<Case>> FindManyAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        await OpenCases.Whole(context.Set<Case>()).Where(c => ids.Contains(c.Id)).ToListAsync(ct);
    public async Task<IReadOnlyList<Guid>> FindMissingReceiptsAsync(DateTimeOffset now, int most, CancellationToken ct) =>
        await context.Set<HandOver>().Where(h => h.RemindAt <= now).OrderBy(h => h.RemindAt).Select(h => h.CaseId).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> FindUnrestrictedAsync(IReadOnlyList<string> categories, int most, CancellationToken ct) =>
        await context.Set<Case>().Where(c => c.IsRestricted && c.Restriction == null).Select(c => c.Id).Take(most)
            .Concat(context.Set<Case>().Where(c => !c.IsRestricted && categories.Contains(c.CategoryCode) && c.Restriction == null).Select(c => c.Id).Take(most))
            .ToListAsync(ct);

    /// <summary>
    /// A step that changes nothing but the timeline still changes the case: its row is written too, so that two people who save the
    /// same case meet on its version. Mere words (备注, 批示) do not: nobody has to look at them before the next step.
    /// </summary>
    public static void TouchWhatGrew(GovernanceDbContext context)
    {
        var grown = context.ChangeTracker.Entries<CaseStep>().Where(e => e.State == EntityState.Added && !RemarkRule.IsRemark(e.Entity.Kind)).Select(e => e.Entity.CaseId).ToHashSet();
        foreach (var entry in context.ChangeTracker.Entries<Case>().Where(e => e.State == EntityState.Unchanged && grown.Contains(e.Entity.Id)))
            entry.Property(c => c.State).IsModified = true;
    }

    /// <summary>Sets the step clock of every case that was touched: a step taken, facts corrected, or new.</summary>
    public static void Wind(GovernanceDbContext context, ThresholdClock clocks)
    {
        var touched = context.ChangeTracker.Entries<CaseStep>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.CaseId).ToHashSet();
        foreach (var subject in context.ChangeTracker.Entries<Case>().Where(e => touched.Contains(e.Entity.Id)).Select(e => e.Entity).ToList())
        {
            var steps = subject.Steps.Count;
            clocks.Wind(subject);
            // What the clock did by itself is in the trail like everything else.
            foreach (var step in subject.Steps.Skip(steps))
                context.Add(AuditEntry.Create(clocks.Itself, CaseAudit.Of(subject, step.Kind, ""), step.At));
        }
    }

    public void Add(Case added) => context.Add(added);
}
