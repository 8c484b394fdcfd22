using Governance.Domain.Common;
using Governance.Domain.Deadlines;

namespace Governance.Infrastructure.Demo;

/// <summary>Adds working time: minutes of office hours on working days.</summary>
internal sealed class WorkHours(WorkingCalendar calendar)
{
    /// <summary>Minutes of a working day.</summary>
    public double Day { get; } = (calendar.Hours.End - calendar.Hours.Start).TotalMinutes;

    /// <summary>The calendar behind.</summary>
    public WorkingCalendar Calendar => calendar;

    /// <summary>The moment that many working minutes later, at the earliest when the office opens.</summary>
    public DateTimeOffset Add(DateTimeOffset start, double minutes)
    {
        var moment = Opening(start);
        while (true)
        {
            var left = (ChinaTime.At(moment.ChinaDay(), calendar.Hours.End) - moment).TotalMinutes;
            if (minutes <= left)
                return moment.AddMinutes(minutes);
            minutes -= left;
            moment = ChinaTime.At(calendar.NextWorkingDay(moment.ChinaDay()), calendar.Hours.Start);
        }
    }

    /// <summary>Working minutes from one moment to a later one.</summary>
    public double Between(DateTimeOffset from, DateTimeOffset to)
    {
        var minutes = 0.0;
        for (var moment = Opening(from); moment < to; moment = ChinaTime.At(calendar.NextWorkingDay(moment.ChinaDay()), calendar.Hours.Start))
        {
            var closing = ChinaTime.At(moment.ChinaDay(), calendar.Hours.End);
            minutes += ((to < closing ? to : closing) - moment).TotalMinutes;
        }
        return minutes;
    }

    // The moment itself during office hours, else the next opening.
    private DateTimeOffset Opening(DateTimeOffset moment)
    {
        var day = moment.ChinaDay();
        if (calendar.IsWorkingDay(day) && moment < ChinaTime.At(day, calendar.Hours.End))
        {
            var opening = ChinaTime.At(day, calendar.Hours.Start);
            return moment > opening ? moment : opening;
        }
        return ChinaTime.At(calendar.NextWorkingDay(day), calendar.Hours.Start);
    }
}
