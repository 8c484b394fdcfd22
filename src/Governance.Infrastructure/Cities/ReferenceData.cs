using Governance.Application.Cities;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Cities;

/// <summary>
/// Holds the pack in memory with the divisions and calendar of the database, and reloads them when an operator's import changed them.
/// </summary>
public sealed partial class ReferenceData(
    IDbContextFactory<GovernanceDbContext> contexts, ReferenceStore store, ILogger<ReferenceData> logger) : IReferenceData, IReferenceRefresh
{
    private volatile Snapshot? _snapshot;

    /// <inheritdoc />
    public CityPack Pack => Current.Pack;

    /// <inheritdoc />
    public WorkingCalendar Calendar => Current.Calendar;

    /// <summary>Version of the divisions and the calendar in use.</summary>
    public long Version => Current.Version;

    private Snapshot Current =>
        _snapshot ?? throw new InvalidOperationException("Reference data was asked for before start-up had loaded it.");

    /// <summary>Start-up: adds to the database what the pack's files hold and the database lacks, then loads both.</summary>
    public async Task InitialiseAsync(CityPack packFiles, CancellationToken ct = default)
    {
        await store.AddMissingAsync(packFiles, ct);
        await LoadAsync(packFiles.Contents, ct);
    }

    /// <summary>Reloads when divisions, calendar or confirmed limits were changed, here or by another process.</summary>
    public async Task RefreshAsync(CancellationToken ct = default)
    {
        var current = Current;
        if (await store.ReadVersionAsync(ct) == current.Version)
            return;
        await LoadAsync(current.Pack.Contents, ct);
        LogReloaded();
    }

    private async Task LoadAsync(CityPackContents contents, CancellationToken ct)
    {
        var version = await store.ReadVersionAsync(ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var divisions = await context.Set<Division>().AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        var days = await context.Set<CalendarDayRow>().AsNoTracking().OrderBy(d => d.Date)
            .Select(d => new CalendarDay(d.Date, d.IsWorkday, d.Kind, d.Name)).ToListAsync(ct);
        var confirmed = await context.Set<ConfirmedLimitRow>().AsNoTracking().Select(r => r.AsConfirmed()).ToListAsync(ct);
        var hours = contents.Profile.OfficeHours;
        _snapshot = new Snapshot(
            version,
            new CityPack(contents with { Divisions = divisions, Calendar = days, Procedures = contents.Procedures.With(confirmed) }),
            new WorkingCalendar(days.Select(d => KeyValuePair.Create(d.Date, d.IsWorkday)), hours));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Corrections of the pack were changed and have been loaded again")]
    private partial void LogReloaded();

    private sealed record Snapshot(long Version, CityPack Pack, WorkingCalendar Calendar);
}
