using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// Search over title and description by any term of two or more characters: the bigram index finds candidates, LIKE confirms them.
/// A text that is a case number finds that case. See docs/decisions/0007.
/// </summary>
internal static class CaseSearch
{
    /// <summary>All cases, or those that hold every term.</summary>
    public static IQueryable<Case> Cases(GovernanceDbContext context, string? text)
    {
        if (CaseNumber.TryParse(text, out var number))
            return context.Set<Case>().Where(c => c.Number == number);
        var terms = CaseFilter.Terms(text);
        if (terms.Count == 0)
            return PlainText.CleanLine(text).Length == 0 ? context.Set<Case>() : context.Set<Case>().Where(c => false);

        var joined = string.Join(' ', terms);
        var cases = context.Set<Case>().FromSql($"""
            select c.*, c.xmin from cases c where text_bigrams(c.title || ' ' || c.description) @> text_bigrams({joined})
            """);
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
