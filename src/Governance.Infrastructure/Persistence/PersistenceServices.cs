using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Charges;
using Governance.Application.Cities;
using Governance.Application.Clients;
using Governance.Application.Dashboards;
using Governance.Application.Mediation;
using Governance.Application.Notifications;
using Governance.Application.Deadlines;
using Governance.Application.Parties;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Application.Repeats;
using Governance.Application.Submissions;
using Governance.Application.Webhooks;
using Governance.Infrastructure.Attachments;
using Governance.Application.SavedFilters;
using Governance.Application.SubTasks;
using Governance.Application.Supervision;
using Governance.Application.Restricted;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Charges;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Clients;
using Governance.Infrastructure.Dashboards;
using Governance.Infrastructure.Mediation;
using Governance.Infrastructure.Notifications;
using Governance.Infrastructure.Outbox;
using Governance.Infrastructure.Deadlines;
using Governance.Infrastructure.Parties;
using Governance.Infrastructure.Platform;
using Governance.Infrastructure.Procedures;
using Governance.Infrastructure.Repeats;
using Governance.Infrastructure.Submissions;
using Governance.Infrastructure.SavedFilters;
using Governance.Infrastructure.SubTasks;
using Governance.Infrastructure.Supervision;
using Governance.Infrastructure.Restricted;
using Governance.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Infrastructure.Persistence;

/// <summary>Registers the database side of the portal.</summary>
public static class PersistenceServices
{
    /// <summary>Adds the context factory, the connection holder and the migrator.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseConnection>();
        services.AddSingleton<FailedStatementLog>();
        services.AddPooledDbContextFactory<GovernanceDbContext>((provider, options) => options
            .UseGovernancePostgres(provider.GetRequiredService<DatabaseConnection>().ConnectionString)
            .AddInterceptors(provider.GetRequiredService<FailedStatementLog>()));
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<IUnitOfWorkFactory, UnitOfWorkFactory>();
        services.AddSingleton<ICaseQueries, CaseQueries>();
        services.AddSingleton<IClientQueries, ClientQueries>();
        services.AddSingleton<IClientCallStore, ClientCallStore>();
        services.AddSingleton<IRepeatQueries, RepeatQueries>();
        services.AddSingleton<ISubmissionQueries, SubmissionQueries>();
        services.AddSingleton<IAttachmentQueries, AttachmentQueries>();
        services.AddSingleton<IAttachmentStore, AttachmentStore>();
        services.AddSingleton<IProcedureQueries, ProcedureQueries>();
        services.AddSingleton<ISubTaskQueries, SubTaskQueries>();
        services.AddSingleton<IDashboardQueries, DashboardQueries>();
        services.AddSingleton<IParticipantQueries, ParticipantQueries>();
        services.AddSingleton<IRestrictedQueries, RestrictedQueries>();
        services.AddSingleton<IAuditQueries, AuditQueries>();
        services.AddSingleton<IMediationQueries, MediationQueries>();
        services.AddSingleton<IItemListQueries, ItemListQueries>();
        services.AddSingleton<IMediatorRecords, MediatorRecords>();
        services.AddSingleton<IClockQueries, ClockQueries>();
        services.AddSingleton<IOpenCases, OpenCases>();
        services.AddSingleton<ISupervisionQueries, SupervisionQueries>();
        services.AddSingleton<DeadlineRefresh>();
        services.AddSingleton<ReferenceStore>();
        services.AddSingleton<ReferenceData>();
        services.AddHostedService<ReferenceRefresher>();
        services.AddHostedService<TimedStepWorker>();
        services.AddHostedService<TallyFolder>();
        services.AddSingleton<IPeopleQueries, PeopleQueries>();
        services.AddSingleton<ISavedFilterQueries, SavedFilterQueries>();
        services.AddSingleton<IChargeQueries, ChargeQueries>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDrain>();
        services.AddHostedService<OutboxWorker>();
        services.AddSingleton<IWebhookQueries, WebhookQueries>();
        // Public addresses only, unless the operator has named others.
        services.TryAddSingleton(new WebhookNetworks([]));
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookDispatch>();
        services.AddHostedService<WebhookWorker>();
        services.AddSingleton<INotificationQueries, NotificationQueries>();
        services.AddSingleton<UnreadHub>();
        services.AddSingleton<IUnreadFeed>(provider => provider.GetRequiredService<UnreadHub>());
        services.AddHostedService<UnreadListener>();
        services.AddSingleton<IReferenceData>(provider => provider.GetRequiredService<ReferenceData>());
        services.AddSingleton<IReferenceRefresh>(provider => provider.GetRequiredService<ReferenceData>());
        return services;
    }
}
