namespace Governance.Domain.Common;

/// <summary>
/// The one clock time of the ordinance's cities: China has a single zone, UTC+8 all year. Moments are stored in UTC and counted and
/// shown in this zone.
/// </summary>
public static class ChinaTime
{
    /// <summary>UTC+8.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment on a Chinese clock.</summary>
    public static DateTimeOffset ToChina(this DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The calendar day of the moment in China.</summary>
    public static DateOnly ChinaDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The UTC moment of a Chinese wall-clock time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();
}
