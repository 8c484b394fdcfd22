using Governance.Application.Mediation;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Mediation;

/// <summary>Makes committees, mediators and lists for tests.</summary>
internal static class MediationMaker
{
    public static CommitteeFacts Committee(
        string name, CommitteeKind kind = CommitteeKind.Peoples, string area = People.Township, string[]? specialities = null) => new(
        name, kind, specialities ?? [], AreaCode.Parse(area), null, "海拉尔东路 8 号", "0471-6543210", "刘主任", null, 1);

    public static MediatorFacts Mediator(string name, Guid committee, string area = People.Township, string[]? specialities = null) =>
        new(name, committee, null, specialities ?? [], AreaCode.Parse(area), true);

    public static Appointment Appointment(PortalServices portal) => new(portal.Clock.Now.ChinaDay(), null, "聘书 2026-01");

    public static async Task<Guid> FoundAsync(
        this PortalServices portal, Actor actor, string name, CommitteeKind kind = CommitteeKind.Peoples, string area = People.Township,
        string[]? specialities = null)
    {
        var founded = await portal.Get<CommitteeService>().FoundAsync(actor, Committee(name, kind, area, specialities));
        founded.Errors.ShouldBeEmpty();
        return founded.Value;
    }

    public static async Task<Guid> AppointAsync(
        this PortalServices portal, Actor actor, string name, Guid? committee = null, string area = People.Township, string? phone = null,
        string[]? specialities = null)
    {
        var home = committee ?? await portal.FoundAsync(actor, $"{name}调委会", area: area);
        var appointed = await portal.Get<MediatorService>().AppointAsync(
            actor, new AppointMediator(Mediator(name, home, area, specialities), phone, Appointment(portal)));
        appointed.Errors.ShouldBeEmpty();
        return appointed.Value;
    }
}
