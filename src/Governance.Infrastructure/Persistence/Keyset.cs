using System.Linq.Expressions;
using Governance.Application.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Governance.Infrastructure.Persistence;

/// <summary>Makes the order of a list: by a moment or a text, then by the key.</summary>
internal static class Keyset
{
    /// <summary>Earliest first.</summary>
    public static Keyset<T> Rising<T>(Expression<Func<T, DateTimeOffset>> moment, Expression<Func<T, Guid>> key) => ByMoment(moment, key, rises: true);

    /// <summary>Latest first.</summary>
    public static Keyset<T> Falling<T>(Expression<Func<T, DateTimeOffset>> moment, Expression<Func<T, Guid>> key) => ByMoment(moment, key, rises: false);

    /// <summary>In the order of a text.</summary>
    public static Keyset<T> Rising<T>(Expression<Func<T, string>> text, Expression<Func<T, Guid>> key) =>
        new Keyset<T, string>(text, key, rises: true, _ => true, cursor => cursor.Sort);

    private static Keyset<T, DateTimeOffset> ByMoment<T>(Expression<Func<T, DateTimeOffset>> moment, Expression<Func<T, Guid>> key, bool rises) =>
        new(moment, key, rises, cursor => cursor.Moment is not null, cursor => cursor.Moment!.Value);
}

/// <summary>
/// The order of a list and the way through it by keyset: a page starts right after the row the last one ended with, so that page 100,000
/// costs what page 1 costs and a row that arrives meanwhile shifts nothing.
/// </summary>
/// <typeparam name="T">What is ordered.</typeparam>
internal abstract class Keyset<T>
{
    /// <summary>True for a cursor that this order can go on from; an address cut by hand holds others.</summary>
    protected abstract bool IsOwn(PageCursor cursor);

    /// <summary>The rows in order, or the other way round.</summary>
    public abstract IQueryable<T> Order(IQueryable<T> all, bool backwards = false);

    /// <summary>The rows beyond a cursor, in the order or against it.</summary>
    protected abstract IQueryable<T> Beyond(IQueryable<T> all, PageCursor cursor, bool backwards);

    /// <summary>The keys that are counted: up to <see cref="PageRequest.CountedUpTo"/> and one more.</summary>
    public abstract IQueryable<Guid> Counted(IQueryable<T> all);

    /// <summary>The page that is asked for, or the first one when its cursor is none of this list's.</summary>
    public PageRequest Readable(PageRequest page) => page.Cursor is null || IsOwn(page.Cursor) ? page : new PageRequest(Size: page.Size);

    /// <summary>Reads a page: one statement, and one more when it is counted.</summary>
    /// <param name="all">What the list holds, in no order.</param>
    /// <param name="page">Which page.</param>
    /// <param name="project">Makes rows of what was cut out.</param>
    /// <param name="at">Where a row stands in the order.</param>
    /// <param name="counts">True to count what the list holds.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Page<TRow>> ReadAsync<TRow>(
        IQueryable<T> all, PageRequest page, Func<IQueryable<T>, IQueryable<TRow>> project, Func<TRow, PageCursor> at, bool counts, CancellationToken ct)
    {
        page = Readable(page);
        var rows = await project(Cut(all, page)).ToListAsync(ct);
        return PageOf(rows, page, at, counts ? await Counted(all).CountAsync(ct) : null);
    }

    /// <summary>The rows of a readable page in the order they are read in, and one more, which tells whether the list goes on.</summary>
    public IQueryable<T> Cut(IQueryable<T> all, PageRequest page) =>
        (page.Cursor is { } cursor ? Order(Beyond(all, cursor, page.Backwards), page.Backwards) : Order(all)).Take(page.Size + 1);

    /// <summary>The page that was read.</summary>
    /// <param name="rows">What <see cref="Cut"/> gave.</param>
    /// <param name="page">Which page.</param>
    /// <param name="at">Where a row stands in the order.</param>
    /// <param name="total">How many rows the list has, or null when nobody counted.</param>
    public static Page<TRow> PageOf<TRow>(List<TRow> rows, PageRequest page, Func<TRow, PageCursor> at, int? total)
    {
        var backwards = page.Backwards && page.Cursor is not null;
        var more = rows.Count > page.Size;
        if (more)
            rows.RemoveAt(page.Size);
        if (backwards)
            rows.Reverse();
        if (rows.Count == 0)
            return new Page<TRow>([], null, null, total ?? 0);
        var hasPrevious = backwards ? more : page.Cursor is not null;
        var hasNext = backwards || more;
        // A list that fits on one page is counted by reading it.
        return new Page<TRow>(
            rows, hasPrevious ? at(rows[0]) : null, hasNext ? at(rows[^1]) : null, total ?? (hasPrevious || hasNext ? null : rows.Count));
    }
}

/// <summary>An order by a sort value and the key; the comparison is one of rows, which an index on both answers by walking.</summary>
/// <typeparam name="T">What is ordered.</typeparam>
/// <typeparam name="TSort">By what.</typeparam>
internal sealed class Keyset<T, TSort>(
    Expression<Func<T, TSort>> sort, Expression<Func<T, Guid>> key, bool rises, Func<PageCursor, bool> isOwn, Func<PageCursor, TSort> sortOf) : Keyset<T>
{
    /// <inheritdoc />
    protected override bool IsOwn(PageCursor cursor) => isOwn(cursor);

    /// <inheritdoc />
    public override IQueryable<T> Order(IQueryable<T> all, bool backwards = false) =>
        rises != backwards ? all.OrderBy(sort).ThenBy(key) : all.OrderByDescending(sort).ThenByDescending(key);

    /// <inheritdoc />
    protected override IQueryable<T> Beyond(IQueryable<T> all, PageCursor cursor, bool backwards)
    {
        var (at, id) = (sortOf(cursor), cursor.Id);
        Expression<Func<TSort, Guid, bool>> beyond = rises != backwards
            ? (s, k) => EF.Functions.GreaterThan(ValueTuple.Create(s, k), ValueTuple.Create(at, id))
            : (s, k) => EF.Functions.LessThan(ValueTuple.Create(s, k), ValueTuple.Create(at, id));
        var row = sort.Parameters[0];
        var values = new Expression[] { sort.Body, ReplacingExpressionVisitor.Replace(key.Parameters[0], row, key.Body) };
        return all.Where(Expression.Lambda<Func<T, bool>>(new ReplacingExpressionVisitor([.. beyond.Parameters], values).Visit(beyond.Body), row));
    }

    /// <inheritdoc />
    public override IQueryable<Guid> Counted(IQueryable<T> all) => all.Select(key).Take(PageRequest.CountedUpTo + 1);
}
