using Governance.Domain.SubTasks;

namespace Governance.Application.SubTasks;

/// <summary>Loads and stores tasks of assisting units.</summary>
public interface ISubTaskRepository
{
    /// <summary>The task, or null.</summary>
    Task<SubTask?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>Adds a new one.</summary>
    void Add(SubTask added);
}
