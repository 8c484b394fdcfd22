using System.Reflection;
using Governance.Domain.Platform;
using Governance.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Navigation;

/// <summary>One line of the menu.</summary>
/// <param name="Group">Heading it stands under; empty for none.</param>
/// <param name="Title">What people read.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Needs">A right beyond those of the page, for entries that open one view of a page.</param>
/// <param name="Key">Single key that opens it, or null.</param>
public sealed record MenuEntry(string Group, string Title, string Href, Permission? Needs = null, string? Key = null)
{
    /// <summary>The address without its query.</summary>
    public string Path { get; } = Href.Split('?')[0];
}

/// <summary>
/// The menu of the signed-in part. Rights come from the pages themselves (<see cref="WorkPageAttribute"/>), and an entry whose page
/// does not exist is not shown, so no entry leads nowhere.
/// </summary>
public static class PortalMenu
{
    private const string Disputes = "矛盾纠纷";
    private const string Mediation = "调解";
    private const string Picture = "态势";
    private const string Base = "依据与设置";

    /// <summary>Every entry in the order people see.</summary>
    public static IReadOnlyList<MenuEntry> All { get; } =
    [
        new("", "工作台", "/"),
        new("", "通知", "/notifications"),
        new(Disputes, "登记", "/cases/new", Key: "n"),
        new(Disputes, "来件审核", "/submissions"),
        new(Disputes, "我的案件", "/cases?view=mine"),
        new(Disputes, "本辖区案件", "/cases?view=area", Permission.ReadAreaCases),
        new(Disputes, "全部案件", "/cases"),
        new(Disputes, "重复诉求", "/repeats"),
        new(Disputes, "化解程序", "/procedures"),
        new(Disputes, "协办任务", "/tasks"),
        new(Disputes, "我的包案", "/charges"),
        new(Disputes, "当事人查询", "/participants"),
        new(Disputes, "限定知悉", "/restricted"),
        new(Mediation, "调解组织", "/mediation/committees"),
        new(Mediation, "调解员", "/mediation/mediators"),
        new(Mediation, "行政调解事项", "/mediation/items"),
        new(Picture, "全市态势", "/dashboard"),
        new(Picture, "办理质效", "/statistics"),
        new(Base, "条例", "/ordinance"),
        new(Base, "办理时限", "/settings/limits"),
        new(Base, "程序时限", "/settings/procedure-limits"),
        new(Base, "人员账号", "/users"),
        new(Base, "接口客户", "/clients"),
        new(Base, "审计记录", "/audit"),
        new(Base, "使用帮助", "/help"),
    ];

    private static readonly Dictionary<string, WorkPageAttribute> Pages = typeof(PortalMenu).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Work: type.GetCustomAttribute<WorkPageAttribute>())))
        .Where(page => page.Work is not null)
        .ToDictionary(page => page.Template, page => page.Work!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The entries that lead this person somewhere.</summary>
    public static IReadOnlyList<MenuEntry> For(Actor actor) => All.Where(entry => Admits(actor, entry)).ToList();

    /// <summary>True when the address exists and its page opens for the person.</summary>
    public static bool Leads(Actor actor, string path) => Pages.TryGetValue(path, out var page) && page.Admits(actor);

    /// <summary>
    /// The entry a person stands on: same path and the most query parameters in common; else the longest path above.
    /// </summary>
    public static MenuEntry? Current(IEnumerable<MenuEntry> entries, string pathAndQuery)
    {
        var parts = pathAndQuery.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1));
        return entries
            .Select(entry => (entry, Rank: Rank(entry, parts[0], query)))
            .Where(candidate => candidate.Rank > 0)
            .OrderByDescending(candidate => candidate.Rank)
            .FirstOrDefault().entry;
    }

    private static int Rank(MenuEntry entry, string path, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query)
    {
        if (entry.Path == path)
        {
            var wanted = QueryHelpers.ParseQuery(entry.Href.Split('?', 2).ElementAtOrDefault(1));
            return wanted.All(w => query.GetValueOrDefault(w.Key) == w.Value) ? 10_000 + wanted.Count : 0;
        }
        return entry.Path != "/" && !entry.Href.Contains('?', StringComparison.Ordinal) && path.StartsWith(entry.Path + "/", StringComparison.Ordinal)
            ? entry.Path.Length
            : 0;
    }

    private static bool Admits(Actor actor, MenuEntry entry) =>
        Leads(actor, entry.Path) && (entry.Needs is null || actor.May(entry.Needs.Value));
}
