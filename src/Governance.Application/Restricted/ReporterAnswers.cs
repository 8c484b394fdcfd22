using Governance.Application.Cases;
using Governance.Application.Submissions;
using Governance.Domain.Cases;

namespace Governance.Application.Restricted;

/// <summary>One released answer, as its reporter reads it.</summary>
public sealed record ReleasedAnswer(DateTimeOffset SaidAt, string Words);

/// <summary>What a reporter is told of a restricted case: how it stands and what was released; nothing of what it is about.</summary>
/// <param name="State">Where the case stands.</param>
/// <param name="ClosedAt">When it was closed, UTC.</param>
/// <param name="NeedsFinding">True when such reports are verified.</param>
/// <param name="IsVerified">True when there is a finding.</param>
/// <param name="Answers">What was released, the newest first.</param>
public sealed record ReporterAnswer(
    CaseState State, DateTimeOffset? ClosedAt, bool NeedsFinding, bool IsVerified, IReadOnlyList<ReleasedAnswer> Answers);

/// <summary>
/// The look-up of a restricted matter for the one who reported it: by the number of the report or of its case, and the end of the phone or the
/// code that was shown once. Both are asked for again here, so that there is no way to the answer without them.
/// </summary>
public sealed class ReporterAnswers(SubmissionReadService submissions, CaseReadService cases, IRestrictedQueries queries)
{
    /// <summary>What was released; null for an ordinary matter, one that is no case yet, and whatever does not fit.</summary>
    public async Task<ReporterAnswer?> FindAsync(string? number, string? secret, CancellationToken ct = default)
    {
        if (CaseNumber.TryParse(number, out _))
            return await cases.LookUpAsync(number, secret, ct) is { IsOk: true, Value: { IsRestricted: true } made } ? await queries.FindAnswerAsync(made.Number, ct) : null;
        return await submissions.LookUpAsync(number, secret, ct) is { IsOk: true, Value: { IsRestricted: true, CaseNumber: { } became } }
            ? await queries.FindAnswerAsync(became, ct)
            : null;
    }
}
