namespace Governance.Domain.Cities;

/// <summary>
/// The keys of <c>grounds.csv</c> that the rules of the portal refer to. Every pack must say what each rests on in its city.
/// </summary>
public static class GroundKeys
{
    /// <summary>Who may act where.</summary>
    public const string AreaScope = "area.scope";

    /// <summary>Every change is recorded.</summary>
    public const string AuditRecord = "audit.record";

    /// <summary>The centre and its functions.</summary>
    public const string Centre = "organisation.centre";

    /// <summary>The leading group.</summary>
    public const string LeadingGroup = "organisation.leading-group";

    /// <summary>登记.</summary>
    public const string CaseIntake = "case.intake";

    /// <summary>受理、不予受理.</summary>
    public const string CaseAccept = "case.accept";

    /// <summary>分派.</summary>
    public const string CaseDispatch = "case.dispatch";

    /// <summary>办理: measures at once.</summary>
    public const string CasePromptMeasures = "case.prompt-measures";

    /// <summary>Departments consult.</summary>
    public const string CaseConsult = "case.consult";

    /// <summary>The centre names the lead.</summary>
    public const string CaseDesignateLead = "case.designate-lead";

    /// <summary>The next level organises across areas.</summary>
    public const string CaseCrossArea = "case.cross-area";

    /// <summary>核查.</summary>
    public const string CaseVerification = "case.verification";

    /// <summary>Time limits.</summary>
    public const string CaseDeadline = "case.deadline";

    /// <summary>A grid member reports a matter.</summary>
    public const string CaseGridReport = "case.grid-report";

    /// <summary>Mediation.</summary>
    public const string CaseMediation = "case.mediation";

    /// <summary>Lists of matters of administrative mediation.</summary>
    public const string MediationItems = "mediation.items";

    /// <summary>Trade and professional mediation committees.</summary>
    public const string MediationCommittees = "mediation.committees";

    /// <summary>Appointment of mediators, personal studios.</summary>
    public const string MediationMediators = "mediation.mediators";

    /// <summary>回避: nobody mediates an own matter.</summary>
    public const string MediationRecusal = "mediation.recusal";

    /// <summary>The seven ways to resolve a dispute.</summary>
    public const string CaseProcedures = "case.procedures";

    /// <summary>Court and mediation: diversion, judicial confirmation.</summary>
    public const string CaseCourtMediation = "case.court-mediation";

    /// <summary>Medical disputes.</summary>
    public const string CaseMedical = "case.medical";

    /// <summary>Reports of school bullying.</summary>
    public const string CaseBullying = "case.bullying";

    /// <summary>Leads on organised crime go to the police.</summary>
    public const string CaseOrganisedCrime = "case.organised-crime";

    /// <summary>Personal data.</summary>
    public const string DataPrivacy = "data.privacy";

    /// <summary>Sharing data among bodies.</summary>
    public const string DataSharing = "data.sharing";

    /// <summary>Supervision and rectification in time.</summary>
    public const string SupervisionDeadline = "supervision.deadline";

    /// <summary>Safety index.</summary>
    public const string DashboardIndex = "dashboard.index";

    /// <summary>Assessment.</summary>
    public const string DashboardAssessment = "dashboard.assessment";

    /// <summary>What the public may know.</summary>
    public const string PublicRightToKnow = "public.right-to-know";

    /// <summary>Grid management.</summary>
    public const string GridManagement = "grid.management";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AreaScope, AuditRecord, Centre, LeadingGroup, CaseIntake, CaseAccept, CaseDispatch, CasePromptMeasures, CaseConsult,
        CaseDesignateLead, CaseCrossArea, CaseVerification, CaseDeadline, CaseGridReport, CaseMediation, MediationItems, MediationCommittees, MediationMediators,
        MediationRecusal,
        CaseProcedures, CaseCourtMediation, CaseMedical, CaseBullying, CaseOrganisedCrime,
        DataPrivacy, DataSharing, SupervisionDeadline, DashboardIndex, DashboardAssessment, PublicRightToKnow, GridManagement,
    ];
}
