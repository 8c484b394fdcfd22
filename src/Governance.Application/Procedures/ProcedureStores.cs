using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>Loads and stores whole procedures, the numbers of their papers and what the city confirmed of their limits.</summary>
public interface IProcedureRepository
{
    /// <summary>The procedure with its course, or null.</summary>
    Task<Procedure?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>The procedures of a case, to read only.</summary>
    Task<IReadOnlyList<Procedure>> OfCaseAsync(Guid caseId, CancellationToken ct);

    /// <summary>Names of the kinds that run on a case.</summary>
    Task<IReadOnlyList<string>> RunningAsync(Guid caseId, CancellationToken ct);

    /// <summary>Agreements whose time to be confirmed ends within the bounds and that nobody was reminded of, the shortest first.</summary>
    Task<IReadOnlyList<Guid>> FindToRemindAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken ct);

    /// <summary>Adds a new procedure.</summary>
    void Add(Procedure added);

    /// <summary>The number of a paper: the one it got before, or the next of its kind in that year.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="template">The paper.</param>
    /// <param name="part">Which of several, 0 for the only one.</param>
    /// <param name="year">The year in China.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="ct">Stops it.</param>
    Task<string> NumberPaperAsync(Guid id, DocumentTemplate template, int part, int year, DateTimeOffset at, CancellationToken ct);

    /// <summary>What the city confirmed of a limit before, or null.</summary>
    Task<ConfirmedLimit?> FindConfirmedAsync(string limitId, CancellationToken ct);

    /// <summary>Stores what the city confirmed; running portals notice.</summary>
    Task ConfirmAsync(ConfirmedLimit confirmed, CancellationToken ct);
}

/// <summary>Flat reads of procedures. Every query takes what the person may know of.</summary>
public interface IProcedureQueries
{
    /// <summary>The procedures of a case, those that run first; one statement.</summary>
    Task<IReadOnlyList<ProcedureRecord>> OfCaseAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>A page of the work list; two statements.</summary>
    Task<Page<ProcedureRow>> ListAsync(
        CaseVisibility visibility, ProcedureListCriteria criteria, string bodyCode, DateTimeOffset now, PageRequest page, CancellationToken ct);
}
