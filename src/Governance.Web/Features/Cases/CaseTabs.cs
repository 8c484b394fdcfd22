using Governance.Domain.Platform;
using Governance.Web.Navigation;

namespace Governance.Web.Features.Cases;

/// <summary>One side of a case with a page of its own.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Segment">Last part of the address; empty for the case itself.</param>
public sealed record CaseTab(string Title, string Segment)
{
    /// <summary>Template of the page's address.</summary>
    public string Template { get; } = Segment.Length == 0 ? "/cases/{Number}" : $"/cases/{{Number}}/{Segment}";

    /// <summary>Its address for one case.</summary>
    public string Href(string number) => Segment.Length == 0 ? $"/cases/{number}" : $"/cases/{number}/{Segment}";
}

/// <summary>
/// The sides of a case in the order people read them. A tab is shown when its page exists and opens for the person, as in the menu.
/// Each is a page of its own, so that looking at one side costs no statement for the others.
/// </summary>
public static class CaseTabs
{
    /// <summary>Every tab.</summary>
    public static IReadOnlyList<CaseTab> All { get; } =
    [
        new("办理", ""),
        new("当事人", "parties"),
        new("材料", "files"),
        new("化解程序", "procedures"),
        new("调解资源", "mediation"),
        new("协办任务", "tasks"),
        new("时限", "clock"),
        new("督办", "supervision"),
        new("重复诉求", "repeats"),
        new("包案与批示", "charge"),
        new("限定知悉", "restriction"),
    ];

    /// <summary>The tabs that open for this person.</summary>
    public static IReadOnlyList<CaseTab> For(Actor actor) => [.. All.Where(tab => PortalMenu.Leads(actor, tab.Template))];
}
