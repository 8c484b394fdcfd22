using Governance.Domain.Satisfaction;

namespace Governance.Application.Satisfaction;

/// <summary>回访: what the reporter said when somebody called back.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Level">What the reporter said; null when nothing was chosen.</param>
/// <param name="Words">Accompanying words; may be empty.</param>
/// <param name="Solved">Whether the matter is solved, or null when nothing was said about it.</param>
public sealed record RecordCallBack(Guid CaseId, uint Version, SatisfactionLevel? Level, string Words, bool? Solved = null);

/// <summary>What a citizen sends from the look-up.</summary>
/// <param name="Number">Case number as typed.</param>
/// <param name="PhoneTail">Last four digits of the phone.</param>
/// <param name="Level">The rating; null when nothing was chosen.</param>
/// <param name="Words">Accompanying words; may be empty.</param>
/// <param name="Solved">Whether the matter is solved, or null when nothing was said about it.</param>
public sealed record RateAnswer(string? Number, string? PhoneTail, SatisfactionLevel? Level, string? Words, bool? Solved = null);
