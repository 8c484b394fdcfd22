using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Restricted;

/// <summary>查证: how a report was verified, what was done about it, and who was told (A30 认真调查核实、处理，及时通报).</summary>
public sealed class Inquiry
{
    /// <summary>Longest text of a finding, of measures, of an answer, of a notice.</summary>
    public const int WordsLength = 1000;

    private readonly List<InquiryReply> _replies = [];

    private Inquiry()
    {
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Key of the pack's ground that asks for it.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>回复意愿; null when the reporter was not asked.</summary>
    public AnswerWish? Wish { get; private set; }

    /// <summary>查证结论; null until there is one.</summary>
    public InquiryConclusion? Conclusion { get; private set; }

    /// <summary>How it was verified and what came out.</summary>
    public string Words { get; private set; } = "";

    /// <summary>处理措施: what was done.</summary>
    public string Measures { get; private set; } = "";

    /// <summary>Who recorded the finding.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>When, UTC; null until there is a finding.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>反馈 and 通报, oldest first.</summary>
    public IReadOnlyList<InquiryReply> Replies => _replies;

    internal static Inquiry Open(Guid caseId, string ground, AnswerWish? wish) => new() { CaseId = caseId, Ground = ground, Wish = wish };

    internal void Record(InquiryConclusion conclusion, string words, string measures, Actor by, DateTimeOffset at) =>
        (Conclusion, Words, Measures, RecordedBy, RecordedAt) = (conclusion, words, measures, by.DisplayName, at);

    internal void Reply(InquiryReply reply) => _replies.Add(reply);

    /// <summary>A reopened case is verified anew; what was found stands in the timeline.</summary>
    internal void StartAnew() => (Conclusion, Words, Measures, RecordedBy, RecordedAt) = (null, "", "", "", null);

    /// <summary>
    /// A report is not closed without a finding, and not before the reporter has heard it, unless the reporter wishes none or cannot be
    /// reached (A30).
    /// </summary>
    /// <param name="isReachable">Whether the case has a phone of the reporter.</param>
    internal Error? RefusesToClose(bool isReachable)
    {
        if (RecordedAt is not { } found)
            return new InquiryErrors.NoFinding { Ground = Ground };
        var wishesOne = Wish is { } wish ? wish != AnswerWish.None : isReachable;
        return wishesOne && !_replies.Exists(r => r.IsToReporter && r.RecordedAt >= found) ? new InquiryErrors.NotAnswered { Ground = Ground } : null;
    }
}

/// <summary>One answer to the reporter (反馈) or notice to a body (通报).</summary>
public sealed class InquiryReply
{
    private InquiryReply()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Body that was told; null for the reporter.</summary>
    public string? BodyCode { get; private set; }

    /// <summary>Its name at the time; empty for the reporter.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>How.</summary>
    public InquiryReplyWay Way { get; private set; }

    /// <summary>What was said.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When it was said, UTC.</summary>
    public DateTimeOffset SaidAt { get; private set; }

    /// <summary>True when the reporter reads it on the look-up.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>True for an answer to the reporter.</summary>
    public bool IsToReporter => BodyCode is null;

    internal static InquiryReply Of(
        Guid caseId, Body? body, InquiryReplyWay way, string words, DateTimeOffset saidAt, bool isReleased, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), CaseId = caseId, BodyCode = body?.Code, BodyName = body?.Name ?? "", Way = way, Words = words, SaidAt = saidAt,
        IsReleased = isReleased, RecordedBy = by.DisplayName, RecordedAt = at,
    };
}
