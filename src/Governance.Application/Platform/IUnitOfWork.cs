using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Clients;
using Governance.Application.Mediation;
using Governance.Application.Procedures;
using Governance.Application.Parties;
using Governance.Application.Submissions;
using Governance.Application.SavedFilters;
using Governance.Application.SubTasks;
using Governance.Application.Webhooks;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>One entry of the audit trail (审计记录). It holds no personal data, only what was touched.</summary>
/// <param name="Action">Stable code, e.g. <c>case.accept</c>; its Chinese name stands in <see cref="AuditActions"/>.</param>
/// <param name="SubjectKind">What was touched, e.g. <c>case</c>, <c>user</c>.</param>
/// <param name="SubjectId">Its readable key: case number, account.</param>
/// <param name="Area">Where it lies, or null.</param>
/// <param name="Detail">What changed or why it was looked at, in Chinese, without personal data.</param>
public sealed record AuditRecord(string Action, string SubjectKind, string SubjectId, AreaCode? Area, string Detail);

/// <summary>One transaction: repositories to load and store whole aggregates, and the audit entry that goes with every change.</summary>
public interface IUnitOfWork
{
    /// <summary>True when the same work failed just now, because somebody else was faster: what is rarely so is looked up only then.</summary>
    bool RunsAgain { get; }

    /// <summary>Cases.</summary>
    ICaseRepository Cases { get; }

    /// <summary>Submissions.</summary>
    ISubmissionRepository Submissions { get; }

    /// <summary>Files of records.</summary>
    IAttachmentRepository Attachments { get; }

    /// <summary>Tasks of assisting units.</summary>
    ISubTaskRepository SubTasks { get; }

    /// <summary>Procedures of cases.</summary>
    IProcedureRepository Procedures { get; }

    /// <summary>Clients of the interface.</summary>
    IClientRepository Clients { get; }

    /// <summary>Participants of cases.</summary>
    IParticipantRepository Participants { get; }

    /// <summary>Accounts.</summary>
    IUserRepository Users { get; }

    /// <summary>Committees, mediators and lists of items.</summary>
    IMediationRepository Mediation { get; }

    /// <summary>Messages to other systems.</summary>
    IWebhookRepository Webhooks { get; }

    /// <summary>Filters people keep.</summary>
    ISavedFilterRepository SavedFilters { get; }

    /// <summary>Adds an audit entry that is saved with the changes or not at all.</summary>
    void Audit(Actor actor, AuditRecord record);
}

/// <summary>Runs one operation in one transaction on a context of its own.</summary>
public interface IUnitOfWorkFactory
{
    /// <summary>
    /// Runs the work and commits when it succeeded; rolls back when it was refused. A lost race runs the work once more on fresh
    /// data, so that it can say who changed what. An unreachable database is a refusal in words
    /// (<see cref="PlatformErrors.StorageUnavailable"/>), with nothing saved.
    /// </summary>
    Task<Result<T>> ExecuteAsync<T>(Func<IUnitOfWork, Task<Result<T>>> work, CancellationToken ct);
}
