using System.Globalization;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Audit;

/// <summary>The address of the audit trail: filter and page in the query string. What cannot be read is left out.</summary>
public static class AuditQuery
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/audit";

    /// <summary>Path of the same list as a file.</summary>
    public const string ExportPath = "/audit/export";

    /// <summary>What was touched; of a restricted case the trail tells others only that it is one.</summary>
    public static string Subject(AuditRow row) => row.IsWithheld ? "限定知悉案件" : row.SubjectId;

    private const int LongestWord = 100;

    /// <summary>Reads a filter.</summary>
    public static AuditCriteria Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) =>
            PlainText.CleanLine(values.GetValueOrDefault(key)) is { Length: > 0 and <= LongestWord } text ? text : null;
        return new AuditCriteria
        {
            Who = Text("who"),
            Action = Text("action") is { } action && AuditActions.All.ContainsKey(action) ? action : null,
            Subject = Text("subject"),
            From = Day(Text("from")),
            To = Day(Text("to")),
        };
    }

    /// <summary>The address of the same list as a file.</summary>
    public static string ExportHref(AuditCriteria criteria) => QueryHelpers.AddQueryString(
        ExportPath,
        new Dictionary<string, string?>
        {
            ["who"] = criteria.Who,
            ["action"] = criteria.Action,
            ["subject"] = criteria.Subject,
            ["from"] = criteria.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = criteria.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }.Where(v => v.Value is not null));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999
            ? day
            : null;
}
