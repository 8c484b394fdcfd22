using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Domain.Cases;

/// <summary>Verification of a report and the answer to it (查证、反馈、通报; A30).</summary>
public sealed partial class Case
{
    /// <summary>How the report was verified and answered; null for a case that needs none.</summary>
    public Inquiry? Inquiry { get; private set; }

    /// <summary>Notes that the pack asks for a finding on this matter, and whether the reporter wishes an answer.</summary>
    /// <param name="rule">The pack's line.</param>
    /// <param name="wish">回复意愿, or null when nobody was asked.</param>
    public void ExpectFinding(RestrictionRule rule, AnswerWish? wish)
    {
        if (rule.NeedsFinding && State.IsOpen())
            Inquiry ??= Inquiry.Open(Id, rule.Ground, wish);
    }

    /// <summary>
    /// A report is verified by those who keep its circle or handle it; once it is restricted no longer, by those who receive matters at its
    /// place or handle it.
    /// </summary>
    public bool MayInquire(Actor actor) => MayInquire(
        actor,
        IsRestricted ? (MayBeKnownTo(actor.UserId), _circle.Exists(m => m.UserId == actor.UserId && m.IsKeeper)) : null,
        Place, LeadBodyCode);

    /// <summary>The same, asked of what a page knows.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="circle">Whether the person is in the circle and keeps it; null for a case that is not restricted.</param>
    /// <param name="place">Place of the case.</param>
    /// <param name="leadBodyCode">Body it is assigned to, or null.</param>
    public static bool MayInquire(Actor actor, (bool IsMember, bool IsKeeper)? circle, AreaCode place, string? leadBodyCode) => circle is { } seat
        ? seat.IsKeeper || (seat.IsMember && actor.May(Permission.HandleCase))
        : actor.May(Permission.AcceptCase, place) || (actor.May(Permission.HandleCase) && leadBodyCode is not null && actor.BodyCode == leadBodyCode);

    /// <summary>查证: records what came out, again when more comes to light; the timeline keeps each.</summary>
    /// <param name="actor">Who verified.</param>
    /// <param name="conclusion">查证结论; required.</param>
    /// <param name="words">How it was verified and what came out; required.</param>
    /// <param name="measures">处理措施; required unless nothing was found to be true.</param>
    /// <param name="at">Now, UTC.</param>
    public Result RecordFinding(Actor actor, InquiryConclusion? conclusion, string words, string measures, DateTimeOffset at)
    {
        if (CheckInquiry(actor, State.IsOpen()) is { } refusal)
            return refusal;
        (words, measures) = (PlainText.Clean(words), PlainText.Clean(measures));
        var errors = new List<Error>();
        if (conclusion is null)
            errors.Add(new InquiryErrors.NoConclusion { Field = "Conclusion" });
        Require(errors, "Words", "查证情况", words, Inquiry.WordsLength);
        if (conclusion is InquiryConclusion.True or InquiryConclusion.PartlyTrue || measures.Length > 0)
            Require(errors, "Measures", "处理措施", measures, Inquiry.WordsLength);
        if (errors.Count > 0)
            return Result.Refused(errors);
        Inquiry!.Record(conclusion!.Value, words, measures, actor, at);
        var note = $"{conclusion.Value.DisplayName()}。{words}{(measures.Length > 0 ? $"\n处理措施：{measures}" : "")}";
        Record(CaseStepKind.RecordFinding, actor, at, PlainText.Cut(note, CaseStep.NoteLength), Inquiry.Ground);
        return Result.Ok;
    }

    /// <summary>反馈: the reporter was answered.</summary>
    /// <param name="actor">Who answered.</param>
    /// <param name="way">How; what is answered on the look-up is released there.</param>
    /// <param name="words">What was said; required.</param>
    /// <param name="saidAt">When it was said, UTC.</param>
    /// <param name="isReleased">True to show it on the look-up as well.</param>
    /// <param name="at">Now, UTC.</param>
    public Result AnswerReporter(Actor actor, InquiryReplyWay? way, string words, DateTimeOffset saidAt, bool isReleased, DateTimeOffset at) =>
        Say(CaseStepKind.AnswerReporter, actor, null, way, words, saidAt, isReleased || way == InquiryReplyWay.Online, "反馈内容", at);

    /// <summary>通报: a body was told of the matter without names.</summary>
    /// <param name="actor">Who told it.</param>
    /// <param name="body">One of the bodies the pack names.</param>
    /// <param name="way">How.</param>
    /// <param name="words">What was said; required.</param>
    /// <param name="saidAt">When, UTC.</param>
    /// <param name="at">Now, UTC.</param>
    public Result NotifyBody(Actor actor, Body body, InquiryReplyWay? way, string words, DateTimeOffset saidAt, DateTimeOffset at) =>
        Say(CaseStepKind.NotifyBody, actor, body, way, words, saidAt, isReleased: false, "通报内容", at);

    private Result Say(
        CaseStepKind kind, Actor actor, Body? body, InquiryReplyWay? way, string words, DateTimeOffset saidAt, bool isReleased, string label, DateTimeOffset at)
    {
        // Who calls after the closing is answered too.
        if (CheckInquiry(actor, State != CaseState.Archived) is { } refusal)
            return refusal;
        words = PlainText.Clean(words);
        var errors = new List<Error>();
        if (way is null)
            errors.Add(new InquiryErrors.NoWay { Field = "Way" });
        Require(errors, "Words", label, words, Inquiry.WordsLength);
        // A form knows minutes: what was said in the minute of the registration was said after it.
        if (saidAt > at || saidAt < RegisteredAt.AddMinutes(-1))
            errors.Add(new InquiryErrors.BadMoment { Field = "SaidAt" });
        if (errors.Count > 0)
            return Result.Refused(errors);
        Inquiry!.Reply(InquiryReply.Of(Id, body, way!.Value, words, saidAt, isReleased, actor, at));
        Record(kind, actor, at, $"{way.Value.DisplayName()}：{words}", Inquiry.Ground, body?.Name);
        return Result.Ok;
    }

    private Error? CheckInquiry(Actor actor, bool isInTime)
    {
        if (Inquiry is null)
            return new InquiryErrors.NotNeeded();
        if (!MayInquire(actor))
            return new InquiryErrors.NotHandler { Ground = Inquiry.Ground };
        return isInTime ? null : new InquiryErrors.Ended { Ground = Inquiry.Ground };
    }
}
