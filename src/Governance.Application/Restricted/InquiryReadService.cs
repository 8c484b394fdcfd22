using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;

namespace Governance.Application.Restricted;

/// <summary>One answer or notice, as shown.</summary>
public sealed record InquiryReplyRow(
    Guid Id, string BodyName, InquiryReplyWay Way, string Words, DateTimeOffset SaidAt, bool IsReleased, string RecordedBy, bool IsToReporter);

/// <summary>A case's inquiry as stored.</summary>
/// <param name="Wish">回复意愿; null when the reporter was not asked.</param>
/// <param name="Conclusion">查证结论; null until there is one.</param>
/// <param name="Words">How it was verified and what came out.</param>
/// <param name="Measures">处理措施.</param>
/// <param name="RecordedBy">Who recorded the finding.</param>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="Replies">反馈 and 通报, the newest first.</param>
public sealed record InquiryRecord(
    AnswerWish? Wish, InquiryConclusion? Conclusion, string Words, string Measures, string RecordedBy, DateTimeOffset? RecordedAt,
    IReadOnlyList<InquiryReplyRow> Replies)
{
    /// <summary>The pack's line the case is restricted by, or null.</summary>
    public string? RuleKey { get; init; }

    /// <summary>True when the reader is in the circle.</summary>
    public bool IsMember { get; init; }

    /// <summary>True when the reader keeps the circle.</summary>
    public bool IsKeeper { get; init; }

    /// <summary>True when the reporter left a phone.</summary>
    public bool IsReachable { get; init; }

    /// <summary>The submission of the protected form it was made of, or null.</summary>
    public SubmissionNumber? Told { get; init; }

    /// <summary>Who reported there.</summary>
    public ReporterRole? Role { get; init; }

    /// <summary>True when persons are named there.</summary>
    public bool NamesPersons { get; init; }
}

/// <summary>查证与反馈 on the tab 限定知悉 of a case.</summary>
/// <param name="Record">What is stored; null for a case that needs no finding.</param>
/// <param name="MayInquire">True when this person may record findings, answers and notices.</param>
/// <param name="NoticeBodies">Bodies that are told of such a matter.</param>
public sealed record InquiryView(InquiryRecord? Record, bool MayInquire, IReadOnlyList<Body> NoticeBodies);

/// <summary>Who was hurt and who did it, in clear, for a stated reason.</summary>
public sealed record RevealedPersons(string? Hurt, string? Doers);

/// <summary>Encrypted persons of a submission, with what the trail says of the look.</summary>
public sealed record IncidentFound(string SubjectKind, string Subject, AreaCode Place, ProtectedText? Hurt, ProtectedText? Doers);

/// <summary>What the circle reads of a report: the finding, the answers, and, for a stated reason, the persons the reporter named.</summary>
public sealed class InquiryReadService(
    IRestrictedQueries queries, IUnitOfWorkFactory units, IReferenceData reference, IPersonalDataProtector protector)
{
    /// <summary>The inquiry of a case.</summary>
    public async Task<Result<InquiryView>> FindAsync(Actor actor, CaseHead head, CancellationToken ct = default)
    {
        var (isThere, found) = await queries.FindInquiryAsync(CaseVisibility.Of(actor), head.Id, ct);
        if (!isThere)
            return new CaseErrors.NotFound();
        var bodies = reference.Pack.FindRestriction(found?.RuleKey)?.NoticeBodies ?? [];
        return new InquiryView(
            found,
            found is not null && Case.MayInquire(actor, head.IsRestricted ? (found.IsMember, found.IsKeeper) : null, head.Place, head.LeadBodyCode),
            [.. bodies.Select(key => reference.Pack.FindBodyFor(head.Place, key)).OfType<Body>()]);
    }

    /// <summary>
    /// The persons the reporter named, in clear for a stated reason, with an audit entry saved before anything is given out; for the circle of
    /// the submission, and once it is a case for whoever may know of that.
    /// </summary>
    public async Task<Result<RevealedPersons>> RevealPersonsAsync(Actor actor, SubmissionNumber number, string reason, CancellationToken ct = default)
    {
        if (!actor.May(Permission.RevealReporter))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        if (Disclosure.Check(ref reason) is { } refusal)
            return refusal;
        if (await queries.FindIncidentAsync(CaseVisibility.Of(actor), number, ct) is not { } found)
            return new SubmissionErrors.NotFound();
        return await Disclosure.GiveAsync(
            units, actor, new AuditRecord(AuditActions.RevealPersons, found.SubjectKind, found.Subject, found.Place, ""), reason,
            () => new RevealedPersons(protector.Reveal(found.Hurt), protector.Reveal(found.Doers)), ct);
    }
}
