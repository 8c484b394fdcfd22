using System.Text.RegularExpressions;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>bodies.csv</c>.</summary>
internal static partial class BodyFile
{
    private const string Name = "bodies.csv";

    /// <summary>The templates that are sound, in the file's order.</summary>
    public static IReadOnlyList<BodyTemplate> Read(PackFiles files)
    {
        var rows = files.Rows(Name, "level", "key", "kind", "division_kinds", "name_ending", "name", "short_name", "competence");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var templates = new List<BodyTemplate>();
        foreach (var row in rows)
        {
            if (!seen.Add($"{row["level"]}/{row["key"]}/{row["division_kinds"]}/{row["name_ending"]}"))
                row.Refuse($"同一层级的机构键重复：{row["key"]}");
            if (ReadRow(row) is { } template)
                templates.Add(template);
        }

        if (rows.Count == 0)
            return templates;
        foreach (var (level, key) in BodyKeys.Required.Where(r => !templates.Any(t => t.Level == r.Level && t.Key == r.Key)))
            files.Refuse(Name, 0, $"缺少机构：{level.ToString().ToLowerInvariant()} 层级的 {key}");
        return templates;
    }

    private static BodyTemplate? ReadRow(PackRow row)
    {
        var key = row.Matching("key", Key(), "小写字母和连字符");
        var name = Template(row, "name");
        var shortName = Template(row, "short_name");
        if (row.Enum<DivisionLevel>("level") is not { } level || row.Enum<BodyKind>("kind") is not { } kind)
            return null;
        var kinds = row["division_kinds"].Split('|', StringSplitOptions.RemoveEmptyEntries);
        foreach (var unknown in kinds.Except(DivisionKinds.Of(level)))
            row.Refuse($"该层级没有这种区划：{unknown}");
        return new BodyTemplate(level, key, kind, kinds, row["name_ending"], name, shortName, row["competence"]);
    }

    private static string Template(PackRow row, string column)
    {
        var text = row.Required(column);
        if (Placeholder().Replace(text, "").IndexOfAny(['{', '}']) >= 0)
            row.Refuse($"{column} 只能用 {{name}}、{{short}}、{{city}}：{text}");
        return text;
    }

    [GeneratedRegex("^[a-z][a-z-]*$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{(name|short|city)\}")]
    private static partial Regex Placeholder();
}
