using Governance.Domain.Cities;
using Governance.Domain.Deadlines;

namespace Governance.Application.Cities;

/// <summary>
/// The city pack as the portal uses it now: the pack's folder with the divisions and calendar of the database, which operators may
/// have corrected. Immutable snapshots; ask again for each operation.
/// </summary>
public interface IReferenceData
{
    /// <summary>The pack.</summary>
    CityPack Pack { get; }

    /// <summary>The working calendar with the city's office hours.</summary>
    WorkingCalendar Calendar { get; }
}

/// <summary>Reads the corrections of the pack anew after a change in this process; other processes notice by themselves.</summary>
public interface IReferenceRefresh
{
    /// <summary>Loads again what changed.</summary>
    Task RefreshAsync(CancellationToken ct = default);
}
