using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>mediation-trades.csv</c> and <c>mediation-items.csv</c>.</summary>
internal static class MediationFiles
{
    private const string TradesName = "mediation-trades.csv";
    private const string ItemsName = "mediation-items.csv";

    /// <summary>The trades with committees of their own, in the file's order.</summary>
    public static IReadOnlyList<MediationTrade> ReadTrades(PackFiles files, IReadOnlyList<CaseCategory> categories, IReadOnlyList<Ground> grounds)
    {
        var trades = new List<MediationTrade>();
        foreach (var row in files.Rows(TradesName, "name", "categories", "ground"))
        {
            var codes = Categories(row, categories);
            if (codes.Count == 0)
                row.Refuse("categories 不能为空");
            foreach (var code in codes.Where(code => trades.Exists(t => t.Categories.Contains(code))))
                row.Refuse($"类别属于两种纠纷：{code}");
            if (grounds.Count > 0 && grounds.All(g => g.Key != row["ground"]))
                row.Refuse($"依据不在 grounds.csv 中：{row["ground"]}");
            trades.Add(new MediationTrade(row.Required("name"), codes, row["ground"]));
        }

        return trades;
    }

    /// <summary>The matters of administrative mediation, in the file's order.</summary>
    public static IReadOnlyList<MediationItemTemplate> ReadItems(
        PackFiles files, IReadOnlyList<CaseCategory> categories, IReadOnlyList<BodyTemplate> bodies)
    {
        var keys = bodies.Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        var items = new List<MediationItemTemplate>();
        foreach (var row in files.Rows(ItemsName, "matter", "categories", "levels", "body", "remedy", "law", "status"))
        {
            if (items.Exists(i => i.Matter == row["matter"]))
                row.Refuse($"事项重复：{row["matter"]}");
            if (row.Required("matter").Length > MediationItemFacts.MatterLength)
                row.Refuse($"matter 最多 {MediationItemFacts.MatterLength} 个字");
            if (keys.Count > 0 && !keys.Contains(row["body"]))
                row.Refuse($"机构键不在 bodies.csv 中：{row["body"]}");
            // Only what was seen in the text of a law may be shown as law.
            if (row.Enum<TimeLimitStatus>("status") is { } status && status == TimeLimitStatus.Verified != row["law"].Length > 0)
                row.Refuse("已核实的事项应写明法律和条款，待本市确认的不写");
            else
                items.Add(new MediationItemTemplate(
                    row["matter"], Categories(row, categories), Levels(row), row["body"], row.Required("remedy"), row["law"],
                    row["law"].Length > 0 ? TimeLimitStatus.Verified : TimeLimitStatus.CityToConfirm));
        }

        return items;
    }

    private static List<string> Categories(PackRow row, IReadOnlyList<CaseCategory> categories)
    {
        var codes = row["categories"].Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (categories.Count > 0)
            foreach (var unknown in codes.Where(code => categories.All(c => c.Code != code)))
                row.Refuse($"类别不存在：{unknown}");
        return [.. codes];
    }

    private static List<DivisionLevel> Levels(PackRow row)
    {
        var levels = new List<DivisionLevel>();
        foreach (var name in row["levels"].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SnakeEnum<DivisionLevel>.Find(name) is { } level and (DivisionLevel.City or DivisionLevel.County or DivisionLevel.Township))
                levels.Add(level);
            else
                row.Refuse($"办理层级应为 city、county、township：{name}");
        }

        if (levels.Count == 0)
            row.Refuse("levels 不能为空");
        return levels;
    }
}
