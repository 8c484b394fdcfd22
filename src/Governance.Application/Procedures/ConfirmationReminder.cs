using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>Reminds of agreements whose time for judicial confirmation ends soon (司法确认, H42).</summary>
public sealed class ConfirmationReminder(IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time) : ITimedStep
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Procedures.FindToRemindAsync(now, now + Procedure.RemindBefore, most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var system = SystemActor.Named(TimedSteps.ActorName, reference.Pack);
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            if (await unit.Procedures.FindAsync(subject, ct) is not { } procedure || await unit.Cases.FindAsync(procedure.CaseId, ct) is not { } found)
                return false;
            // Asked again of fresh data: another instance or the parties may have been faster.
            if (!procedure.Remind(system, time.GetUtcNow()))
                return false;
            unit.Audit(system, new AuditRecord("procedure.remind", "case", found.Number.Value, found.Place, procedure.KindName));
            return true;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }
}
