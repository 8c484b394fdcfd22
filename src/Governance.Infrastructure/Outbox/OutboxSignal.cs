namespace Governance.Infrastructure.Outbox;

/// <summary>
/// Wakes the worker of this process when a step was saved here, so that news takes a moment without a notification of the database
/// in the transaction of the step: those make every commit wait for every other.
/// </summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>There is something to hand on.</summary>
    public void Raise()
    {
        try
        {
            if (_raised.CurrentCount == 0)
                _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else was faster: the worker wakes all the same.
        }
    }

    /// <summary>Waits until it is raised, or the time is over.</summary>
    /// <returns>True when it was raised.</returns>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken ct) => _raised.WaitAsync(most, ct);

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}
