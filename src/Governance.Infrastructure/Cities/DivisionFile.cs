using System.Text.RegularExpressions;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>divisions.csv</c>.</summary>
internal static partial class DivisionFile
{
    private const string Name = "divisions.csv";

    /// <summary>The divisions that are sound, in order of code; the faults of the others are noted.</summary>
    public static IReadOnlyList<Division> Read(PackFiles files, AreaCode? city)
    {
        var rows = files.Rows(Name, "code", "name", "parent", "level", "kind", "initials");
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!codes.TryAdd(row["code"], row.Line))
                row.Refuse($"代码重复：{row["code"]} 已在第 {codes[row["code"]]} 行");
        }

        var divisions = new List<Division>(rows.Count);
        foreach (var row in rows)
        {
            if (ReadRow(row, codes, city) is { } division)
                divisions.Add(division);
        }

        if (city is { } code && rows.Count > 0 && !codes.ContainsKey(code.Value))
            files.Refuse(Name, 0, $"缺少本市：{code}");
        return [.. divisions.DistinctBy(d => d.Code).OrderBy(d => d.Code)];
    }

    private static Division? ReadRow(PackRow row, Dictionary<string, int> codes, AreaCode? city)
    {
        var name = row.Required("name");
        var initials = row.Matching("initials", LettersAndDigits(), "小写字母或数字");
        if (row.Area("code") is not { } code || row.Enum<DivisionLevel>("level") is not { } level)
            return null;
        if (code.Level != level)
            row.Refuse($"层级与代码不符：{code} 应为 {code.Level.ToString().ToLowerInvariant()}");
        if (!DivisionKinds.Of(level).Contains(row["kind"]))
            row.Refuse($"kind 应为 {string.Join('、', DivisionKinds.Of(level))} 之一：{row["kind"]}");
        if (city is { } own && !own.Contains(code) && !code.Contains(own))
            row.Refuse($"不在本市之内：{code}");
        return Division.Create(code, name, Parent(row, code, codes), level, row["kind"], initials);
    }

    private static AreaCode? Parent(PackRow row, AreaCode code, Dictionary<string, int> codes)
    {
        if (code.Level == DivisionLevel.Province)
        {
            if (row["parent"].Length > 0)
                row.Refuse("省级没有上级");
            return null;
        }

        if (row.Area("parent") is not { } parent)
            return null;
        if (!codes.ContainsKey(parent.Value))
            row.Refuse($"上级不存在：{parent}");
        else if (parent != code.AncestorAt(code.Level - 1))
            row.Refuse($"上级与代码不符：应为 {code.AncestorAt(code.Level - 1)}");
        return parent;
    }

    [GeneratedRegex("^[a-z0-9]+$")]
    private static partial Regex LettersAndDigits();
}
