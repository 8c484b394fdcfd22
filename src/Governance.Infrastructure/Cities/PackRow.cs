using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cities;

/// <summary>One line of a pack's CSV file; every getter notes a fault with file and line when the value does not fit.</summary>
internal sealed class PackRow(PackFiles files, string file, int line, string[] columns, string[] values)
{
    public int Line => line;

    /// <summary>The value as written.</summary>
    public string this[string column] => values[Array.IndexOf(columns, column)];

    /// <summary>Notes a fault of this line.</summary>
    public void Refuse(string reason) => files.Refuse(file, line, reason);

    /// <summary>A value that must not be empty.</summary>
    public string Required(string column)
    {
        var value = this[column];
        if (string.IsNullOrWhiteSpace(value))
            Refuse($"{column} 不能为空");
        return value;
    }

    /// <summary>A value that must match a pattern.</summary>
    public string Matching(string column, Regex pattern, string wanted)
    {
        var value = this[column];
        if (!pattern.IsMatch(value))
            Refuse($"{column} 应为{wanted}：{value}");
        return value;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Int(string column, int min, int max)
    {
        if (int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        Refuse($"{column} 应为 {min} 至 {max} 的整数：{this[column]}");
        return min;
    }

    /// <summary>A date like 2026-02-14.</summary>
    public DateOnly? Date(string column)
    {
        if (DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            return value;
        Refuse($"{column} 不是日期：{this[column]}");
        return null;
    }

    /// <summary>A division code.</summary>
    public AreaCode? Area(string column)
    {
        if (AreaCode.TryParse(this[column], out var code))
            return code;
        Refuse($"{column} 不是十二位区划代码：{this[column]}");
        return null;
    }

    /// <summary>One of an enum's names in snake case, e.g. <c>working_day</c>.</summary>
    public T? Enum<T>(string column)
        where T : struct, Enum
    {
        if (SnakeEnum<T>.Find(this[column]) is { } value)
            return value;
        Refuse($"{column} 应为 {string.Join('、', SnakeEnum<T>.Names)} 之一：{this[column]}");
        return null;
    }

    /// <summary>Like <see cref="Enum{T}"/>, with <c>*</c> for any.</summary>
    public T? EnumOrAny<T>(string column)
        where T : struct, Enum => this[column] == "*" ? null : Enum<T>(column);
}

/// <summary>Enum names in snake case, as the files write them.</summary>
internal static partial class SnakeEnum<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(v => WordStart().Replace(v.ToString(), "_$0").ToLowerInvariant());

    public static IEnumerable<string> Names => ByName.Keys;

    public static T? Find(string name) => ByName.TryGetValue(name, out var value) ? value : null;

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
