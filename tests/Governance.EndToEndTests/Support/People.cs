using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.EndToEndTests.Support;

/// <summary>The people of the journeys: the demo accounts of the portal, and where they work.</summary>
internal static class People
{
    public const string Administrator = "sysadmin";
    public const string Centre = "centre";
    public const string Clerk = "clerk";
    public const string OtherClerk = "clerk2";
    public const string Handler = "handler";
    public const string GridMember = "gridmember";
    public const string Leader = "leader";
    public const string Auditor = "auditor";

    /// <summary>Name of <see cref="Centre"/> in the demo data.</summary>
    public const string CentreName = "林晓岚";

    /// <summary>Name of <see cref="Clerk"/> in the demo data.</summary>
    public const string ClerkName = "王秀兰";

    /// <summary>Everybody.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, Centre, Clerk, OtherClerk, Handler, GridMember, Leader, Auditor];

    private const string City = "150100000000";
    private const string District = "150102000000";
    private const string Township = "150102001000";
    private const string Village = "150102001001";
    private const string OtherTownship = "150103001000";

    private static readonly (string Account, string Name, Role Role, string Area, string Body, string BodyName)[] Everybody =
    [
        (Administrator, "孙建国", Role.SystemAdministrator, City, "centre", "呼和浩特市社会治安综合治理中心"),
        (Centre, "李静", Role.CentreStaff, District, "centre", "新城区社会治安综合治理中心"),
        (Clerk, "王芳", Role.TownshipClerk, Township, "office", "海拉尔东路街道办事处"),
        (OtherClerk, "赵磊", Role.TownshipClerk, OtherTownship, "office", "回民区街道办事处"),
        (Handler, "周强", Role.DepartmentHandler, District, "housing", "新城区住房和城乡建设局"),
        (GridMember, "刘洋", Role.GridMember, Village, "committee", "公主府社区居民委员会"),
        (Leader, "陈明", Role.Leader, City, "gov", "呼和浩特市人民政府"),
        (Auditor, "吴敏", Role.Auditor, City, "centre", "呼和浩特市社会治安综合治理中心"),
    ];

    /// <summary>Makes the accounts where the portal has not made them itself.</summary>
    public static async Task EnsureAsync(string connectionString)
    {
        foreach (var (account, name, role, area, body, bodyName) in Everybody)
            await CreateAsync(connectionString, account, role, area, body, name: name, bodyName: bodyName);
    }

    /// <summary>Makes one account with the demo password, unless it is there.</summary>
    public static async Task CreateAsync(
        string connectionString, string account, Role role, string area, string body, bool mustChange = false, string name = "张三", string bodyName = "新城区综治中心")
    {
        await using var services = new ServiceCollection().AddLogging().AddPersistence().AddAccounts().BuildServiceProvider();
        services.GetRequiredService<DatabaseConnection>().Use(connectionString);
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByNameAsync(account) is not null) return;
        var made = await users.CreateAsync(
            new PortalUser
            {
                UserName = account,
                DisplayName = name,
                Role = role,
                BodyCode = Body.CodeOf(AreaCode.Parse(area), body),
                BodyName = bodyName,
                ScopeCode = AreaCode.Parse(area),
                MustChangePassword = mustChange,
                LockoutEnabled = true,
                CreatedAt = DateTimeOffset.UtcNow,
            },
            PortalServer.DemoPassword);
        made.Succeeded.ShouldBeTrue(string.Join(' ', made.Errors.Select(e => e.Description)));
    }
}
