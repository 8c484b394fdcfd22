using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// Search over title and description by any term of two or more characters: a bigram index finds candidates, LIKE confirms them.
/// A text that is a case number finds that case. See docs/decisions/0007.
/// </summary>
internal static class CaseSearch
{
    /// <summary>All cases, or those that hold every term; the open ones only when the list is one of open cases.</summary>
    public static IQueryable<Case> Cases(GovernanceDbContext context, string? text)
    {
        if (CaseNumber.TryParse(text, out var number))
            return context.Set<Case>().Where(c => c.Number == number);
        var terms = CaseFilter.Terms(text);
        if (terms.Count == 0)
            return PlainText.CleanLine(text).Length == 0 ? context.Set<Case>() : context.Set<Case>().Where(c => false);
        var joined = string.Join(' ', terms);
        return Confirmed(context.Set<Case>().FromSql($"""
            select c.*, c.xmin from cases c where c.is_open and text_bigrams(c.title || ' ' || c.description) @> text_bigrams({joined})
            """), terms);
    }

    /// <summary>True when a list is read month by month: it searches for words and has the newest first.</summary>
    public static bool GoesByMonth(CaseListCriteria criteria) =>
        criteria.Sort == CaseSort.Newest && !CaseNumber.TryParse(criteria.Text, out _) && CaseFilter.Terms(criteria.Text).Count > 0;

    /// <summary>The cases of one month that hold every term; the month is <see cref="MonthByMonth.Month"/>.</summary>
    /// <param name="context">The database.</param>
    /// <param name="text">What is searched for.</param>
    /// <param name="isNarrow">
    /// True for a list of less than the city: the index of the area or body is asked beside that of the words, and only for the month. A
    /// whole city's month is too much to ask for.
    /// </param>
    public static IQueryable<Case> CasesOfMonth(GovernanceDbContext context, string? text, bool isNarrow)
    {
        var terms = CaseFilter.Terms(text);
        var joined = string.Join(' ', terms);
        var cases = context.Set<Case>().Where(c => MonthByMonth.Holds(c.RegisteredAt, c.Title, c.Description, MonthByMonth.Month(), joined));
        return Confirmed(isNarrow ? cases.Where(c => MonthByMonth.IsIn(c.RegisteredAt, MonthByMonth.Month())) : cases, terms);
    }

    private static IQueryable<Case> Confirmed(IQueryable<Case> cases, IReadOnlyList<string> terms)
    {
        foreach (var term in terms)
        {
            var pattern = "%" + Escape(term) + "%";
            cases = cases.Where(c => EF.Functions.ILike(c.Title + " " + c.Description, pattern, "\\"));
        }
        return cases;
    }

    private static string Escape(string term) => term
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
