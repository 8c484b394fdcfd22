namespace Governance.Domain.Platform;

/// <summary>One thing a person may do. Where it may be done is decided by scope and body, see <see cref="Actor"/>.</summary>
public enum Permission
{
    /// <summary>登记案件.</summary>
    RegisterCase,

    /// <summary>Read every case of the own area.</summary>
    ReadAreaCases,

    /// <summary>Read the cases the own body leads, wherever they lie.</summary>
    ReadBodyCases,

    /// <summary>受理、不予受理.</summary>
    AcceptCase,

    /// <summary>分派、撤回.</summary>
    DispatchCase,

    /// <summary>指定主办、驳回异议: decide who leads, where it is the own centre's turn.</summary>
    DesignateLead,

    /// <summary>签收、办理、退回 a case assigned to the own body.</summary>
    HandleCase,

    /// <summary>核查.</summary>
    VerifyCase,

    /// <summary>结案、归档、重开.</summary>
    CloseCase,

    /// <summary>并案、撤销并案 in the own area.</summary>
    MergeCase,

    /// <summary>督办、解除督办 in the own area.</summary>
    SuperviseCase,

    /// <summary>同意、不同意延期和暂停: decide what a lead body asks of the clock, in the own area.</summary>
    DecideTimeRequest,

    /// <summary>Export a list of cases.</summary>
    ExportCases,

    /// <summary>See a reporter's name and phone in clear, with a reason that is audited.</summary>
    RevealReporter,

    /// <summary>化解程序: open and move procedures of a case one runs or handles.</summary>
    RunProcedure,

    /// <summary>备注: say something about a case one may know of.</summary>
    CommentCase,

    /// <summary>催办 in the own area.</summary>
    UrgeCase,

    /// <summary>批示 in the own area.</summary>
    InstructCase,

    /// <summary>来件审核: decide what becomes of what was sent in over the web or the interface.</summary>
    TriageSubmission,

    /// <summary>上传材料 to a case one may know of.</summary>
    AttachFiles,

    /// <summary>Read committees, mediators and lists of items of the own county and of the city.</summary>
    ReadMediation,

    /// <summary>Keep committees, mediators and lists of items of the own area.</summary>
    ManageMediation,

    /// <summary>会同确认 a list of items, for the judicial administration of the level.</summary>
    ConfirmMediationItems,

    /// <summary>包案、解除包案 in the own area.</summary>
    NameInCharge,

    /// <summary>跟进 as the leader in charge.</summary>
    FollowUpCharge,
    /// <summary>限定知悉: restrict a case of the own area to a circle of named persons.</summary>
    RestrictCase,

    /// <summary>Add, correct and remove the participants (当事人) of a case of the own area or one the own body leads.</summary>
    KeepParticipants,

    /// <summary>当事人查询: find cases by the exact phone or number of a participant, with a reason that is audited.</summary>
    SearchParticipants,

    /// <summary>See the leader's page 全市态势.</summary>
    ReadDashboard,

    /// <summary>Create people, change their role, body, scope and password.</summary>
    ManageUsers,

    /// <summary>接口客户: let systems deliver over the interface.</summary>
    ManageClients,

    /// <summary>See the settings of the city pack: time limits, calendar, bodies.</summary>
    ReadSettings,

    /// <summary>Confirm for the city a limit that the pack cannot vouch for.</summary>
    ConfirmLimits,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,
}

/// <summary>Which role holds which right: the one table that decides, in every layer.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.SystemAdministrator] = [Permission.ManageUsers, Permission.ReadSettings, Permission.ConfirmLimits, Permission.ManageClients],
        [Role.CentreStaff] =
        [
            Permission.RunProcedure,
            Permission.RegisterCase, Permission.ReadAreaCases, Permission.ReadBodyCases, Permission.AcceptCase, Permission.DispatchCase,
            Permission.DesignateLead, Permission.HandleCase, Permission.VerifyCase, Permission.CloseCase, Permission.MergeCase, Permission.DecideTimeRequest, Permission.SuperviseCase, Permission.ExportCases,
            Permission.RevealReporter, Permission.CommentCase, Permission.UrgeCase, Permission.TriageSubmission, Permission.AttachFiles,
            Permission.ReadMediation, Permission.ManageMediation,
            Permission.ReadDashboard, Permission.ReadSettings, Permission.NameInCharge, Permission.RestrictCase,
            Permission.KeepParticipants, Permission.SearchParticipants,
        ],
        [Role.TownshipClerk] =
        [
            Permission.RunProcedure,
            Permission.RegisterCase, Permission.ReadAreaCases, Permission.ReadBodyCases, Permission.AcceptCase, Permission.DispatchCase,
            Permission.HandleCase, Permission.VerifyCase, Permission.CloseCase, Permission.MergeCase, Permission.DecideTimeRequest, Permission.ExportCases, Permission.RevealReporter,
            Permission.CommentCase, Permission.UrgeCase, Permission.TriageSubmission, Permission.AttachFiles,
            Permission.ReadMediation,
            Permission.KeepParticipants, Permission.SearchParticipants,
        ],
        [Role.DepartmentHandler] =
        [
            Permission.RunProcedure,
            Permission.ReadBodyCases, Permission.HandleCase, Permission.ExportCases, Permission.RevealReporter, Permission.CommentCase,
            Permission.AttachFiles, Permission.ReadMediation, Permission.ConfirmMediationItems,
            Permission.KeepParticipants,
        ],
        [Role.GridMember] =
        [
            Permission.RunProcedure,
            Permission.RegisterCase, Permission.ReadAreaCases, Permission.ReadBodyCases, Permission.HandleCase, Permission.CommentCase,
            Permission.AttachFiles, Permission.ReadMediation,
        ],
        [Role.Leader] =
        [
            Permission.ReadAreaCases, Permission.ReadDashboard, Permission.ExportCases, Permission.CommentCase, Permission.UrgeCase,
            Permission.InstructCase, Permission.SuperviseCase, Permission.ReadMediation, Permission.NameInCharge, Permission.FollowUpCharge,
        ],
        [Role.Auditor] = [Permission.ReadAudit],
    };

    /// <summary>True when the role holds the right.</summary>
    public static bool Allows(this Role role, Permission permission) => Table[role].Contains(permission);
}
