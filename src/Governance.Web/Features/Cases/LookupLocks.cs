namespace Governance.Web.Features.Cases;

/// <summary>
/// Closes a number to guessing of its phone tail: after a few misses it answers nobody for a minute, then for twice as long each time. Numbers
/// that do not exist are counted the same, so that being closed tells nothing. A try is counted before it is looked at: many at once gain
/// nothing.
/// </summary>
public sealed class LookupLocks(TimeProvider time)
{
    /// <summary>Misses that cost nothing.</summary>
    public const int FreeMisses = 5;

    /// <summary>The longest a number stays closed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int MostKept = 50_000;

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Tries, DateTimeOffset At, DateTimeOffset ClosedUntil)> _numbers = [];

    /// <summary>Counts a try.</summary>
    /// <returns>How long the number is still closed; null when it may be looked up.</returns>
    public TimeSpan? Try(string number)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_numbers.Count >= MostKept)
                ForgetOld(now);
            var (tries, at, closed) = _numbers.GetValueOrDefault(number);
            if (now < closed)
                return closed - now;
            tries = now - at > Forgotten ? 1 : tries + 1;
            var over = tries - FreeMisses;
            closed = over < 0 ? default : now + TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, Math.Pow(2, Math.Min(over, 10))));
            _numbers[number] = (tries, now, closed);
            return null;
        }
    }

    /// <summary>Number and tail fitted: whoever asks knows both.</summary>
    public void Fitted(string number)
    {
        lock (_gate)
            _numbers.Remove(number);
    }

    // When that many numbers are tried, those that are not closed are the least worth keeping.
    private void ForgetOld(DateTimeOffset now)
    {
        foreach (var (number, state) in _numbers.ToList())
            if (state.ClosedUntil <= now)
                _numbers.Remove(number);
        if (_numbers.Count >= MostKept)
            _numbers.Clear();
    }
}
