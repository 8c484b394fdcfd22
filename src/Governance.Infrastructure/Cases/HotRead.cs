using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// A read that everybody does all day, compiled once for each shape of the question: EF else walks the whole tree of a query with every call
/// to find its values and to look it up. The query is written once, with the rules every other query has; what it holds of the stand-ins of
/// a shape becomes a parameter.
/// </summary>
/// <param name="write">Writes the query of a question.</param>
internal sealed class HotRead<TRow>(Func<GovernanceDbContext, CaseQuestion, IQueryable<TRow>> write)
{
    private readonly ConcurrentDictionary<CaseQuestion, Compiled> _shapes = new();

    private delegate IAsyncEnumerable<TRow> Compiled(GovernanceDbContext context, CaseQuestion question);

    /// <summary>The rows.</summary>
    public IAsyncEnumerable<TRow> Read(GovernanceDbContext context, CaseQuestion question)
    {
        if (question.Shape() is not { } shape)
            return write(context, question).AsAsyncEnumerable();
        return (_shapes.TryGetValue(shape, out var known) ? known : _shapes.GetOrAdd(shape, Compile(context, shape)))(context, question);
    }

    /// <summary>The one row, or none.</summary>
    public async Task<TRow?> FindAsync(GovernanceDbContext context, CaseQuestion question, CancellationToken ct)
    {
        await foreach (var row in Read(context, question).WithCancellation(ct))
            return row;
        return default;
    }

    private Compiled Compile(GovernanceDbContext context, CaseQuestion shape)
    {
        var parameters = new QuestionParameters(shape);
        var query = parameters.Visit(write(context, shape).Expression);
        // EF has one method for each number of parameters.
        var run = CompiledQueries(parameters.Used.Count).MakeGenericMethod(
            [typeof(GovernanceDbContext), .. parameters.Used.Select(p => p.Value.Body.Type), typeof(TRow)])
            .Invoke(null, [Expression.Lambda(query, [parameters.Context, .. parameters.Used.Select(p => p.Parameter)])])!;
        var question = Expression.Parameter(typeof(CaseQuestion), "question");
        return Expression.Lambda<Compiled>(
            Expression.Invoke(
                Expression.Constant(run),
                [parameters.Context, .. parameters.Used.Select(p => ReplacingExpressionVisitor.Replace(p.Value.Parameters[0], question, p.Value.Body))]),
            parameters.Context, question).Compile();
    }

    private static MethodInfo CompiledQueries(int parameters) => typeof(EF).GetMethods().Single(m =>
        m.Name == nameof(EF.CompileAsyncQuery) && m.GetGenericArguments().Length == parameters + 2
        && m.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } answer
        && answer.GetGenericTypeDefinition() == typeof(IQueryable<>));

    /// <summary>Puts a parameter where the query of a shape holds a stand-in.</summary>
    private sealed class QuestionParameters(CaseQuestion shape) : ExpressionVisitor
    {
        private readonly Dictionary<LambdaExpression, ParameterExpression> _used = [];

        public ParameterExpression Context { get; } = Expression.Parameter(typeof(GovernanceDbContext), "context");

        public IReadOnlyList<(LambdaExpression Value, ParameterExpression Parameter)> Used => [.. _used.Select(p => (p.Key, p.Value))];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsCaptured(node))
                return base.VisitMember(node);
            var captured = Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true)();
            if (captured is IQueryable query)
                return Visit(query.Expression);
            // A value without a stand-in would be the same for every question of the shape.
            var value = CaseQuestion.Values.FirstOrDefault(v => v.Of(shape) is { } standIn && standIn.Equals(captured)).Expression
                ?? throw new InvalidOperationException($"'{node}' has no stand-in in {nameof(CaseQuestion)}.");
            if (!_used.TryGetValue(value, out var parameter))
                _used.Add(value, parameter = Expression.Parameter(value.Body.Type, $"value{_used.Count}"));
            return node.Type == parameter.Type ? parameter : Expression.Convert(parameter, node.Type);
        }

        // The query hangs on the context it was written with.
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? Expression.Call(Context, nameof(DbContext.Set), [root.ElementType])
            : base.VisitExtension(node);

        private static bool IsCaptured(MemberExpression node) =>
            node.Expression is ConstantExpression || (node.Expression is MemberExpression inner && IsCaptured(inner));
    }
}
