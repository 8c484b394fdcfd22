namespace Governance.Infrastructure.Dashboards;

/// <summary>What a tally is counted by.</summary>
internal enum TallyDimension
{
    /// <summary>Top category.</summary>
    Category = 1,

    /// <summary>Channel.</summary>
    Channel = 2,

    /// <summary>Department the case is assigned to.</summary>
    Department = 3,
}

/// <summary>
/// How many cases of one area, time of registration and category, channel or department there are, and how they stand. Every change of a
/// case leaves its difference in <c>case_tally_changes</c> in the same transaction, and the differences are added up here moments later;
/// both together never differ from a recount. See docs/decisions/0022 and <c>FoldedTalliesSql</c>.
/// </summary>
internal abstract class CaseTallyRow
{
    /// <summary>Digits of the area above: 4 for a city's counties, 6 for a county's townships.</summary>
    public string ParentCode { get; init; } = "";

    /// <summary>Digits of the area: 6 or 9.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>What <see cref="Key"/> is.</summary>
    public TallyDimension Dimension { get; init; }

    /// <summary>Code of a top category, name of a channel, or key of a department (empty for none).</summary>
    public string Key { get; init; } = "";

    /// <summary>Matters registered: a case that follows another one (已并案) is not counted again, here and below; what its reporter says of the answer is.</summary>
    public int Registered { get; init; }

    /// <summary>Of these closed.</summary>
    public int Closed { get; init; }

    /// <summary>Of these closed by their deadline.</summary>
    public int ClosedOnTime { get; init; }

    /// <summary>Of these refused.</summary>
    public int Refused { get; init; }

    /// <summary>Of these accepted or refused.</summary>
    public int Responded { get; init; }

    /// <summary>Of these within the limit of acceptance.</summary>
    public int RespondedOnTime { get; init; }

    /// <summary>Whose reporter said whether the matter is solved.</summary>
    public int SolvedAsked { get; init; }

    /// <summary>Of these solved.</summary>
    public int Solved { get; init; }

    /// <summary>Whose answer was rated.</summary>
    public int Rated { get; init; }

    /// <summary>Of these happily or fairly so.</summary>
    public int Pleased { get; init; }

    /// <summary>Sent back by an assigned body.</summary>
    public int Returned { get; init; }

    /// <summary>With a result that did not hold.</summary>
    public int Redone { get; init; }

    /// <summary>Appeals: every case, whether it follows another one or not.</summary>
    public int Appeals { get; init; }
}

/// <summary>Tallies by month: every case is counted six times, for its county and its township, by category, by channel and by department.</summary>
internal sealed class CaseMonthTally : CaseTallyRow
{
    /// <summary>First day of the month of registration, in China.</summary>
    public DateOnly Month { get; init; }
}

/// <summary>Tallies by day, of counties only: periods that begin or end inside a month would else count a city's cases one by one.</summary>
internal sealed class CaseDayTally : CaseTallyRow
{
    /// <summary>Day of registration, in China.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>
/// How many cases of an area have to be acted on by a moment, kept as the other tallies are. Deadlines in days all end when offices close, so
/// that a backlog of any size has few of them.
/// </summary>
internal sealed class CaseDueTally
{
    /// <summary>See <see cref="CaseTallyRow.ParentCode"/>.</summary>
    public string ParentCode { get; init; } = "";

    /// <summary>See <see cref="CaseTallyRow.AreaCode"/>.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>See <see cref="Domain.Cases.Case.DueAt"/>.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Open cases, never 0 once added up.</summary>
    public int Open { get; init; }
}
