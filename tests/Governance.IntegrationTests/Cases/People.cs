using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.IntegrationTests.Cases;

/// <summary>The people of the tests, with real bodies and divisions of the pack.</summary>
internal static class People
{
    public const string City = "150100000000";
    public const string County = "150102000000";
    public const string Township = "150102001000";
    public const string Village = "150102001001";
    public const string OtherTownship = "150102002000";
    public const string OtherCounty = "150103000000";
    public const string OtherCountyTownship = "150103001000";
    public const string OtherCountyVillage = "150103001001";
    public const string Housing = County + "-housing";
    public const string Urban = County + "-urban";

    public static readonly Actor Clerk = Person(Role.TownshipClerk, Township + "-office", Township, "王芳");
    public static readonly Actor SecondClerk = Person(Role.TownshipClerk, Township + "-office", Township, "李强");
    public static readonly Actor Centre = Person(Role.CentreStaff, County + "-centre", County, "赵敏");
    public static readonly Actor CityCentre = Person(Role.CentreStaff, City + "-centre", City, "孙立");
    public static readonly Actor Handler = Person(Role.DepartmentHandler, Housing, County, "周涛");
    public static readonly Actor UrbanHandler = Person(Role.DepartmentHandler, Urban, County, "马兰");
    public static readonly Actor GridMember = Person(Role.GridMember, Village + "-committee", Village, "吴霞");
    public static readonly Actor Leader = Person(Role.Leader, County + "-gov", County, "郑国");
    public static readonly Actor Administrator = Person(Role.SystemAdministrator, City + "-centre", City, "冯军");
    public static readonly Actor Auditor = Person(Role.Auditor, City + "-gov", City, "陈静");
    public static readonly Actor ClerkElsewhere = Person(Role.TownshipClerk, OtherCountyTownship + "-office", OtherCountyTownship, "褚明");
    public static readonly Actor CentreElsewhere = Person(Role.CentreStaff, OtherCounty + "-centre", OtherCounty, "卫东");

    public static Actor Person(Role role, string body, string scope, string name = "某人") =>
        new(Guid.NewGuid(), role.ToString().ToLowerInvariant(), name, role, body, body, AreaCode.Parse(scope));
}
