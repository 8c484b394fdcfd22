using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>supervision.csv</c>.</summary>
internal static class SupervisionFile
{
    /// <summary>The thresholds in the file's order; none means that nothing happens by itself.</summary>
    public static IReadOnlyList<SupervisionThreshold> Read(PackFiles files)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var thresholds = new List<SupervisionThreshold>();
        foreach (var row in files.Rows("supervision.csv", "id", "action", "clock", "measure", "value", "reply_days", "note"))
        {
            if (!ids.Add(row.Required("id")))
                row.Refuse($"编号重复：{row["id"]}");
            if (row.Enum<ThresholdAction>("action") is not { } action || row.Enum<WatchedClock>("clock") is not { } clock
                || row.Enum<ThresholdMeasure>("measure") is not { } measure)
                continue;
            var value = measure == ThresholdMeasure.PercentUsed ? row.Int("value", 1, 99) : row.Int("value", 0, 99);
            var days = action == ThresholdAction.Urge ? row.Int("reply_days", 0, 0) : row.Int("reply_days", 1, 30);
            thresholds.Add(new SupervisionThreshold(row["id"], action, clock, measure, value, days, row["note"]));
        }
        return thresholds;
    }
}
