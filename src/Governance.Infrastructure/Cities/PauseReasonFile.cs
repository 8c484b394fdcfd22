using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>pause-reasons.csv</c>.</summary>
internal static class PauseReasonFile
{
    private const string Name = "pause-reasons.csv";

    /// <summary>The reasons in the order people choose from.</summary>
    public static IReadOnlyList<PauseReason> Read(PackFiles files, IReadOnlyList<CaseCategory> categories)
    {
        var rows = files.Rows(Name, "key", "category", "name", "for_citizens", "law", "article", "basis", "status", "note");
        var codes = categories.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reasons = new List<PauseReason>();
        foreach (var row in rows)
        {
            if (!keys.Add(row.Required("key")))
                row.Refuse($"事由重复：{row["key"]}");
            if (row["category"] != "*" && !codes.Contains(row["category"]))
                row.Refuse($"类别不存在：{row["category"]}");
            var name = row.Required("name");
            if (row.Enum<TimeLimitBasis>("basis") is not { } basis || row.Enum<TimeLimitStatus>("status") is not { } status)
                continue;
            if (basis == TimeLimitBasis.Legal && (status != TimeLimitStatus.Verified || row["law"].Length == 0 || row["article"].Length == 0))
                row.Refuse("法定事由应已核实，并写明法律和条款");
            if (basis == TimeLimitBasis.Default && (status != TimeLimitStatus.CityToConfirm || row["law"].Length > 0))
                row.Refuse("默认事由应待本市确认，不写法律");
            reasons.Add(new PauseReason(row["key"], row["category"] == "*" ? null : row["category"], name, row["law"], row["article"], basis, status, row["note"], row.Required("for_citizens")));
        }
        return reasons;
    }
}
