using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

internal sealed class CaseRepository(GovernanceDbContext context) : ICaseRepository
{
    public Task<Case?> FindAsync(Guid id, CancellationToken ct) =>
        context.Set<Case>().Include(c => c.Steps.OrderBy(s => s.Sequence)).SingleOrDefaultAsync(c => c.Id == id, ct);

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

    public void Add(Case added) => context.Add(added);
}
