using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Clients;
using Governance.Application.Mediation;
using Governance.Application.Parties;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Application.Submissions;
using Governance.Application.SavedFilters;
using Governance.Application.SubTasks;
using Governance.Application.Supervision;
using Governance.Application.Webhooks;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Infrastructure.Attachments;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Clients;
using Governance.Infrastructure.Mediation;
using Governance.Infrastructure.Outbox;
using Governance.Infrastructure.Parties;
using Governance.Infrastructure.Platform;
using Governance.Infrastructure.Procedures;
using Governance.Infrastructure.Repeats;
using Governance.Infrastructure.Submissions;
using Governance.Infrastructure.SavedFilters;
using Governance.Infrastructure.SubTasks;
using Governance.Infrastructure.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Persistence;

internal sealed class UnitOfWork(GovernanceDbContext context, TimeProvider time) : IUnitOfWork
{
    public bool RunsAgain { get; init; }

    public ICaseRepository Cases { get; } = new CaseRepository(context);

    public ISubmissionRepository Submissions { get; } = new SubmissionRepository(context);

    public IAttachmentRepository Attachments { get; } = new AttachmentRepository(context);
    public ISubTaskRepository SubTasks { get; } = new SubTaskRepository(context);

    public IProcedureRepository Procedures { get; } = new ProcedureRepository(context);
    public IParticipantRepository Participants { get; } = new ParticipantRepository(context);

    public IClientRepository Clients { get; } = new ClientRepository(context);

    public IUserRepository Users { get; } = new UserRepository(context, time);

    public IMediationRepository Mediation { get; } = new MediationRepository(context);

    public IWebhookRepository Webhooks { get; } = new WebhookRepository(context);

    public ISavedFilterRepository SavedFilters { get; } = new SavedFilterRepository(context);

    public void Audit(Actor actor, AuditRecord record) => context.Add(AuditEntry.Create(actor, record, time.GetUtcNow()));
}

internal sealed partial class UnitOfWorkFactory(
    IDbContextFactory<GovernanceDbContext> contexts, ThresholdClock clocks, OutboxSignal outbox, TimeProvider time, ILogger<UnitOfWorkFactory> logger)
    : IUnitOfWorkFactory
{
    private const int Attempts = 3;

    public async Task<Result<T>> ExecuteAsync<T>(Func<IUnitOfWork, Task<Result<T>>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var committing = false;
            try
            {
                return await ExecuteOnceAsync(work, attempt, () => committing = true, ct);
            }
            // A lost race: the same work on fresh data says what happened meanwhile.
            catch (Exception fault) when (attempt < Attempts && StorageFaults.IsLostRace(fault))
            {
                LogLostRace(attempt);
            }
            // The server was started again since the connection was last used. Once the commit was sent nobody knows whether it arrived.
            catch (Exception fault) when (attempt < Attempts && !committing && StorageFaults.MayHaveComeBack(fault))
            {
                StorageFaults.ForgetConnections();
                LogBroken(attempt);
            }
            catch (Exception fault) when (StorageFaults.IsUnavailable(fault))
            {
                LogUnavailable(fault);
                return new PlatformErrors.StorageUnavailable();
            }
        }
    }

    private async Task<Result<T>> ExecuteOnceAsync<T>(Func<IUnitOfWork, Task<Result<T>>> work, int attempt, Action committing, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        // A save that fails ends the transaction, and the whole work runs again: a savepoint before it would be two statements for nothing.
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var result = await work(new UnitOfWork(context, time) { RunsAgain = attempt > 1 });
        if (!result.IsOk)
            return result;
        // Once here and once after what follows from it, not before every look at what is tracked.
        context.ChangeTracker.DetectChanges();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await FollowersOfLeads.GoAlongAsync(context, ct);
        await SubTaskRepository.EndWithAssignmentAsync(context, time.GetUtcNow(), ct);
        CaseRepository.Wind(context, clocks);
        context.ChangeTracker.DetectChanges();
        CaseRepository.TouchWhatGrew(context);
        var isNews = OutboxMessage.AddForNewSteps(context);
        MediationRepository.TouchWhatChanged(context);
        ClientRepository.TouchWhatGotKeys(context);
        await context.SaveChangesAsync(ct);
        committing();
        await transaction.CommitAsync(ct);
        if (isNews)
            outbox.Raise();
        return result;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Lost a race, attempt {Attempt}: running the work again on fresh data")]
    private partial void LogLostRace(int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "The connection broke off, attempt {Attempt}: running the work again on a new one")]
    private partial void LogBroken(int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database is not available; nothing was saved")]
    private partial void LogUnavailable(Exception fault);
}
