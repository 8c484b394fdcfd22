using Governance.Application.Attachments;
using Governance.Application.Bulk;
using Governance.Application.Cases;
using Governance.Application.Charges;
using Governance.Application.Cities;
using Governance.Application.Clients;
using Governance.Application.Dashboards;
using Governance.Application.Deadlines;
using Governance.Application.Leads;
using Governance.Application.Mediation;
using Governance.Application.Notifications;
using Governance.Application.Outbox;
using Governance.Application.Parties;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Application.Remarks;
using Governance.Application.Repeats;
using Governance.Application.Restricted;
using Governance.Application.Satisfaction;
using Governance.Application.Submissions;
using Governance.Application.SavedFilters;
using Governance.Application.SubTasks;
using Governance.Application.Supervision;
using Governance.Application.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Application;

/// <summary>Registers the use cases.</summary>
public static class ApplicationServices
{
    /// <summary>Adds every service of the application layer; they hold no state and live as long as the process.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddSingleton<CaseClock>();
        services.AddSingleton<CaseRegistration>();
        services.AddSingleton<ClockReadService>();
        services.AddSingleton<TimeRequestService>();
        services.AddSingleton<DeadlineRecount>();
        services.AddSingleton<ITimedStep, PauseExpiry>();
        services.AddSingleton<ThresholdClock>();
        services.AddSingleton<SupervisionService>();
        services.AddSingleton<SupervisionReadService>();
        services.AddSingleton<ITimedStep, SupervisionWatch>();
        services.AddSingleton<CaseService>();
        services.AddSingleton<CaseReadService>();
        services.AddSingleton<LeadService>();
        services.AddSingleton<SatisfactionService>();
        services.AddSingleton<RemarkService>();
        services.AddSingleton<ClientService>();
        services.AddSingleton<ClientKeys>();
        services.AddSingleton<ClientIntake>();
        services.AddSingleton<SubTaskService>();
        services.AddSingleton<SubmissionService>();
        services.AddSingleton<SubmissionReadService>();
        services.AddSingleton<AttachmentService>();
        services.AddSingleton<AttachmentReadService>();
        services.AddSingleton<RepeatService>();
        services.AddSingleton<CommitteeService>();
        services.AddSingleton<MediatorService>();
        services.AddSingleton<MediationReadService>();
        services.AddSingleton<MediatorSuggestion>();
        services.AddSingleton<CasePeople>();
        services.AddSingleton<ItemListService>();
        services.AddSingleton<ItemListReadService>();
        services.AddSingleton<RepeatReadService>();
        services.AddSingleton<ParticipantService>();
        services.AddSingleton<ParticipantReadService>();
        services.AddSingleton<RestrictionByCategory>();
        services.AddSingleton<RestrictionService>();
        services.AddSingleton<HandOverService>();
        services.AddSingleton<ITimedStep>(provider => provider.GetRequiredService<HandOverService>());
        services.AddSingleton<RestrictedReadService>();
        services.AddSingleton<ITimedStep, RestrictionSweep>();
        services.AddSingleton<ITimedStep, SubmissionCircleSweep>();
        services.AddSingleton<InquiryService>();
        services.AddSingleton<InquiryReadService>();
        services.AddSingleton<ReporterAnswers>();
        services.AddSingleton<ReporterConfidenceService>();
        services.AddSingleton<ITimedStep, ConsultationExpiry>();
        services.AddSingleton<ITimedStep, AttachmentSettling>();
        services.AddSingleton<NotificationService>();
        services.AddSingleton<ChargeService>();
        services.AddSingleton<SavedFilterService>();
        services.AddSingleton(BulkActionsOf);
        services.AddSingleton<IStepListener, NotificationWriter>();
        services.AddSingleton<IStepListener, WebhookPlanner>();
        services.AddSingleton<WebhookService>();
        services.AddSingleton<ProcedureService>();
        services.AddSingleton<MediatorChoice>();
        services.AddSingleton<ProcedureReadService>();
        services.AddSingleton<ProcedureLimitService>();
        services.AddSingleton<ProcedurePaperService>();
        services.AddSingleton<ITimedStep, ConsultationExpiry>();
        services.AddSingleton<ITimedStep, ConfirmationReminder>();
        services.AddSingleton<TimedSteps>();
        services.AddSingleton<DashboardService>();
        services.AddSingleton<UserService>();
        services.AddSingleton<UserReadService>();
        services.AddSingleton<OwnAccountService>();
        services.AddSingleton<SignInTrail>();
        services.AddSingleton<CitySettingsService>();
        services.AddSingleton<AuditReadService>();
        services.AddSingleton<PlaceSearch>();
        services.AddSingleton<BodySuggestion>();
        return services;
    }

    private static BulkService BulkActionsOf(IServiceProvider provider)
    {
        var rehearsal = new Rehearsal(provider.GetRequiredService<IUnitOfWorkFactory>());
        return new BulkService(
            new BulkHands(provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<CaseService>(), provider.GetRequiredService<RemarkService>()),
            new BulkHands(rehearsal, ActivatorUtilities.CreateInstance<CaseService>(provider, rehearsal), ActivatorUtilities.CreateInstance<RemarkService>(provider, rehearsal)));
    }
}
