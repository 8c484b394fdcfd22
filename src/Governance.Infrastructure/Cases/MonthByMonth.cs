using System.Linq.Expressions;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// Reads a list month after month in the order of the list, in one statement: the database runs the query of a month only while rows are
/// missing. That keeps a search for a common word as cheap as one for a rare word. See docs/decisions/0007.
/// </summary>
internal static class MonthByMonth
{
    private const int FirstMonth = 1;
    private const int LastMonth = 9999;

    /// <summary>Stands for the month in the query of one month.</summary>
    public static int Month() => throw new InvalidOperationException("Only in queries.");

    /// <summary>The function <c>holds_in_month</c> of the database: true when the case is of that month and may hold the terms.</summary>
    public static bool Holds(DateTimeOffset at, string title, string description, int month, string terms) =>
        throw new InvalidOperationException("Only in queries.");

    /// <summary>The function <c>is_in_month</c> of the database: the span of moments of a month, for indexes that begin with an area or a body.</summary>
    public static bool IsIn(DateTimeOffset at, int month) => throw new InvalidOperationException("Only in queries.");

    /// <summary>The function <c>month_of</c> of the database: months in China, January 2000 is 1.</summary>
    public static int Of(DateTimeOffset at) => Of(at.ChinaDay());

    /// <summary>The rows of all months in turn, at most so many.</summary>
    /// <param name="context">The database.</param>
    /// <param name="ofMonth">The ordered and limited query of one month, with <see cref="Month"/> for the month.</param>
    /// <param name="criteria">The list, which may name its first and last day.</param>
    /// <param name="page">The page: it begins in the month of its cursor.</param>
    /// <param name="most">How many rows.</param>
    public static IQueryable<Case> Read(
        GovernanceDbContext context, IQueryable<Case> ofMonth, CaseListCriteria criteria, PageRequest page, int most)
    {
        var newest = criteria.To is { } to ? Of(to) : LastMonth;
        var oldest = criteria.From is { } from ? Of(from) : FirstMonth;
        if (page.Cursor?.Moment is { } moment)
            (newest, oldest) = page.Backwards ? (newest, Math.Max(oldest, Of(moment))) : (Math.Min(newest, Of(moment)), oldest);

        // Months in which there is nothing at all are not asked for.
        var months = page.Backwards
            ? context.Database.SqlQuery<int>($"""
                select generate_series(greatest({oldest}, (select month_of(min(registered_at)) from cases)),
                  least({newest}, (select month_of(max(registered_at)) from cases))) as "Value"
                """)
            : context.Database.SqlQuery<int>($"""
                select generate_series(least({newest}, (select month_of(max(registered_at)) from cases)),
                  greatest({oldest}, (select month_of(min(registered_at)) from cases)), -1) as "Value"
                """);
        var month = Expression.Parameter(typeof(int), "month");
        var each = Expression.Lambda<Func<int, IEnumerable<Case>>>(new PutMonth(month).Visit(ofMonth.Expression), month);
        return months.SelectMany(each).Take(most);
    }

    private static int Of(DateOnly day) => Math.Clamp(((day.Year - 2000) * 12) + day.Month, FirstMonth, LastMonth);

    private sealed class PutMonth(ParameterExpression month) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.DeclaringType == typeof(MonthByMonth) && node.Method.Name == nameof(Month) ? month : base.VisitMethodCall(node);
    }
}
