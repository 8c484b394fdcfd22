using Governance.Application.Mediation;

namespace Governance.Infrastructure.Mediation;

/// <summary>Makes a page from the rows read: drops the extra one, restores the order, names the neighbours.</summary>
internal static class RegisterPaging
{
    public static RegisterPage<TRow> Cut<TRow>(
        List<TRow> read, Func<TRow, RegisterCursor> at, int total, RegisterCursor? after, RegisterCursor? before, int size)
    {
        var more = read.Count > size;
        var rows = read.Take(size).ToList();
        if (before is not null)
            rows.Reverse();
        if (rows.Count == 0)
            return new RegisterPage<TRow>([], total, null, null);
        var hasPrevious = before is null ? after is not null : more;
        var hasNext = before is not null || more;
        return new RegisterPage<TRow>(rows, total, hasPrevious ? at(rows[0]) : null, hasNext ? at(rows[^1]) : null);
    }
}
