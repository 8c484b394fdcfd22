using Governance.Domain.Organisation;

namespace Governance.Application.Platform;

/// <summary>Filter of the audit trail, the same for page and export.</summary>
public sealed record AuditCriteria
{
    /// <summary>Account, or part of a name; null for everybody.</summary>
    public string? Who { get; init; }

    /// <summary>Code of an action, or null.</summary>
    public string? Action { get; init; }

    /// <summary>Readable key of what was touched, e.g. a case number or the beginning of one; null for everything.</summary>
    public string? Subject { get; init; }

    /// <summary>On or after this day in China, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>On or before this day in China, or null.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A line of the trail.</summary>
public sealed record AuditRow(
    Guid Id, DateTimeOffset At, string Account, string Name, string BodyName, string Action, string SubjectKind, string SubjectId,
    AreaCode? Area, string Detail)
{
    /// <summary>True for an entry about a restricted case the reader is not in the circle of: it says who did what when, not to which case.</summary>
    public bool IsWithheld { get; init; }
}

/// <summary>Where a page begins or ends.</summary>
/// <param name="At">Moment of a row, UTC.</param>
/// <param name="Id">Its key.</param>
public sealed record AuditCursor(DateTimeOffset At, Guid Id);

/// <summary>Which page is wanted: newest first.</summary>
/// <param name="Cursor">Row next to the page, or null for the first page.</param>
/// <param name="Backwards">True for the page before the cursor.</param>
/// <param name="Size">Rows on a page.</param>
public sealed record AuditPageRequest(AuditCursor? Cursor = null, bool Backwards = false, int Size = AuditPageRequest.DefaultSize)
{
    /// <summary>Rows on a page unless told.</summary>
    public const int DefaultSize = 50;
}

/// <summary>A page of the trail.</summary>
/// <param name="Rows">The rows, newest first.</param>
/// <param name="Previous">Cursor of the page before (newer), or null on the first.</param>
/// <param name="Next">Cursor of the page after (older), or null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, AuditCursor? Previous, AuditCursor? Next);

/// <summary>Reads the trail. Every query takes the area the reader may know of, and the reader, whose circles open entries about restricted cases.</summary>
public interface IAuditQueries
{
    /// <summary>A page, newest first.</summary>
    Task<AuditPage> ListAsync(AreaCode scope, Guid reader, AuditCriteria criteria, AuditPageRequest page, CancellationToken ct);

    /// <summary>The newest rows up to a bound.</summary>
    IAsyncEnumerable<AuditRow> ExportAsync(AreaCode scope, Guid reader, AuditCriteria criteria, int bound, CancellationToken ct);
}
