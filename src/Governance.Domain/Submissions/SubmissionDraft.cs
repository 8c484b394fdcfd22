using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Submissions;

/// <summary>What a sender tells, before anybody has checked it.</summary>
/// <param name="SourceNumber">Number at the source, or the key of the form: the same one sent twice makes one submission.</param>
/// <param name="Title">One line; empty for the first sentence of the description.</param>
/// <param name="Description">What happened.</param>
public sealed record SubmissionDraft(string SourceNumber, string Title, string Description)
{
    /// <summary>Longest number at the source.</summary>
    public const int SourceNumberLength = 64;

    /// <summary>Longest name of a contact.</summary>
    public const int ContactNameLength = 40;

    private const int MadeTitleLength = 40;

    /// <summary>Division the matter lies in, or null when only words are known.</summary>
    public AreaCode? Place { get; init; }

    /// <summary>The place in words; may be empty.</summary>
    public string PlaceText { get; init; } = "";

    /// <summary>Category the sender proposes, or empty.</summary>
    public string CategoryCode { get; init; } = "";

    /// <summary>Name of the contact; may be empty.</summary>
    public string ContactName { get; init; } = "";

    /// <summary>Phone of the contact; may be empty.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>要求保密: the sender asks to be kept confidential.</summary>
    public bool Confidential { get; init; }

    /// <summary>What the protected form asks beyond the ordinary one; null for every other way in.</summary>
    public IncidentDraft? Incident { get; init; }

    /// <summary>The same without control characters and stray spaces, with a title.</summary>
    public SubmissionDraft Cleaned()
    {
        var description = PlainText.Clean(Description);
        var title = PlainText.CleanLine(Title);
        return this with
        {
            SourceNumber = PlainText.CleanLine(SourceNumber),
            Title = title.Length > 0 ? title : FirstSentence(description),
            Description = description,
            PlaceText = PlainText.CleanLine(PlaceText),
            CategoryCode = PlainText.CleanLine(CategoryCode),
            ContactName = PlainText.CleanLine(ContactName),
            ContactPhone = PlainText.CleanLine(ContactPhone),
            Incident = Incident?.Cleaned(),
        };
    }

    /// <summary>Every field that is missing or too long, each named with its field.</summary>
    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        if (SourceNumber.Length == 0)
            errors.Add(new SubmissionErrors.NoSourceNumber { Field = nameof(SourceNumber) });
        if (Description.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(Description), "诉求经过") { Field = nameof(Description) });
        CheckLength(errors, nameof(SourceNumber), "来源编号", SourceNumber, SourceNumberLength);
        CheckLength(errors, nameof(Title), "标题", Title, CaseFacts.TitleLength);
        CheckLength(errors, nameof(Description), "诉求经过", Description, CaseFacts.DescriptionLength);
        CheckLength(errors, nameof(PlaceText), "详细地址", PlaceText, CaseFacts.PlaceDetailLength);
        CheckLength(errors, nameof(CategoryCode), "类别", CategoryCode, CaseFacts.CategoryCodeLength);
        CheckLength(errors, nameof(ContactName), "联系人姓名", ContactName, ContactNameLength);
        CheckLength(errors, nameof(IncidentDraft.Hurt), "受到伤害的学生", Incident?.Hurt ?? "", IncidentDraft.PersonsLength);
        CheckLength(errors, nameof(IncidentDraft.Doers), "实施的人", Incident?.Doers ?? "", IncidentDraft.PersonsLength);
        return errors;
    }

    private static void CheckLength(List<Error> errors, string field, string label, string text, int maximum)
    {
        if (text.Length > maximum)
            errors.Add(new PlatformErrors.TooLong(label, maximum, text.Length) { Field = field });
    }

    private static string FirstSentence(string text)
    {
        var end = text.IndexOfAny(['。', '！', '？', '；', '\n']);
        return PlainText.Cut(end > 0 ? text[..end] : text, MadeTitleLength);
    }
}
