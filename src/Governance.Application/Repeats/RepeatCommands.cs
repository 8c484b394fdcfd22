using Governance.Domain.Cases;

namespace Governance.Application.Repeats;

/// <summary>并案: these cases are about the same matter as the lead.</summary>
/// <param name="Lead">The lead case; when it follows another one itself, that one is meant.</param>
/// <param name="Repeats">The cases to merge into it, with whatever follows them.</param>
/// <param name="Reason">Why it is the same matter.</param>
public sealed record MergeCases(CaseNumber Lead, IReadOnlyList<CaseNumber> Repeats, string Reason);

/// <summary>撤销并案: the case is another matter after all.</summary>
/// <param name="Repeat">The case that follows another one.</param>
/// <param name="Reason">Why.</param>
public sealed record UnmergeCase(CaseNumber Repeat, string Reason);

/// <summary>What merging led to.</summary>
/// <param name="Lead">The case that is handled from now on.</param>
/// <param name="Appeals">诉求人次: how many people's appeals it answers.</param>
public sealed record MergedCases(CaseNumber Lead, int Appeals);
