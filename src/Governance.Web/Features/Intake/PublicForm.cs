using Governance.Domain.Submissions;

namespace Governance.Web.Features.Intake;

/// <summary>What every public form carries beside its own fields; <c>ReportMark</c> draws them.</summary>
public abstract class PublicForm
{
    /// <summary>The sealed mark of the form.</summary>
    public string? Token { get; set; }

    /// <summary>Empty, unless a machine filled it.</summary>
    public string? Website { get; set; }
}

/// <summary>How a public form speaks to who fills it, and where its fields lie.</summary>
/// <param name="Source">Where what it sends comes from.</param>
/// <param name="Old">It lay open for too long.</param>
/// <param name="TooFast">It came back faster than a person is.</param>
/// <param name="SentBefore">The same form was sent with other words.</param>
/// <param name="Unavailable">Nothing can be saved for the moment.</param>
/// <param name="Fields">Names of the draft's fields on the form, where they differ.</param>
public sealed record PublicFormWords(
    SubmissionSource Source, string Old, string TooFast, string SentBefore, string Unavailable, IReadOnlyDictionary<string, string> Fields);
