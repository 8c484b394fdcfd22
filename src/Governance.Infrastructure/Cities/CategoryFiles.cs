using System.Text.RegularExpressions;
using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>categories.csv</c>, <c>category-keywords.csv</c> and <c>message-labels.csv</c>.</summary>
internal static partial class CategoryFiles
{
    /// <summary>File of the categories.</summary>
    public const string Name = "categories.csv";

    private const string KeywordsName = "category-keywords.csv";

    /// <summary>The categories in order of code.</summary>
    public static IReadOnlyList<CaseCategory> Read(PackFiles files, IReadOnlyList<BodyTemplate> bodies)
    {
        var rows = files.Rows(Name, "code", "parent", "name", "department", "default_urgency");
        var keys = bodies.Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !codes.Add(row["code"])))
            row.Refuse($"类别代码重复：{row["code"]}");

        var categories = new List<CaseCategory>();
        foreach (var row in rows)
        {
            var code = row.Matching("code", CodePattern(), "两位（大类）或四位（小类）数字");
            var parent = row["parent"].Length == 0 ? null : row["parent"];
            if (code.Length == 4 && parent != code[..2])
                row.Refuse($"小类的上级应为 {code[..2]}");
            if (code.Length == 2 && parent is not null)
                row.Refuse("大类没有上级");
            if (parent is not null && !codes.Contains(parent))
                row.Refuse($"上级类别不存在：{parent}");
            // Nothing to compare with when bodies.csv itself could not be read.
            if (keys.Count > 0 && !keys.Contains(row["department"]))
                row.Refuse($"机构键不在 bodies.csv 中：{row["department"]}");
            if (row.Enum<CaseUrgency>("default_urgency") is { } urgency)
                categories.Add(new CaseCategory(code, parent, row.Required("name"), row["department"], urgency));
        }

        foreach (var row in rows.Where(row => row["code"].Length == 2 && categories.TrueForAll(c => c.Parent != row["code"])))
            row.Refuse($"大类没有小类：{row["code"]}");
        return [.. categories.DistinctBy(c => c.Code).OrderBy(c => c.Code, StringComparer.Ordinal)];
    }

    /// <summary>The keywords in the file's order.</summary>
    public static IReadOnlyList<CategoryKeyword> ReadKeywords(PackFiles files, IReadOnlyList<CaseCategory> categories)
    {
        var rows = files.Rows(KeywordsName, "category", "keyword", "weight");
        var leaves = categories.Where(c => c.IsLeaf).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string, string)>();
        var keywords = new List<CategoryKeyword>(rows.Count);
        foreach (var row in rows)
        {
            if (!leaves.Contains(row["category"]))
                row.Refuse($"小类不存在：{row["category"]}");
            if (row["keyword"].Trim().Length < 2 || row["keyword"].Trim() != row["keyword"])
                row.Refuse($"关键词至少两个字，前后无空格：{row["keyword"]}");
            if (!seen.Add((row["category"], row["keyword"])))
                row.Refuse($"关键词重复：{row["keyword"]}");
            keywords.Add(new CategoryKeyword(row["category"], row["keyword"], row.Int("weight", 1, 9)));
        }

        if (rows.Count == 0)
            return keywords;
        foreach (var leaf in leaves.Except(keywords.Select(k => k.Category)).Order(StringComparer.Ordinal))
            files.Refuse(KeywordsName, 0, $"小类没有关键词：{leaf}");
        return keywords;
    }

    /// <summary>The classes of imported messages.</summary>
    public static IReadOnlyList<MessageLabel> ReadLabels(PackFiles files, IReadOnlyList<CaseCategory> categories)
    {
        var tops = categories.Where(c => !c.IsLeaf).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var rows = files.Rows("message-labels.csv", "label", "category");
        foreach (var row in rows)
        {
            row.Required("label");
            if (!tops.Contains(row["category"]))
                row.Refuse($"大类不存在：{row["category"]}");
        }

        return [.. rows.GroupBy(row => row["label"]).Select(g => new MessageLabel(g.Key, [.. g.Select(row => row["category"])]))];
    }

    [GeneratedRegex("^([0-9]{2}|[0-9]{4})$")]
    private static partial Regex CodePattern();
}
