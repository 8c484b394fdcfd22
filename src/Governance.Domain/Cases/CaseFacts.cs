using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>What a case is about, as somebody wrote it down.</summary>
/// <param name="Title">One line that names the matter.</param>
/// <param name="Description">What the person said (诉求经过).</param>
/// <param name="Place">Village or community, or a higher division where the exact place is not known.</param>
/// <param name="PlaceDetail">Street, building, landmark; may be empty.</param>
/// <param name="CategoryCode">Category of the city pack.</param>
/// <param name="Channel">Where it came from.</param>
/// <param name="Urgency">How urgent it is.</param>
public sealed record CaseFacts(
    string Title,
    string Description,
    AreaCode Place,
    string PlaceDetail,
    string CategoryCode,
    CaseChannel Channel,
    CaseUrgency Urgency)
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 100;

    /// <summary>Longest description.</summary>
    public const int DescriptionLength = 5000;

    /// <summary>Longest detail of the place.</summary>
    public const int PlaceDetailLength = 200;

    /// <summary>Longest category code.</summary>
    public const int CategoryCodeLength = 20;

    /// <summary>The same facts with control characters and stray spaces removed.</summary>
    public CaseFacts Cleaned() => this with
    {
        Title = PlainText.CleanLine(Title),
        Description = PlainText.Clean(Description),
        PlaceDetail = PlainText.CleanLine(PlaceDetail),
        CategoryCode = PlainText.CleanLine(CategoryCode),
    };

    /// <summary>Every field that is missing or too long, each named with its field.</summary>
    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        CheckText(errors, nameof(Title), "标题", Title, TitleLength, required: true);
        CheckText(errors, nameof(Description), "诉求经过", Description, DescriptionLength, required: true);
        CheckText(errors, nameof(PlaceDetail), "详细地址", PlaceDetail, PlaceDetailLength, required: false);
        if (string.IsNullOrEmpty(CategoryCode))
            errors.Add(new PlatformErrors.Required(nameof(CategoryCode), "类别") { Field = nameof(CategoryCode) });
        if (!Enum.IsDefined(Channel))
            errors.Add(new PlatformErrors.Required(nameof(Channel), "来源渠道") { Field = nameof(Channel) });
        if (!Enum.IsDefined(Urgency))
            errors.Add(new PlatformErrors.Required(nameof(Urgency), "紧急程度") { Field = nameof(Urgency) });
        return errors;
    }

    private static void CheckText(List<Error> errors, string field, string label, string text, int maximum, bool required)
    {
        if (required && text.Length == 0)
            errors.Add(new PlatformErrors.Required(field, label) { Field = field });
        else if (text.Length > maximum)
            errors.Add(new PlatformErrors.TooLong(label, maximum, text.Length) { Field = field });
    }
}
