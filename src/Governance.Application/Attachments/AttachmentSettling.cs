using Governance.Application.Platform;

namespace Governance.Application.Attachments;

/// <summary>Brings together what a crash left apart: a file with a row gets its lasting place, one without goes.</summary>
public sealed class AttachmentSettling(IUnitOfWorkFactory units, IAttachmentStore store, TimeProvider time) : ITimedStep
{
    /// <summary>No transaction lasts that long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct) => Task.FromResult(store.FindUnsettled(time.GetUtcNow() - Patience, most));

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var hasRow = await units.ExecuteAsync<bool>(async unit => await unit.Attachments.FindAsync(subject, ct) is not null, ct);
        if (!hasRow.IsOk)
            return false;
        if (hasRow.Value)
            store.Settle(subject);
        else
            store.Discard(subject);
        return true;
    }
}
