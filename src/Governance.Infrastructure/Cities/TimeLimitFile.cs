using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>time-limits.csv</c>.</summary>
internal static class TimeLimitFile
{
    private const string Name = "time-limits.csv";

    /// <summary>The limits in the file's order.</summary>
    public static IReadOnlyList<TimeLimitRule> Read(PackFiles files, IReadOnlyList<CaseCategory> categories, IReadOnlyList<Division> divisions)
    {
        var rows = files.Rows(
            Name, "id", "stage", "area", "category", "urgency", "value", "unit", "count", "law", "article", "basis", "status", "note");
        var areas = divisions.Where(d => d.Level > DivisionLevel.City).Select(d => d.Code.Value).ToHashSet(StringComparer.Ordinal);
        var codes = categories.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<TimeLimitRule>();
        foreach (var row in rows)
        {
            if (!ids.Add(row.Required("id")))
                row.Refuse($"编号重复：{row["id"]}");
            if (!subjects.Add($"{row["stage"]}/{row["area"]}/{row["category"]}/{row["urgency"]}"))
                row.Refuse("同一环节、地区、类别和紧急程度有两个时限");
            if (row["area"] != "*" && !areas.Contains(row["area"]))
                row.Refuse($"地区不存在：{row["area"]}");
            if (row["category"] != "*" && !codes.Contains(row["category"]))
                row.Refuse($"类别不存在：{row["category"]}");
            if (ReadRow(row) is { } rule)
                rules.Add(rule);
        }

        if (rows.Count == 0)
            return rules;
        foreach (var stage in new[] { TimeLimitStage.Accept, TimeLimitStage.Resolve, TimeLimitStage.Consult, TimeLimitStage.Pause }
            .Where(s => !rules.Exists(r => r.Stage == s && r.Area is null && r.Category is null && r.Urgency is null)))
            files.Refuse(Name, 0, $"缺少默认时限：{stage.ToString().ToLowerInvariant()},*,*,*");
        return rules;
    }

    private static TimeLimitRule? ReadRow(PackRow row)
    {
        var value = row.Int("value", 1, 999);
        var urgency = row.EnumOrAny<CaseUrgency>("urgency");
        var stage = row.Enum<TimeLimitStage>("stage");
        var unit = row.Enum<TimeLimitUnit>("unit");
        var count = row.Enum<TimeLimitCount>("count");
        var basis = row.Enum<TimeLimitBasis>("basis");
        var status = row.Enum<TimeLimitStatus>("status");
        if (stage is null || unit is null || count is null || basis is null || status is null)
            return null;
        // Only what was seen in the text of a law may be shown as law.
        if (basis == TimeLimitBasis.Legal && (status != TimeLimitStatus.Verified || row["law"].Length == 0 || row["article"].Length == 0))
            row.Refuse("法定时限应已核实，并写明法律和条款");
        if (basis == TimeLimitBasis.Default && (status != TimeLimitStatus.CityToConfirm || row["law"].Length > 0))
            row.Refuse("默认时限应待本市确认，不写法律");
        return new TimeLimitRule(
            row["id"],
            stage.Value,
            AreaCode.TryParse(row["area"], out var area) ? area : null,
            row["category"] == "*" ? null : row["category"],
            urgency,
            value,
            unit.Value,
            count.Value,
            row["law"],
            row["article"],
            basis.Value,
            status.Value,
            row["note"]);
    }
}
