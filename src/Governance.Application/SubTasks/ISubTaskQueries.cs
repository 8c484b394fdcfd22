using Governance.Application.Cases;
using Governance.Application.Platform;

namespace Governance.Application.SubTasks;

/// <summary>Flat reads for the screens. Every query takes what the person may know of.</summary>
public interface ISubTaskQueries
{
    /// <summary>The tasks of a case, the newest first.</summary>
    Task<IReadOnlyList<SubTaskRow>> OfCaseAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>A page of the tasks of a body: those it was given, or those it gave; open ones due first, ended ones newest first.</summary>
    Task<Page<SubTaskRow>> ListAsync(CaseVisibility visibility, string bodyCode, SubTaskView view, PageRequest page, CancellationToken ct);
}
