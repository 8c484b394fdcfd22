using Governance.Domain.Platform;

namespace Governance.UnitTests.Platform;

/// <summary>Rights of the roles, written down a second time: a change of the table has to be meant.</summary>
public sealed class RolePermissionsTests
{
    private static readonly Dictionary<Permission, Role[]> Holders = new()
    {
        [Permission.RegisterCase] = [Role.CentreStaff, Role.TownshipClerk, Role.GridMember],
        [Permission.ReadAreaCases] = [Role.CentreStaff, Role.TownshipClerk, Role.GridMember, Role.Leader],
        [Permission.ReadBodyCases] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.GridMember],
        [Permission.AcceptCase] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.DispatchCase] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.DesignateLead] = [Role.CentreStaff],
        [Permission.HandleCase] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.GridMember],
        [Permission.VerifyCase] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.CloseCase] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.MergeCase] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.SuperviseCase] = [Role.CentreStaff, Role.Leader],
        [Permission.DecideTimeRequest] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.ExportCases] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.Leader],
        [Permission.RevealReporter] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler],
        [Permission.RunProcedure] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.GridMember],
        [Permission.ConfirmLimits] = [Role.SystemAdministrator],
        [Permission.CommentCase] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.GridMember, Role.Leader],
        [Permission.UrgeCase] = [Role.CentreStaff, Role.TownshipClerk, Role.Leader],
        [Permission.InstructCase] = [Role.Leader],
        [Permission.NameInCharge] = [Role.CentreStaff, Role.Leader],
        [Permission.FollowUpCharge] = [Role.Leader],
        [Permission.TriageSubmission] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.AttachFiles] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.GridMember],
        [Permission.ReadMediation] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler, Role.GridMember, Role.Leader],
        [Permission.ManageMediation] = [Role.CentreStaff],
        [Permission.ConfirmMediationItems] = [Role.DepartmentHandler],
        [Permission.RestrictCase] = [Role.CentreStaff],
        [Permission.KeepParticipants] = [Role.CentreStaff, Role.TownshipClerk, Role.DepartmentHandler],
        [Permission.SearchParticipants] = [Role.CentreStaff, Role.TownshipClerk],
        [Permission.ReadDashboard] = [Role.CentreStaff, Role.Leader],
        [Permission.ManageUsers] = [Role.SystemAdministrator],
        [Permission.ManageClients] = [Role.SystemAdministrator],
        [Permission.ReadSettings] = [Role.SystemAdministrator, Role.CentreStaff],
        [Permission.ReadAudit] = [Role.Auditor],
    };

    [Fact]
    public void Each_right_is_held_by_exactly_the_roles_it_was_meant_for()
    {
        foreach (var permission in Enum.GetValues<Permission>())
            Roles.All.Where(r => r.Allows(permission)).ShouldBe(Holders[permission], ignoreOrder: true, permission.ToString());
    }

    [Fact]
    public void Nobody_both_works_on_cases_and_watches_over_the_trail()
    {
        Permission[] caseWork = [.. Enum.GetValues<Permission>().Where(p => p < Permission.ReadDashboard)];

        foreach (var role in new[] { Role.SystemAdministrator, Role.Auditor })
            caseWork.ShouldAllBe(p => !role.Allows(p));
    }

    [Fact]
    public void Every_role_has_a_chinese_name_of_its_own()
    {
        Roles.All.Select(r => r.DisplayName()).ShouldBeUnique();
        Roles.All.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
    }
}
