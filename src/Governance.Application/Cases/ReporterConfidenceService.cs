using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>要求保密 or 解除保密.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Reason">When and how the reporter asked for it, or agreed to end it.</param>
public sealed record ChangeConfidence(Guid CaseId, uint Version, string Reason);

/// <summary>The reporter's wish to be kept confidential, when it comes or ends after the case was logged (A8).</summary>
public sealed class ReporterConfidenceService(IUnitOfWorkFactory units, TimeProvider time)
{
    /// <summary>要求保密.</summary>
    public Task<Result<CaseNumber>> KeepAsync(Actor actor, ChangeConfidence command, CancellationToken ct = default) =>
        ChangeAsync(actor, command, found => found.KeepReporterConfidential(actor, command.Reason, time.GetUtcNow()), ct);

    /// <summary>解除保密, with the reporter's consent.</summary>
    public Task<Result<CaseNumber>> EndAsync(Actor actor, ChangeConfidence command, CancellationToken ct = default) =>
        ChangeAsync(actor, command, found => found.EndReporterConfidence(actor, command.Reason, time.GetUtcNow()), ct);

    private Task<Result<CaseNumber>> ChangeAsync(Actor actor, ChangeConfidence command, Func<Case, Result> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, command.CaseId, command.Version, (_, found) => Task.FromResult(change(found)), (_, step) => step.Note, ct);
}
