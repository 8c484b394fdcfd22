namespace Governance.Domain.Platform;

/// <summary>What a person is in the portal; the role decides the rights, body and area decide where they hold.</summary>
public enum Role
{
    /// <summary>系统管理员: people, bodies and settings; no case content.</summary>
    SystemAdministrator = 1,

    /// <summary>中心工作人员: runs the cases of a governance centre's area.</summary>
    CentreStaff = 2,

    /// <summary>街道(乡镇)经办员: logs and runs the cases of one township.</summary>
    TownshipClerk = 3,

    /// <summary>部门办理员: handles what is assigned to the own department.</summary>
    DepartmentHandler = 4,

    /// <summary>网格员: reports matters from the own village or community (H51).</summary>
    GridMember = 5,

    /// <summary>领导: reads the whole picture of the own area.</summary>
    Leader = 6,

    /// <summary>审计员: reads the audit trail.</summary>
    Auditor = 7,
}

/// <summary>Names of the roles.</summary>
public static class Roles
{
    /// <summary>All roles in the order people know them.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The name people read.</summary>
    public static string DisplayName(this Role role) => role switch
    {
        Role.SystemAdministrator => "系统管理员",
        Role.CentreStaff => "中心工作人员",
        Role.TownshipClerk => "街道（乡镇）经办员",
        Role.DepartmentHandler => "部门办理员",
        Role.GridMember => "网格员",
        Role.Leader => "领导",
        Role.Auditor => "审计员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
