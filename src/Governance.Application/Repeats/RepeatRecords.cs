using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Repeats;

namespace Governance.Application.Repeats;

/// <summary>What is asked when somebody types, reviews or opens a matter.</summary>
/// <param name="Title">Title, maybe half typed.</param>
/// <param name="Description">Description; may be empty.</param>
/// <param name="Place">Place; unknown while none is chosen.</param>
/// <param name="At">When it was brought, UTC.</param>
/// <param name="Except">The case itself, or null.</param>
public sealed record RepeatQuestion(string Title, string Description, AreaCode Place, DateTimeOffset At, Guid? Except = null);

/// <summary>An open case whose words overlap with what is asked.</summary>
public sealed record RepeatCandidate(
    Guid Id, CaseNumber Number, string Title, string Description, AreaCode Place, CaseState State, DateTimeOffset RegisteredAt, int RepeatCount);

/// <summary>An open case that may be the same matter, with why.</summary>
/// <param name="Case">The case.</param>
/// <param name="Score">How likely it is the same matter, and why.</param>
public sealed record RepeatSuggestion(RepeatCandidate Case, RepeatScore Score);

/// <summary>A case of a merged matter, as the tab 重复诉求 lists it.</summary>
public sealed record RepeatRow(CaseNumber Number, string Title, AreaCode Place, CaseState State, DateTimeOffset RegisteredAt, DateTimeOffset? MergedAt, bool IsLead);

/// <summary>How a case stands among its repeats.</summary>
/// <param name="Rows">The lead and its repeats that this person may know of, the lead first.</param>
/// <param name="Description">Description of the case itself, to look for others like it.</param>
public sealed record RepeatStanding(IReadOnlyList<RepeatRow> Rows, string Description)
{
    /// <summary>Most rows shown.</summary>
    public const int MostRows = 200;
}

/// <summary>Open cases about one subject, the oldest first.</summary>
/// <param name="Cases">The cases.</param>
public sealed record RepeatGroup(IReadOnlyList<RepeatCandidate> Cases)
{
    /// <summary>诉求人次 if all were merged.</summary>
    public int Appeals => Cases.Sum(c => c.RepeatCount + 1);
}

/// <summary>The groups of an area.</summary>
/// <param name="Groups">The groups, the largest first.</param>
/// <param name="Examined">How many open cases were compared.</param>
public sealed record RepeatGroupsView(IReadOnlyList<RepeatGroup> Groups, int Examined);
