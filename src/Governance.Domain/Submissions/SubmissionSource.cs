using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.Domain.Submissions;

/// <summary>Where submissions come from: the public web form, or a system that delivers over the interface.</summary>
/// <param name="Key">Stable key; source numbers are unique within it.</param>
/// <param name="Name">What reviewers read.</param>
/// <param name="Channel">Channel of the cases made of them.</param>
public sealed record SubmissionSource(string Key, string Name, CaseChannel Channel)
{
    /// <summary>Longest key.</summary>
    public const int KeyLength = 32;

    /// <summary>Longest name.</summary>
    public const int NameLength = 60;

    /// <summary>网上反映: the public form.</summary>
    public static SubmissionSource Web { get; } = new("web", "网上反映", CaseChannel.Web);

    /// <summary>学生欺凌举报: the protected public form (A30).</summary>
    public static SubmissionSource Bullying { get; } = new("web-bullying", "学生欺凌举报", CaseChannel.Web);

    /// <summary>True when the source is a public form, whose sender reads questions and answers on the look-up.</summary>
    public static bool IsPublic(string key) => key == Web.Key || key == Bullying.Key;

    /// <summary>Where submissions without a place go; null for the city.</summary>
    public AreaCode? Home { get; init; }

    /// <summary>直接登记: the source is trusted to deliver cases; what has place and category skips the review.</summary>
    public bool OpensCases { get; init; }
}
