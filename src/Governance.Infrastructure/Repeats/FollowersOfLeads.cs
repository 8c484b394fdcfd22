using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Repeats;

/// <summary>
/// Takes the repeats along when their lead is answered or taken up again, in the same transaction, whichever service moved the lead: nobody
/// can close a lead and forget those who follow it.
/// </summary>
internal static class FollowersOfLeads
{
    /// <summary>Looks at what is about to be saved.</summary>
    public static async Task GoAlongAsync(GovernanceDbContext context, CancellationToken ct)
    {
        var leads = context.ChangeTracker.Entries<Case>().Where(e => e.State != EntityState.Added).Select(e => e.Entity)
            .Where(c => c.RepeatCount > 0 && Followed(context, c).Any()).ToList();
        if (leads.Count == 0)
            return;
        var repeats = await new CaseRepository(context).FindRepeatsAsync([.. leads.Select(l => l.Id)], ct);
        var entries = context.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var lead in leads)
            foreach (var step in Followed(context, lead).ToList())
            {
                var action = CaseAudit.Of(lead, step.Kind, "").Action;
                var entry = entries.FirstOrDefault(e => e.SubjectId == lead.Number.Value && e.Action == action);
                foreach (var repeat in repeats.Where(r => r.MergedIntoId == lead.Id))
                {
                    repeat.Follow(lead, step);
                    if (entry is not null)
                        context.Add(entry.For(repeat.Number.Value, repeat.Place, $"随主案 {lead.Number.Value}"));
                }
            }
        context.ChangeTracker.DetectChanges();
    }

    private static IEnumerable<CaseStep> Followed(GovernanceDbContext context, Case lead) =>
        lead.Steps.Where(s => Case.IsFollowed(s.Kind) && context.Entry(s).State == EntityState.Added);
}
