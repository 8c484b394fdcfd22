using Governance.Application.Cases;
using Governance.Application.Charges;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Charges;

/// <summary>Reads charges; each call opens a short context of its own.</summary>
public sealed class ChargeQueries(IDbContextFactory<GovernanceDbContext> contexts) : IChargeQueries
{
    private const int MostLeaders = 200;

    private static readonly CaseStepKind[] Kinds =
        [CaseStepKind.Instruct, CaseStepKind.ReportInstruction, CaseStepKind.NameInCharge, CaseStepKind.FollowUp, CaseStepKind.EndCharge];

    /// <inheritdoc />
    public Task<ChargeRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) => StorageFaults.GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<Case>().AsNoTracking().AsSingleQuery().VisibleTo(visibility).Where(c => c.Id == caseId)
            .Select(c => new ChargeRecord(
                c.ChargeLeaderId, c.ChargeLeaderName, c.ChargeEveryDays, c.ChargeDueOn,
                c.Steps.Where(s => Kinds.Contains(s.Kind)).OrderByDescending(s => s.Sequence)
                    .Select(s => new ChargeStepRow(s.Sequence, s.Kind, s.At, s.ActorName, s.BodyName, s.Note, s.TargetBodyName, s.Facts)).ToList()))
            .SingleOrDefaultAsync(ct);
    });

    /// <inheritdoc />
    public Task<IReadOnlyList<ChargeRow>> ListAsync(CaseVisibility visibility, Guid leader, int most, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<ChargeRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Case>().AsNoTracking().VisibleTo(visibility).Where(c => c.ChargeLeaderId == leader).Where(CaseFilter.IsOpen)
                .OrderBy(c => c.ChargeDueOn).ThenBy(c => c.Id).Take(most)
                .Select(c => new ChargeRow(
                    c.Id, c.Number, c.Title, c.State, c.Place, c.LeadBodyName, c.DueAt, c.ClosedAt, c.ChargeEveryDays!.Value, c.ChargeDueOn!.Value))
                .ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<IReadOnlyList<Actor>> FindLeadersAsync(AreaCode place, CancellationToken ct) => StorageFaults.GuardAsync<IReadOnlyList<Actor>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var above = new List<string>();
        for (var level = place.Level; level >= DivisionLevel.City; level--)
            above.Add(place.AncestorAt(level).Value);
        var found = await context.Users.AsNoTracking().Where(u => u.Role == Role.Leader && above.Contains((string)(object)u.ScopeCode))
            .Where(u => u.LockoutEnd == null || u.LockoutEnd < PortalUser.SuspendedUntil).OrderBy(u => u.Id).Take(MostLeaders)
            .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.BodyCode, u.BodyName, u.ScopeCode)).ToListAsync(ct);
        return [.. found.OrderByDescending(l => l.Scope.Level)];
    });
}
