using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.UnitTests.Mediation;

/// <summary>People, committees and items of the unit tests.</summary>
internal static class MediationSample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 10);
    public static readonly AreaCode City = AreaCode.Parse("150100000000");
    public static readonly AreaCode County = AreaCode.Parse("150102000000");
    public static readonly AreaCode Township = AreaCode.Parse("150102001000");
    public static readonly AreaCode Village = AreaCode.Parse("150102001001");
    public static readonly Actor Centre = new(Guid.NewGuid(), "centre", "赵敏", Role.CentreStaff, "150102000000-centre", "新城区综治中心", County);
    public static readonly Body Justice = Body.Create(County, "justice", BodyKind.Department, "新城区司法局", "司法局", "");
    public static readonly Actor JusticeHandler = new(Guid.NewGuid(), "justice", "韩冰", Role.DepartmentHandler, Justice.Code, Justice.Name, County);

    public static CommitteeFacts Committee(CommitteeKind kind = CommitteeKind.Peoples, params string[] specialities) => new(
        "团结社区人民调解委员会", kind, specialities, Village, null, "团结路 1 号", "0471-1234567", "王芳", new DateOnly(2020, 5, 1), 2);

    public static MediatorFacts Mediator(params string[] specialities) =>
        new("李明", Guid.NewGuid(), null, specialities, Village, true);

    public static Appointment Term => new(Today, null, "调委会 2026 年第 1 次会议");

    public static Mediator Appointed(params string[] specialities) =>
        Domain.Mediation.Mediator.Appoint(Mediator(specialities), null, Term, Centre, Now).Mediator;

    public static MediationItemFacts Item(string matter = "消费者权益争议", bool isChecked = true) => new(
        matter, ["1001"], [DivisionLevel.County], "market", "调解不成的，可以向人民法院提起诉讼", isChecked ? "消费者权益保护法第四十六条" : "", isChecked);
}
