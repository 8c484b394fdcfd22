namespace Governance.Application.Platform;

/// <summary>
/// A step that time takes, not a person. Finding and taking are apart: whatever was found is asked again on fresh data when it is taken,
/// so that several instances, a restart or a person who is faster do no harm.
/// </summary>
public interface ITimedStep
{
    /// <summary>Keys of what is due, the longest due first.</summary>
    Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct);

    /// <summary>Takes the step where it is still due, with its audit entry, in one transaction.</summary>
    /// <returns>False when there was nothing to do any more.</returns>
    Task<bool> TakeAsync(Guid subject, CancellationToken ct);
}

/// <summary>Takes every timed step that is due.</summary>
public sealed class TimedSteps(IEnumerable<ITimedStep> steps)
{
    /// <summary>Who timelines and audit trail name.</summary>
    public const string ActorName = "系统";

    private const int AtOnce = 200;

    /// <summary>Takes what is due now. A step that fails does not keep the others from being taken; the faults come together at the end.</summary>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        var taken = 0;
        var faults = new List<Exception>();
        foreach (var step in steps)
            foreach (var subject in await step.FindDueAsync(AtOnce, ct))
            {
                try
                {
                    taken += await step.TakeAsync(subject, ct) ? 1 : 0;
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    faults.Add(fault);
                }
            }
        return faults.Count == 0 ? taken : throw new AggregateException(faults);
    }
}
