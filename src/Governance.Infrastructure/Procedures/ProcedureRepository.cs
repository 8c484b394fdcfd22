using Governance.Application.Procedures;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Procedures;

internal sealed class ProcedureRepository(GovernanceDbContext context) : IProcedureRepository
{
    public Task<Procedure?> FindAsync(Guid id, CancellationToken ct) =>
        context.Set<Procedure>().Include(p => p.Entries.OrderBy(e => e.Sequence)).Include(p => p.HandOvers.OrderBy(h => h.Sequence)).AsSingleQuery()
            .SingleOrDefaultAsync(p => p.Id == id, ct);

    public async Task<IReadOnlyList<Procedure>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await context.Set<Procedure>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync(ct);

    public async Task<IReadOnlyList<string>> RunningAsync(Guid caseId, CancellationToken ct) =>
        await context.Set<Procedure>().Where(p => p.CaseId == caseId && p.EndedAt == null).OrderBy(p => p.Id).Select(p => p.KindName).ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> FindToRemindAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken ct) =>
        await context.Set<Procedure>()
            .Where(p => p.ConfirmUntil > now && p.ConfirmUntil <= until && p.ConfirmAppliedOn == null && p.RemindedAt == null)
            .OrderBy(p => p.ConfirmUntil).Select(p => p.Id).Take(most).ToListAsync(ct);

    public void Add(Procedure added) => context.Add(added);

    public async Task<string> NumberPaperAsync(Guid id, DocumentTemplate template, int part, int year, DateTimeOffset at, CancellationToken ct)
    {
        if (await context.Set<PaperNumber>().Where(n => n.ProcedureId == id && n.Template == template.Code && n.Part == part).Select(n => n.Number)
            .SingleOrDefaultAsync(ct) is { } before)
            return before;
        // The counter's row stays locked until the commit: no number is given twice and none is lost.
        var last = await context.Database.SqlQuery<long>(
            $"""
             insert into paper_number_counters as c (sign, year, last) values ({template.Sign}, {year}, 1)
             on conflict (sign, year) do update set last = c.last + 1
             returning last as "Value"
             """).ToListAsync(ct);
        var number = $"{template.Sign}〔{year}〕{last[0]}号";
        context.Add(new PaperNumber { ProcedureId = id, Template = template.Code, Part = part, Number = number, MadeAt = at });
        return number;
    }

    public async Task<ConfirmedLimit?> FindConfirmedAsync(string limitId, CancellationToken ct) =>
        (await context.Set<ConfirmedLimitRow>().SingleOrDefaultAsync(r => r.LimitId == limitId, ct))?.AsConfirmed();

    public async Task ConfirmAsync(ConfirmedLimit confirmed, CancellationToken ct)
    {
        if (await context.Set<ConfirmedLimitRow>().SingleOrDefaultAsync(r => r.LimitId == confirmed.LimitId, ct) is { } row)
            (row.Value, row.Unit, row.Ground, row.ByName, row.At) = (confirmed.Value, confirmed.Unit, confirmed.Ground, confirmed.ByName, confirmed.At);
        else
            context.Add(new ConfirmedLimitRow
            {
                LimitId = confirmed.LimitId, Value = confirmed.Value, Unit = confirmed.Unit, Ground = confirmed.Ground, ByName = confirmed.ByName, At = confirmed.At,
            });
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into reference_versions as r (id, version) values (1, 1)
             on conflict (id) do update set version = r.version + 1
             """, ct);
    }
}
