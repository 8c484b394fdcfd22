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

/// <summary>Reads the trail. Every query takes the area the reader may know of, and the reader, whose circles open entries about restricted cases.</summary>
public interface IAuditQueries
{
    /// <summary>A page, newest first.</summary>
    Task<Page<AuditRow>> ListAsync(AreaCode scope, Guid reader, AuditCriteria criteria, PageRequest page, CancellationToken ct);

    /// <summary>The newest rows up to a bound.</summary>
    IAsyncEnumerable<AuditRow> ExportAsync(AreaCode scope, Guid reader, AuditCriteria criteria, int bound, CancellationToken ct);
}
