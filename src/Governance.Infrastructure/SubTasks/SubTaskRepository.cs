using Governance.Application.SubTasks;
using Governance.Domain.Cases;
using Governance.Domain.SubTasks;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.SubTasks;

internal sealed class SubTaskRepository(GovernanceDbContext context) : ISubTaskRepository
{
    public Task<SubTask?> FindAsync(Guid id, CancellationToken ct) => context.Set<SubTask>().SingleOrDefaultAsync(t => t.Id == id, ct);

    public void Add(SubTask added) => context.Add(added);

    /// <summary>
    /// Withdraws what is open of cases whose assignment ended in this unit of work, whichever verb ended it. It costs a statement only
    /// where there was something open.
    /// </summary>
    public static async Task EndWithAssignmentAsync(GovernanceDbContext context, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var entry in context.ChangeTracker.Entries<Case>().ToList())
        {
            var open = entry.Property(c => c.OpenTasks);
            if (open.OriginalValue == 0 || open.CurrentValue > 0 || entry.Entity.LeadBodyCode is not null)
                continue;
            foreach (var task in await context.Set<SubTask>().Where(t => t.CaseId == entry.Entity.Id && t.EndedAt == null).ToListAsync(ct))
                task.EndWithAssignment(now);
        }
    }
}
