using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>The moments a list compares deadlines with.</summary>
/// <param name="Now">Now, UTC.</param>
/// <param name="SoonUntil">End of 'about to expire', UTC.</param>
/// <param name="TodayEnds">End of today in China, UTC.</param>
public sealed record CaseMoments(DateTimeOffset Now, DateTimeOffset SoonUntil, DateTimeOffset TodayEnds)
{
    /// <summary>The moments of now on a calendar.</summary>
    public static CaseMoments At(DateTimeOffset now, WorkingCalendar calendar) =>
        new(now, calendar.DueSoonUntil(now), ChinaTime.At(now.ChinaDay().AddDays(1), TimeOnly.MinValue));
}

/// <summary>Flat reads for the screens. Every query takes what the person may know of.</summary>
public interface ICaseQueries
{
    /// <summary>A page of a list, and how many rows the whole list has.</summary>
    Task<Page<CaseRow>> ListAsync(
        CaseVisibility visibility, CaseListCriteria criteria, ListOwner owner, CaseMoments moments, PageRequest page, CancellationToken ct);

    /// <summary>The rows of a whole list, up to a bound, in list order.</summary>
    IAsyncEnumerable<CaseExportRow> ExportAsync(
        CaseVisibility visibility, CaseListCriteria criteria, ListOwner owner, CaseMoments moments, int bound, CancellationToken ct);

    /// <summary>The figures of the workbench in one statement.</summary>
    Task<WorkbenchFigures> CountWorkAsync(CaseVisibility visibility, ListOwner owner, CaseMoments moments, CancellationToken ct);

    /// <summary>What else waits for a person: open tasks of the own body, and follow-ups of cases in charge that were due before a day.</summary>
    Task<(int OpenTasks, int FollowUpsOverdue)> CountBesidesAsync(CaseVisibility visibility, Actor actor, DateOnly today, CancellationToken ct);

    /// <summary>A case by number, or null when there is none this person may know of.</summary>
    Task<CaseDetailRecord?> FindAsync(CaseVisibility visibility, CaseNumber number, CancellationToken ct);

    /// <summary>The head of a case by number, or null when there is none this person may know of.</summary>
    Task<CaseHead?> FindHeadAsync(CaseVisibility visibility, CaseNumber number, CancellationToken ct);

    /// <summary>What a citizen's look-up compares and shows, or null.</summary>
    Task<CaseLookupRecord?> LookUpAsync(CaseNumber number, CancellationToken ct);
}

/// <summary>Whose list 'mine' and 'my area' are.</summary>
/// <param name="BodyCode">Body of the person.</param>
/// <param name="BodyArea">Area that body works for.</param>
public sealed record ListOwner(string BodyCode, AreaCode BodyArea);
