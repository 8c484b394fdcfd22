using System.Globalization;
using Governance.Domain.Cities;
using Governance.Infrastructure.Cities;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Reads working days in the layout of a pack's <c>calendar.csv</c> or in that of the published lists. A file may hold any days, a
/// whole year or a single one that was announced late.
/// </summary>
internal sealed class CalendarImportFile(ImportTable table)
{
    private static readonly string[] PackLayout = ["date", "is_workday", "kind", "name"];
    private static readonly string[] ListLayout = ["date", "is_workday", "day_type", "festival"];

    private readonly Dictionary<DateOnly, int> _lines = [];

    private bool IsList => table.Layout == 1;

    public static Task<ImportTable> OpenAsync(string path, CancellationToken ct) =>
        ImportTable.OpenAsync(path, [PackLayout, ListLayout], ct);

    /// <summary>The days in their order; to be used only when the table has no fault.</summary>
    public IReadOnlyList<CalendarDay> Read() => [.. table.Rows().Select(ReadRow).OfType<CalendarDay>().OrderBy(d => d.Date)];

    private CalendarDay? ReadRow(ImportRow row)
    {
        var dateText = row["date"].Trim();
        if (!DateOnly.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < 2000 or > 2100)
            return Refuse(row, $"日期应写作 2026-10-01，且在 2000 年至 2100 年之间：{dateText}");
        if (!_lines.TryAdd(date, row.Line))
            return Refuse(row, $"日期 {dateText} 与第 {_lines[date]} 行重复。");
        if (row["is_workday"].Trim() is not ("0" or "1"))
            return Refuse(row, "是否上班应为 0 或 1。");
        var isWorkday = row["is_workday"].Trim() == "1";
        if (Kind(row[IsList ? "day_type" : "kind"].Trim()) is not { } kind)
            return Refuse(row, $"日期类型“{row[IsList ? "day_type" : "kind"]}”不认识，应为 workday、weekend、holiday、swap_workday 之一。");
        if (isWorkday != kind is CalendarDayKind.Workday or CalendarDayKind.SwapWorkday)
            return Refuse(row, "是否上班与日期类型不符。");
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (kind != CalendarDayKind.Holiday && isWeekend == kind is CalendarDayKind.Workday)
            return Refuse(row, $"日期类型与星期不符：{dateText} {(isWeekend ? "是" : "不是")}周末。");
        var name = row[IsList ? "festival" : "name"].Trim();
        if (name.Length > CalendarDayRow.NameLength || name.Any(char.IsControl))
            return Refuse(row, $"节日名称超过 {CalendarDayRow.NameLength} 个字或含有控制字符。");
        return new CalendarDay(date, isWorkday, kind, name);
    }

    private CalendarDayKind? Kind(string text) =>
        IsList && text == "transfer_workday" ? CalendarDayKind.SwapWorkday : SnakeEnum<CalendarDayKind>.Find(text);

    private CalendarDay? Refuse(ImportRow row, string reason)
    {
        table.Refuse(row.Line, reason);
        return null;
    }
}
