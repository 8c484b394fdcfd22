using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;

namespace Governance.Application.Leads;

/// <summary>Sends cases whose departments have not agreed in time to the centre (会商期满).</summary>
public sealed class ConsultationExpiry(IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time) : ITimedStep
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Cases.FindExpiredConsultationsAsync(time.GetUtcNow(), most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var system = SystemActor.Named(TimedSteps.ActorName, reference.Pack);
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            if (await unit.Cases.FindAsync(subject, ct) is not { } found)
                return false;
            var steps = found.Steps.Count;
            // Asked again of fresh data: another instance or a department may have been faster.
            var went = found.ExpireConsultation(system, LeadQuestion.CentreOf(reference.Pack, found), time.GetUtcNow());
            CaseAudit.Steps(unit, system, found, steps);
            return went;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }
}
