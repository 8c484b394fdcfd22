using Governance.Application.Platform;
using Governance.Domain.Common;

namespace Governance.Application.Bulk;

/// <summary>
/// Runs an operation to its end and saves nothing: a preview asks the very services that will do the work, so that the two cannot say
/// different things.
/// </summary>
internal sealed class Rehearsal(IUnitOfWorkFactory units) : IUnitOfWorkFactory
{
    /// <inheritdoc />
    public async Task<Result<T>> ExecuteAsync<T>(Func<IUnitOfWork, Task<Result<T>>> work, CancellationToken ct)
    {
        Result<T>? outcome = null;
        var ended = await units.ExecuteAsync<T>(async unit =>
        {
            outcome = await work(unit);
            // A refusal is what makes the unit of work throw everything away.
            return outcome.IsOk ? new Rehearsed() : outcome;
        }, ct);
        return outcome is { IsOk: true } && ended.Errors is [Rehearsed] ? outcome : ended;
    }

    /// <summary>Said by the rehearsal to the unit of work only.</summary>
    private sealed record Rehearsed() : Error("bulk.rehearsed", "仅为预览，没有保存。");
}
