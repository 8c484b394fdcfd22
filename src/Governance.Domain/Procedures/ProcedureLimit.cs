using Governance.Domain.Cities;

namespace Governance.Domain.Procedures;

/// <summary>Unit of a limit of a procedure; laws count months, which the clock of a case does not know.</summary>
public enum ProcedureLimitUnit
{
    /// <summary>工作日.</summary>
    WorkingDay = 1,

    /// <summary>日.</summary>
    CalendarDay = 2,

    /// <summary>个月.</summary>
    Month = 3,
}

/// <summary>What the city said of a limit that the pack could not vouch for.</summary>
/// <param name="LimitId">The limit.</param>
/// <param name="Value">How many units.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Ground">What the city rests it on.</param>
/// <param name="ByName">Who confirmed it.</param>
/// <param name="At">When, UTC.</param>
public sealed record ConfirmedLimit(string LimitId, int Value, ProcedureLimitUnit Unit, string Ground, string ByName, DateTimeOffset At);

/// <summary>A limit of a procedure with what it rests on: a line of <c>procedure-limits.csv</c> and what the city confirmed of it.</summary>
public sealed record ProcedureLimitRule
{
    /// <summary>Largest value a limit may have.</summary>
    public const int MostUnits = 999;

    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The procedure it belongs to, in words.</summary>
    public required string Subject { get; init; }

    /// <summary>What it limits.</summary>
    public required string Name { get; init; }

    /// <summary>How many units the pack knows; null when it knows none.</summary>
    public required int? PackValue { get; init; }

    /// <summary>The pack's unit.</summary>
    public required ProcedureLimitUnit PackUnit { get; init; }

    /// <summary>From which day it counts, in words.</summary>
    public required string Start { get; init; }

    /// <summary>Longest extension in the same unit; null when the rule names none.</summary>
    public required int? ExtensionValue { get; init; }

    /// <summary>When it may be extended, in words; empty when it may not.</summary>
    public required string Extension { get; init; }

    /// <summary>True when a last day that is no working day moves to the next one.</summary>
    public required bool MovesToWorkingDay { get; init; }

    /// <summary>The law; empty when none is known.</summary>
    public required string Law { get; init; }

    /// <summary>Its article.</summary>
    public required string Article { get; init; }

    /// <summary>Whether the pack saw it in the text of the law.</summary>
    public required TimeLimitStatus Status { get; init; }

    /// <summary>The words that were seen.</summary>
    public required string Evidence { get; init; }

    /// <summary>What is in doubt; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>What the city confirmed, or null.</summary>
    public ConfirmedLimit? Confirmed { get; init; }

    /// <summary>How many units in force; null while nobody knows.</summary>
    public int? Value => Confirmed?.Value ?? PackValue;

    /// <summary>The unit in force.</summary>
    public ProcedureLimitUnit Unit => Confirmed?.Unit ?? PackUnit;

    /// <summary>True when the law was seen or the city confirmed it.</summary>
    public bool IsSettled => Status == TimeLimitStatus.Verified || Confirmed is not null;

    /// <summary>已核对原文, 本市已确认 or 待本市确认.</summary>
    public string Standing => Status == TimeLimitStatus.Verified ? "已核对原文" : Confirmed is null ? "待本市确认" : "本市已确认";

    /// <summary>E.g. <c>30 日</c>; <c>未定</c> while nobody knows.</summary>
    public string DisplayText => Value is { } value ? Text(value, Unit) : "未定";

    /// <summary>What it rests on, as a person reads it.</summary>
    public string Basis => Confirmed?.Ground ?? (Law.Length == 0 ? "" : $"《{Law}》{Article}");

    /// <summary>A value with its unit.</summary>
    public static string Text(int value, ProcedureLimitUnit unit) => unit switch
    {
        ProcedureLimitUnit.WorkingDay => $"{value} 个工作日",
        ProcedureLimitUnit.CalendarDay => $"{value} 日",
        ProcedureLimitUnit.Month => $"{value} 个月",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };
}
