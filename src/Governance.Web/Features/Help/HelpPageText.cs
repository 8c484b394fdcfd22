namespace Governance.Web.Features.Help;

/// <summary>A page of the guide, ready to be shown.</summary>
/// <param name="Topic">Which page.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Audience">Who needs it: the first paragraph under 谁用.</param>
/// <param name="Html">The text without the first heading.</param>
/// <param name="Parts">The smaller headings, to jump to.</param>
public sealed record HelpPageText(HelpTopic Topic, string Title, string Audience, string Html, IReadOnlyList<HelpPart> Parts);

/// <summary>A heading to jump to.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its words.</param>
public sealed record HelpPart(string Id, string Title);
