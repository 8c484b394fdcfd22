namespace Governance.Web.Components.Shared;

/// <summary>Where a page of a list leads next. Pages are keyset pages: there is no page number to jump to.</summary>
/// <param name="PreviousHref">Address of the page before, or null on the first.</param>
/// <param name="NextHref">Address of the page after, or null on the last.</param>
/// <param name="CountText">E.g. <c>共 1,204 件</c>; null shows the number of rows on this page.</param>
public sealed record TablePager(string? PreviousHref, string? NextHref, string? CountText = null);
