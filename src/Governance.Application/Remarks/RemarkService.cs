using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;

namespace Governance.Application.Remarks;

/// <summary>Something somebody wants to say about a case; it goes to the case as it is now, whatever was done meanwhile.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">备注, 催办 or 批示.</param>
/// <param name="Note">The words.</param>
public sealed record SayRemark(Guid CaseId, CaseStepKind Kind, string Note);

/// <summary>What people say about a case without moving it: 备注, 催办, 批示.</summary>
public sealed class RemarkService(IUnitOfWorkFactory units, TimeProvider time)
{
    /// <summary>Adds the words to the timeline.</summary>
    /// <returns>The number of the case; refused when the person may not know of the case or not say this.</returns>
    public Task<Result<CaseNumber>> SayAsync(Actor actor, SayRemark command, CancellationToken ct = default) =>
        units.ExecuteAsync<CaseNumber>(async unit =>
        {
            var found = await unit.Cases.FindAsync(command.CaseId, ct);
            if (found is null || !CaseVisibility.Of(actor).Allows(found))
                return new CaseErrors.NotFound();
            if (!actor.May(RemarkRule.For(command.Kind).Permission))
                return new PlatformErrors.NotPermitted();
            var said = found.Remark(command.Kind, actor, command.Note, time.GetUtcNow());
            if (!said.IsOk)
                return Result<CaseNumber>.Refused(said.Errors);
            unit.Audit(actor, CaseAudit.Of(found, command.Kind, ""));
            return found.Number;
        }, ct);
}
