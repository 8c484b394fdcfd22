using Governance.Application.Mediation;
using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Mediation;

/// <summary>Addresses of the registers: the filter lives in the query string. What cannot be read is left out, never an error.</summary>
public static class MediationQuery
{
    /// <summary>The list of committees.</summary>
    public const string Committees = "/mediation/committees";

    /// <summary>The list of mediators.</summary>
    public const string Mediators = "/mediation/mediators";

    /// <summary>The page of a mediator.</summary>
    public static string Mediator(Guid id) => $"{Mediators}/{id}";

    /// <summary>The page of an edition of a list.</summary>
    public static string ItemList(Guid id) => $"{Items}/{id}";

    /// <summary>The lists of items.</summary>
    public const string Items = "/mediation/items";

    /// <summary>The public page of committees.</summary>
    public const string Public = "/mediation";

    /// <summary>The public page of the list of items.</summary>
    public const string PublicItems = "/mediation/list";

    /// <summary>Reads the filter of the committees.</summary>
    public static CommitteeCriteria ReadCommittees(string query, CityPack pack)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new CommitteeCriteria(
            Text(values, "q"), Choice<CommitteeKind>(Text(values, "kind")), Covered(Text(values, "category"), pack), Area(Text(values, "area")),
            Text(values, "state") == "dissolved");
    }

    /// <summary>Reads the filter of the mediators.</summary>
    public static MediatorCriteria ReadMediators(string query, CityPack pack)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new MediatorCriteria(
            Text(values, "q"), Covered(Text(values, "category"), pack), Area(Text(values, "area")),
            Choice<MediatorStanding>(Text(values, "state")) ?? MediatorStanding.InOffice,
            Guid.TryParse(Text(values, "committee"), out var committee) ? committee : null);
    }

    /// <summary>Name of a standing.</summary>
    public static string DisplayName(this MediatorStanding standing) => standing switch
    {
        MediatorStanding.InOffice => "在聘",
        MediatorStanding.OnLeave => "休假中",
        MediatorStanding.TermOver => "聘期已满",
        MediatorStanding.Ended => "已解聘",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>True when an address cuts its list by something.</summary>
    public static bool IsFiltered(string query) => QueryHelpers.ParseQuery(query).Any(p => p.Key is not ("after" or "before") && p.Value.ToString().Length > 0);

    /// <summary>The query of an address, with its question mark.</summary>
    public static string QueryOf(string uri) => new Uri(uri).Query;

    // Who mediates a whole top category mediates its leaves; a top category is mediated by whoever has one of its leaves.
    private static IReadOnlyList<string> Covered(string? code, CityPack pack) => code is null || pack.CategoryByCode(code) is not { } category
        ? []
        : category.Parent is { } top ? [category.Code, top] : [category.Code, .. pack.LeavesOf(category.Code).Select(c => c.Code)];

    private static string? Text(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> values, string key) =>
        values.TryGetValue(key, out var found) && found.ToString().Trim() is { Length: > 0 and <= 60 } text ? text : null;

    private static AreaCode? Area(string? text) => AreaCode.TryParse(text, out var code) ? code : null;

    private static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
