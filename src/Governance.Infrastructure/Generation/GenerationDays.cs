namespace Governance.Infrastructure.Generation;

/// <summary>Spreads cases over days: months by their share, working days three times as busy as others.</summary>
internal static class GenerationDays
{
    private const int BusyFactor = 3;

    /// <summary>Every day with how many cases begin on it, the oldest first; the counts add up to what was asked for.</summary>
    public static IEnumerable<(DateOnly Day, int Cases)> Spread(GenerationRequest request, Func<DateOnly, bool> isWorkingDay)
    {
        var first = request.Until.AddYears(-request.Years).AddDays(1);
        var days = Enumerable.Range(0, request.Until.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        var weights = days.ConvertAll(day => (double)GenerationShares.Months[day.Month - 1] * (isWorkingDay(day) ? BusyFactor : 1));
        var (total, passed, given) = (weights.Sum(), 0.0, 0);
        for (var i = 0; i < days.Count; i++)
        {
            passed += weights[i];
            // Rounding the running sum, not each day, makes the days add up.
            var upTo = i == days.Count - 1 ? request.Cases : (int)(request.Cases * (passed / total));
            yield return (days[i], upTo - given);
            given = upTo;
        }
    }
}
