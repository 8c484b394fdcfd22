using System.Globalization;
using Governance.Domain.Cities;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Deadlines;

/// <summary>
/// An oracle for every unit, written apart from the code: it walks once through all minutes of the calendar file and notes how much of a
/// unit has gone by, then finds the end of a limit by bisection of 'how much has gone by in these stretches'. It knows nothing of days
/// counted one by one. Moments are whole minutes since 2022-01-01 in China.
/// </summary>
internal sealed class MinuteTable
{
    private const int DayMinutes = 24 * 60;

    private static readonly DateTimeOffset Origin = new(2022, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly int[] _workedMinutes;
    private readonly int[] _workedClosings;
    private readonly int[] _closings;

    /// <summary>Reads the calendar of a city's folder; days after its end are worked from Monday to Friday.</summary>
    /// <param name="days">Date and whether it is worked.</param>
    /// <param name="windows">Worked parts of a day, in minutes after midnight.</param>
    /// <param name="length">How many days.</param>
    public MinuteTable(IReadOnlyDictionary<DateOnly, bool> days, (int From, int To)[] windows, int length = 2400)
    {
        var minutes = length * DayMinutes;
        (_workedMinutes, _workedClosings, _closings) = (new int[minutes + 1], new int[minutes + 1], new int[minutes + 1]);
        for (var minute = 0; minute < minutes; minute++)
        {
            var day = new DateOnly(2022, 1, 1).AddDays(minute / DayMinutes);
            var clock = minute % DayMinutes;
            var worked = days.TryGetValue(day, out var known) ? known : day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday;
            _workedMinutes[minute + 1] = _workedMinutes[minute] + (worked && windows.Any(w => w.From <= clock && clock < w.To) ? 1 : 0);
            // The minute that ends with closing time.
            var closes = clock + 1 == windows[^1].To;
            _closings[minute + 1] = _closings[minute] + (closes ? 1 : 0);
            _workedClosings[minute + 1] = _workedClosings[minute] + (closes && worked ? 1 : 0);
        }
    }

    /// <summary>The table of Hohhot's pack, read from the lines of its files.</summary>
    public static MinuteTable Hohhot { get; } = new(RealCalendar.Lines, Windows("hohhot"));

    /// <summary>When limits end that are counted one after the other.</summary>
    /// <param name="limits">How many of which unit.</param>
    /// <param name="start">When the first one started.</param>
    /// <param name="stretches">When the clock ran; the last stretch goes on.</param>
    public DateTimeOffset End(IEnumerable<(int Value, TimeLimitUnit Unit)> limits, DateTimeOffset start, IReadOnlyList<(int From, int To)> stretches)
    {
        var moment = At(start);
        foreach (var (value, unit) in limits)
            moment = End(value, unit, moment, stretches);
        return Origin.AddMinutes(moment).ToUniversalTime();
    }

    /// <summary>The minute of a moment.</summary>
    public static int At(DateTimeOffset moment) => (int)(moment - Origin).TotalMinutes;

    private int End(int value, TimeLimitUnit unit, int start, IReadOnlyList<(int From, int To)> stretches)
    {
        var byDay = unit is TimeLimitUnit.WorkingDay or TimeLimitUnit.CalendarDay;
        // Days begin on the day after.
        var from = byDay ? ((start / DayMinutes) + 1) * DayMinutes : start;
        var wanted = byDay ? value : value * 60;
        int GoneBy(int until) => stretches.Sum(s => Of(unit, Math.Min(s.To, until)) - Of(unit, Math.Min(Math.Max(s.From, from), Math.Min(s.To, until))));
        var (low, high) = (start, _closings.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (GoneBy(middle) >= wanted)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private int Of(TimeLimitUnit unit, int minute) => unit switch
    {
        TimeLimitUnit.WorkingDay => _workedClosings[minute],
        TimeLimitUnit.CalendarDay => _closings[minute],
        TimeLimitUnit.WorkingHour => _workedMinutes[minute],
        _ => minute,
    };

    private static (int From, int To)[] Windows(string city)
    {
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Packs.Root, city, "city.json")));
        var hours = file.RootElement.GetProperty("officeHours");
        int Minute(string name) => (int)TimeSpan.ParseExact(hours.GetProperty(name).GetString()!, "hh\\:mm", CultureInfo.InvariantCulture).TotalMinutes;
        return [(Minute("morningStart"), Minute("breakStart")), (Minute("breakEnd"), Minute("end"))];
    }
}
