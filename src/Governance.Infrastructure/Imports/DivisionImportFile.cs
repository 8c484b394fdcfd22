using System.Text.RegularExpressions;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Cities;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Reads divisions in the layout of a pack's <c>divisions.csv</c> or in that of the statistical lists (twelve-digit code beside a
/// short one, levels 1 to 5, no initials).
/// </summary>
internal sealed partial class DivisionImportFile(ImportTable table, CityPack pack)
{
    private const int NameLength = 60;

    private static readonly string[] PackLayout = ["code", "name", "parent", "level", "kind", "initials"];
    private static readonly string[] ListLayout = ["code12", "name", "parent_code", "level", "unit_kind"];

    private readonly Dictionary<AreaCode, int> _lines = [];

    private bool IsList => table.Layout == 1;

    public static Task<ImportTable> OpenAsync(string path, CancellationToken ct) =>
        ImportTable.OpenAsync(path, [PackLayout, ListLayout], ct);

    /// <summary>The divisions in order of their code; to be used only when the table has no fault.</summary>
    public IReadOnlyList<Division> Read()
    {
        var divisions = table.Rows().Select(ReadRow).OfType<Division>().ToList();
        foreach (var division in divisions.Where(d => d.Parent is { } p && !_lines.ContainsKey(p) && pack.FindDivision(p) is null))
            table.Refuse(_lines[division.Code], $"上级 {division.Parent} 既不在文件中，也不在平台中。");
        return [.. divisions.OrderBy(d => d.Code)];
    }

    private Division? ReadRow(ImportRow row)
    {
        var codeText = row[IsList ? "code12" : "code"].Trim();
        if (!AreaCode.TryParse(codeText, out var code))
            return Refuse(row, $"代码应为十二位数字：{codeText}");
        if (!_lines.TryAdd(code, row.Line))
            return Refuse(row, $"代码 {code} 与第 {_lines[code]} 行重复。");
        if (!pack.Profile.AreaCode.Contains(code) && !code.Contains(pack.Profile.AreaCode))
            return Refuse(row, $"{code} 不在{pack.Profile.Name}之内。");
        if (Level(row["level"].Trim()) != code.Level)
            return Refuse(row, $"层级“{row["level"]}”与代码 {code} 不符。");
        var name = row["name"].Trim();
        if (name.Length is 0 or > NameLength || row.HasControlCharacter("name"))
            return Refuse(row, name.Length == 0 ? "名称为空。" : $"名称超过 {NameLength} 个字或含有控制字符。");
        var parent = code.Level == DivisionLevel.Province ? (AreaCode?)null : code.AncestorAt(code.Level - 1);
        var parentText = row[IsList ? "parent_code" : "parent"].Trim();
        if (parentText != (parent is null ? "" : IsList ? parent.Value.Significant : parent.Value.Value))
            return Refuse(row, $"上级“{parentText}”与代码 {code} 不符。");
        return Kind(row, code) is { } kind && Initials(row, code) is { } initials
            ? Division.Create(code, name, parent, code.Level, kind, initials)
            : null;
    }

    private DivisionLevel? Level(string text) => IsList
        ? int.TryParse(text, out var rank) && Enum.IsDefined((DivisionLevel)rank) ? (DivisionLevel)rank : null
        : SnakeEnum<DivisionLevel>.Find(text);

    private string? Kind(ImportRow row, AreaCode code)
    {
        var kinds = DivisionKinds.Of(code.Level);
        var kind = row[IsList ? "unit_kind" : "kind"].Trim();
        // The lists leave it empty where a level has one kind only.
        if (kind.Length == 0 && kinds.Count == 1)
            return kinds[0];
        if (kinds.Contains(kind))
            return kind;
        Refuse(row, $"类型“{kind}”不是 {string.Join("、", kinds)} 之一。");
        return null;
    }

    private string? Initials(ImportRow row, AreaCode code)
    {
        var initials = IsList ? "" : row["initials"].Trim();
        if (initials.Length == 0)
            return pack.FindDivision(code)?.Initials ?? "";
        if (LettersAndDigits().IsMatch(initials))
            return initials;
        Refuse(row, "拼音首字母应为 60 位以内的小写字母或数字。");
        return null;
    }

    private Division? Refuse(ImportRow row, string reason)
    {
        table.Refuse(row.Line, reason);
        return null;
    }

    [GeneratedRegex("^[a-z0-9]{1,60}$")]
    private static partial Regex LettersAndDigits();
}
