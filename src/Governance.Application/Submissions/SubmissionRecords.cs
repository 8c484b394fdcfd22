using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>Which submissions a list shows.</summary>
public enum SubmissionView
{
    /// <summary>待审核: what waits for a reviewer, due first.</summary>
    Waiting,

    /// <summary>待补充: what waits for the sender, due first.</summary>
    Asked,

    /// <summary>已处理: decided, newest first.</summary>
    Decided,

    /// <summary>全部: newest first.</summary>
    All,
}

/// <summary>Filter of a list of submissions.</summary>
public sealed record SubmissionCriteria
{
    /// <summary>Which list.</summary>
    public SubmissionView View { get; init; } = SubmissionView.Waiting;

    /// <summary>Channel, or null.</summary>
    public CaseChannel? Channel { get; init; }

    /// <summary>Division, with everything inside it, or null.</summary>
    public AreaCode? Area { get; init; }

    /// <summary>A number of a submission or at the source, or null.</summary>
    public string? Number { get; init; }

    /// <summary>True when what hurts soonest stands first.</summary>
    public bool DueFirst => View is SubmissionView.Waiting or SubmissionView.Asked;
}

/// <summary>One row of a list.</summary>
public sealed record SubmissionRow(
    Guid Id, SubmissionNumber Number, string Title, string SourceName, CaseChannel Channel, AreaCode Area, string PlaceText, string? CategoryCode,
    SubmissionState State, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, DateTimeOffset? DecidedAt, bool Confidential, CaseNumber? CaseNumber);

/// <summary>One entry of the history.</summary>
public sealed record SubmissionStepRecord(int Sequence, SubmissionStepKind Kind, DateTimeOffset At, string ActorName, string BodyName, string Note);

/// <summary>A submission as stored; the contact is still encrypted.</summary>
public sealed record SubmissionRecord(
    Guid Id, uint Version, SubmissionNumber Number, string SourceKey, string SourceName, string SourceNumber, CaseChannel Channel, string Title,
    string Description, AreaCode Area, string PlaceText, string? CategoryCode, ProtectedText? ContactName, ProtectedText? ContactPhone,
    bool Confidential, SubmissionState State, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, DateTimeOffset? DecidedAt, CaseNumber? CaseNumber,
    string? Reply, IReadOnlyList<SubmissionStepRecord> Steps)
{
    /// <summary>Key of the pack's line that restricts it, or null.</summary>
    public string? RestrictionKey { get; init; }

    /// <summary>Who reported, as the protected form asked; null for every other way in.</summary>
    public ReporterRole? Role { get; init; }

    /// <summary>回复意愿, as the protected form asked.</summary>
    public AnswerWish? Wish { get; init; }

    /// <summary>True when persons are named in the protected form.</summary>
    public bool NamesPersons { get; init; }
}

/// <summary>The page of a submission.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="MaskedContact">E.g. <c>张* 138****2206</c>, or null when nobody is named.</param>
/// <param name="NextSteps">Steps open to this person, the usual one first.</param>
/// <param name="MayReveal">True when this person may see the contact for a stated reason.</param>
public sealed record SubmissionDetail(
    SubmissionRecord Submission, string? MaskedContact, IReadOnlyList<SubmissionStepRule> NextSteps, bool MayReveal);

/// <summary>What the sender is told of a submission; nothing in it names a person.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">来件编号.</param>
/// <param name="SourceNumber">Number at the source.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
/// <param name="DueAt">By when it is accepted or refused, UTC.</param>
/// <param name="DecidedAt">When it was decided on, UTC.</param>
/// <param name="CaseNumber">The case it became.</param>
/// <param name="Reply">Open question or reason of the refusal.</param>
/// <param name="ContactPhone">Encrypted phone, to compare; null when it leaves the service.</param>
public sealed record SubmissionStatus(
    Guid Id, SubmissionNumber Number, string SourceNumber, SubmissionState State, DateTimeOffset ReceivedAt, DateTimeOffset DueAt,
    DateTimeOffset? DecidedAt, CaseNumber? CaseNumber, string? Reply, ProtectedText? ContactPhone)
{
    /// <summary>True for one that only its circle may know of.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>True for a report of the protected form, whose sender may have no phone to show.</summary>
    public bool IsOfProtectedForm { get; init; }
}
