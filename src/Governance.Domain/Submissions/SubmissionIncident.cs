using Governance.Domain.Common;
using Governance.Domain.Restricted;

namespace Governance.Domain.Submissions;

/// <summary>Who reports, as the person says (反映人身份).</summary>
public enum ReporterRole
{
    /// <summary>A student.</summary>
    Student = 1,

    /// <summary>A parent or guardian.</summary>
    Parent = 2,

    /// <summary>Somebody of the school.</summary>
    Teacher = 3,

    /// <summary>Somebody who saw or heard of it.</summary>
    Bystander = 4,
}

/// <summary>Chinese names of the vocabulary.</summary>
public static class ReporterRoleVocabulary
{
    /// <summary>Name of a role.</summary>
    public static string DisplayName(this ReporterRole role) => role switch
    {
        ReporterRole.Student => "学生",
        ReporterRole.Parent => "家长或监护人",
        ReporterRole.Teacher => "老师或学校职工",
        ReporterRole.Bystander => "知情的其他人",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}

/// <summary>What the protected form asks beyond the ordinary one (学生欺凌举报, A30), before it is encrypted.</summary>
/// <param name="Hurt">Who was hurt, as far as known; may be empty.</param>
/// <param name="Doers">Who did it, as far as known; may be empty.</param>
/// <param name="Role">Who reports.</param>
/// <param name="Wish">Whether and how an answer is wanted.</param>
public sealed record IncidentDraft(string Hurt, string Doers, ReporterRole Role, AnswerWish Wish)
{
    /// <summary>Longest text about persons.</summary>
    public const int PersonsLength = 300;

    /// <summary>The same without control characters and stray spaces.</summary>
    public IncidentDraft Cleaned() => this with { Hurt = PlainText.Clean(Hurt), Doers = PlainText.Clean(Doers) };
}

/// <summary>The answers of the protected form as they are kept: children's names only encrypted.</summary>
public sealed class SubmissionIncident
{
    private SubmissionIncident()
    {
    }

    /// <summary>The submission.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>Who was hurt, encrypted; null when nothing was said.</summary>
    public ProtectedText? Hurt { get; private set; }

    /// <summary>Who did it, encrypted; null when nothing was said.</summary>
    public ProtectedText? Doers { get; private set; }

    /// <summary>Who reports.</summary>
    public ReporterRole Role { get; private set; }

    /// <summary>Whether and how an answer is wanted.</summary>
    public AnswerWish Wish { get; private set; }

    internal static SubmissionIncident Of(Guid submissionId, IncidentDraft draft, (ProtectedText? Hurt, ProtectedText? Doers) persons) => new()
    {
        SubmissionId = submissionId, Hurt = persons.Hurt, Doers = persons.Doers, Role = draft.Role, Wish = draft.Wish,
    };
}

/// <summary>Somebody who may know of a restricted submission.</summary>
public sealed class SubmissionReader
{
    private SubmissionReader()
    {
    }

    /// <summary>The submission.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>Account of the person.</summary>
    public Guid UserId { get; private set; }

    internal static SubmissionReader Of(Guid submissionId, CirclePerson person) => new() { SubmissionId = submissionId, UserId = person.UserId };
}
