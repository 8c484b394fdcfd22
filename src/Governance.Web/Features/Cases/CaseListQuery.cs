using System.Globalization;
using System.Text;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Cases;

/// <summary>
/// The address of a list of cases: filter, order and page live in the query string, so that a link can be shared and Back works.
/// What cannot be read is left out, never an error: addresses are typed and cut by hand.
/// </summary>
public static class CaseListQuery
{
    /// <summary>Path of the list.</summary>
    public const string Path = "/cases";

    /// <summary>Path of the same list as a file.</summary>
    public const string ExportPath = "/cases/export";

    /// <summary>Reads a filter. Without an order, what waits for somebody is shown due first and everything else newest first.</summary>
    public static CaseListCriteria Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out var found) && found.ToString().Trim() is { Length: > 0 and <= 200 } text ? text : null;
        var view = Choice<CaseView>(Text("view")) ?? CaseView.All;
        var criteria = new CaseListCriteria
        {
            View = view,
            State = Choice<CaseState>(Text("state")),
            Phase = Choice<CasePhase>(Text("phase")),
            Timeliness = Choice<CaseTimeliness>(Text("timeliness")),
            Supervision = Choice<CaseSupervisionStanding>(Text("supervision")),
            Clock = Choice<CaseClockStanding>(Text("clock")),
            Satisfaction = Choice<SatisfactionStanding>(Text("satisfaction")),
            Urged = Text("urged") == "yes",
            Measure = Choice<CaseMeasure>(Text("measure")),
            Department = values.ContainsKey("department") ? Text("department") ?? "" : null,
            MattersOnly = Text("merged") == "no",
            Category = Text("category"),
            Channel = Choice<CaseChannel>(Text("channel")),
            Urgency = Choice<CaseUrgency>(Text("urgency")),
            Area = AreaCode.TryParse(Text("area"), out var area) ? area : null,
            From = Day(Text("from")),
            To = Day(Text("to")),
            Text = Text("q"),
        };
        var natural = view == CaseView.Mine ? CaseSort.DueFirst : CaseSort.Newest;
        return criteria with { Sort = Choice<CaseSort>(Text("sort")) ?? natural };
    }

    /// <summary>The address of a list.</summary>
    public static string Href(CaseListCriteria criteria) => Address(Path, criteria);

    /// <summary>The same, said so that the list never opens with the person's default filter instead.</summary>
    public static string WholeHref(CaseListCriteria criteria) => Href(criteria) is var href && href == Path ? Path + "?view=all" : href;

    /// <summary>Address where several cases of the list are worked on at once.</summary>
    public static string BulkHref(CaseListCriteria criteria) => Address(BulkPath, criteria);

    /// <summary>The address of the same list as a file.</summary>
    public static string ExportHref(CaseListCriteria criteria) => Address(ExportPath, criteria);

    /// <summary>The address of the page after or before a row.</summary>
    public static string PageHref(CaseListCriteria criteria, string side, PageCursor cursor) =>
        QueryHelpers.AddQueryString(Href(criteria), side, cursor.ToString());

    /// <summary>The address of a case.</summary>
    public static string CaseHref(CaseNumber number) => $"{Path}/{number.Value}";

    /// <summary>The word for a value in an address, e.g. <c>closed-on-time</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    /// <summary>Path of the page for several cases at once.</summary>
    public const string BulkPath = "/cases/bulk";

    private static string Address(string path, CaseListCriteria criteria)
    {
        var natural = criteria.View == CaseView.Mine ? CaseSort.DueFirst : CaseSort.Newest;
        var values = new Dictionary<string, string?>
        {
            ["view"] = criteria.View == CaseView.All ? null : Word(criteria.View),
            ["state"] = criteria.State is { } state ? Word(state) : null,
            ["phase"] = criteria.Phase is { } phase ? Word(phase) : null,
            ["timeliness"] = criteria.Timeliness is { } timeliness ? Word(timeliness) : null,
            ["supervision"] = criteria.Supervision is { } supervision ? Word(supervision) : null,
            ["clock"] = criteria.Clock is { } clock ? Word(clock) : null,
            ["satisfaction"] = criteria.Satisfaction is { } satisfaction ? Word(satisfaction) : null,
            ["urged"] = criteria.Urged ? "yes" : null,
            ["measure"] = criteria.Measure is { } measure ? Word(measure) : null,
            ["department"] = criteria.Department,
            ["merged"] = criteria.MattersOnly ? "no" : null,
            ["category"] = criteria.Category,
            ["channel"] = criteria.Channel is { } channel ? Word(channel) : null,
            ["urgency"] = criteria.Urgency is { } urgency ? Word(urgency) : null,
            ["area"] = criteria.Area?.Value,
            ["from"] = Day(criteria.From),
            ["to"] = Day(criteria.To),
            ["q"] = criteria.Text,
            ["sort"] = criteria.Sort == natural ? null : Word(criteria.Sort),
        };
        return QueryHelpers.AddQueryString(path, values.Where(v => v.Value is not null));
    }

    /// <summary>The value of a word in an address, or null.</summary>
    public static T? Choice<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == word)
                return value;
        return null;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999
            ? day
            : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
