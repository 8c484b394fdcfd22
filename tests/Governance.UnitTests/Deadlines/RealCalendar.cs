using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Deadlines;

/// <summary>The calendar of the pack, and the same file read by other eyes.</summary>
internal static class RealCalendar
{
    public static WorkingCalendar Hohhot { get; } = new(
        Packs.Hohhot.Calendar.Select(d => KeyValuePair.Create(d.Date, d.IsWorkday)), Packs.Hohhot.Profile.OfficeHours);

    /// <summary>Date and whether it is worked, straight from the lines of the file.</summary>
    public static SortedDictionary<DateOnly, bool> Lines { get; } = new(File
        .ReadLines(Path.Combine(Packs.Root, "hohhot", "calendar.csv")).Skip(1).Select(line => line.Split(','))
        .ToDictionary(f => DateOnly.ParseExact(f[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), f => f[1] == "1"));

    public static TimeLimit Limit(int value, TimeLimitUnit unit = TimeLimitUnit.WorkingDay) => new("test", value, unit, "默认值");

    /// <summary>A moment on the Chinese clock, as UTC: <c>2026-03-10 23:59</c>.</summary>
    public static DateTimeOffset China(string text) => new DateTimeOffset(
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
