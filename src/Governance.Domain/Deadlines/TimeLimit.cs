using Governance.Domain.Cities;

namespace Governance.Domain.Deadlines;

/// <summary>How long something may take, and why.</summary>
/// <param name="RuleId">Row of the city pack it comes from.</param>
/// <param name="Value">How many units; at least 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Basis">The legal or other ground, as text a person can read.</param>
public sealed record TimeLimit(string RuleId, int Value, TimeLimitUnit Unit, string Basis)
{
    /// <summary>E.g. <c>3 个工作日</c>.</summary>
    public string DisplayText => Unit switch
    {
        TimeLimitUnit.WorkingDay => $"{Value} 个工作日",
        TimeLimitUnit.CalendarDay => $"{Value} 日",
        TimeLimitUnit.Hour => $"{Value} 小时",
        TimeLimitUnit.WorkingHour => $"{Value} 个工作小时",
        _ => throw new InvalidOperationException($"Unknown unit {Unit}"),
    };
}
