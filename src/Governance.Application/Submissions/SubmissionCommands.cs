using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>What a sender is told: the same for the first delivery and for every repeat of it.</summary>
/// <param name="Number">来件编号.</param>
/// <param name="SourceNumber">Number at the source.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
/// <param name="DueAt">By when it is accepted or refused, UTC.</param>
/// <param name="CaseNumber">Number of the case, when it became one on arrival.</param>
public sealed record SubmissionReceipt(
    SubmissionNumber Number, string SourceNumber, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, CaseNumber? CaseNumber)
{
    /// <summary>查询码 of an anonymous reporter; null for whoever left a phone.</summary>
    public string? Code { get; init; }

    /// <summary>True when it had come before.</summary>
    public bool Repeated { get; init; }
}

/// <summary>受理: the facts of the case as the reviewer saw them.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Facts">Facts of the case.</param>
public sealed record AcceptSubmission(Guid Id, uint Version, CaseFacts Facts);

/// <summary>并入: the same matter as a case that is there already.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Facts">Facts of its own case.</param>
/// <param name="Lead">The case it follows; when that follows another one itself, that one is meant.</param>
/// <param name="Reason">Why it is the same matter.</param>
public sealed record MergeSubmission(Guid Id, uint Version, CaseFacts Facts, CaseNumber Lead, string Reason);

/// <summary>不予受理 or 要求补充.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Note">Reason or question.</param>
public sealed record ReplyToSubmission(Guid Id, uint Version, string Note);

/// <summary>转交.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Place">Where it belongs.</param>
public sealed record HandOverSubmission(Guid Id, uint Version, AreaCode Place);

/// <summary>补充: what the sender answers on the look-up.</summary>
/// <param name="Number">Number as typed.</param>
/// <param name="PhoneTail">Last four digits of the phone.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnswerQuestion(string? Number, string? PhoneTail, string? Answer);
