using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Submissions;

/// <summary>
/// The address of a list of submissions: filter and page live in the query string. What cannot be read is left out, never an error.
/// </summary>
public static class SubmissionListQuery
{
    /// <summary>Path of the list.</summary>
    public const string Path = "/submissions";

    /// <summary>Reads a filter.</summary>
    public static SubmissionCriteria Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out var found) && found.ToString().Trim() is { Length: > 0 and <= 80 } text ? text : null;
        return new SubmissionCriteria
        {
            View = CaseListQuery.Choice<SubmissionView>(Text("view")) ?? SubmissionView.Waiting,
            Channel = CaseListQuery.Choice<CaseChannel>(Text("channel")),
            Area = AreaCode.TryParse(Text("area"), out var area) ? area : null,
            Number = Text("q"),
        };
    }

    /// <summary>The address of a list.</summary>
    public static string Href(SubmissionCriteria criteria) => QueryHelpers.AddQueryString(
        Path,
        new Dictionary<string, string?>
        {
            ["view"] = criteria.View == SubmissionView.Waiting ? null : CaseListQuery.Word(criteria.View),
            ["channel"] = criteria.Channel is { } channel ? CaseListQuery.Word(channel) : null,
            ["area"] = criteria.Area?.Value,
            ["q"] = criteria.Number,
        }.Where(v => v.Value is not null));

    /// <summary>The address of a submission.</summary>
    public static string ItemHref(SubmissionNumber number) => $"{Path}/{number.Value}";

    /// <summary>The address of a restricted submission, for the persons of its circle.</summary>
    public static string RestrictedHref(SubmissionNumber number) => $"/restricted/submissions/{number.Value}";

    /// <summary>What a list is called.</summary>
    public static string DisplayName(this SubmissionView view) => view switch
    {
        SubmissionView.Waiting => "待审核",
        SubmissionView.Asked => "待补充",
        SubmissionView.Decided => "已处理",
        SubmissionView.All => "全部",
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };
}
