using Governance.Domain.Cities;

namespace Governance.Application.Cities;

/// <summary>A time limit as the settings page shows it.</summary>
/// <param name="Rule">The pack's line.</param>
/// <param name="Stage">What it limits: 受理, 办结（整体）, 签收 ...</param>
/// <param name="Area">Division inside which it holds, or 全市.</param>
/// <param name="Category">Name of the category, or 全部类别.</param>
/// <param name="Urgency">Name of the urgency, or 不限.</param>
/// <param name="Value">E.g. 5 个工作日.</param>
/// <param name="OwnArticle">Number of the article when the law is the city's own ordinance, else null.</param>
public sealed record TimeLimitLine(TimeLimitRule Rule, string Stage, string Area, string Category, string Urgency, string Value, int? OwnArticle)
{
    /// <summary>True when the text of the law was seen; false while the city has to confirm the value.</summary>
    public bool IsVerified => Rule.Status == TimeLimitStatus.Verified;
}

/// <summary>What the working calendar knows of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Days it holds.</param>
/// <param name="Workdays">Of these worked.</param>
/// <param name="Holidays">Public holidays, moved days included.</param>
/// <param name="SwapDays">Worked Saturdays and Sundays (调休).</param>
public sealed record CalendarYear(int Year, int Days, int Workdays, int Holidays, int SwapDays)
{
    /// <summary>True when no day is missing.</summary>
    public bool IsComplete => Days == (DateTime.IsLeapYear(Year) ? 366 : 365);
}

/// <summary>How many divisions of a level there are.</summary>
/// <param name="Name">Name of the level in this city.</param>
/// <param name="Count">How many.</param>
public sealed record LevelCount(string Name, int Count);

/// <summary>The city pack in use, as the settings page shows it.</summary>
public sealed record CitySettings
{
    /// <summary>The city.</summary>
    public required CityProfile Profile { get; init; }

    /// <summary>Time limits by stage, the general ones first.</summary>
    public required IReadOnlyList<TimeLimitLine> Limits { get; init; }

    /// <summary>Thresholds at which cases are urged or supervised by themselves.</summary>
    public required IReadOnlyList<SupervisionThreshold> Thresholds { get; init; }

    /// <summary>The years of the calendar.</summary>
    public required IReadOnlyList<CalendarYear> Years { get; init; }

    /// <summary>What is missing in the calendar and what follows from it, in words; null when nothing is.</summary>
    public required string? CalendarWarning { get; init; }

    /// <summary>Divisions by level.</summary>
    public required IReadOnlyList<LevelCount> Divisions { get; init; }

    /// <summary>Bodies.</summary>
    public required int Bodies { get; init; }

    /// <summary>Top categories.</summary>
    public required int TopCategories { get; init; }

    /// <summary>Leaf categories.</summary>
    public required int LeafCategories { get; init; }

    /// <summary>Words that propose a category.</summary>
    public required int Keywords { get; init; }

    /// <summary>What deadlines rest on.</summary>
    public required Ground? DeadlineGround { get; init; }
}
