using System.Linq.Expressions;

namespace Governance.Infrastructure.Persistence;

/// <summary>Puts conditions of queries together.</summary>
internal static class Conditions
{
    /// <summary>Either holds.</summary>
    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, BodyOf(right, left.Parameters[0])), left.Parameters[0]);

    /// <summary>Both hold.</summary>
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(left.Body, BodyOf(right, left.Parameters[0])), left.Parameters[0]);

    private static Expression BodyOf<T>(Expression<Func<T, bool>> condition, ParameterExpression one) =>
        new Rebind(condition.Parameters[0], one).Visit(condition.Body);

    private sealed class Rebind(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
