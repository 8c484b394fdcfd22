using Governance.Application.Mediation;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Mediation;

/// <summary>
/// Every role tries to read and keep the register: in the own county and from another one. D done, P not permitted, N not found, S outside
/// the scope.
/// </summary>
[Trait("Provision", "P34")]
public sealed class MediationRightsTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private static readonly Dictionary<Role, (string Read, string Found, string Change)> Table = new()
    {
        [Role.CentreStaff] = ("DN", "DS", "DN"),
        [Role.TownshipClerk] = ("DN", "PP", "PP"),
        [Role.DepartmentHandler] = ("DN", "PP", "PP"),
        [Role.GridMember] = ("DN", "PP", "PP"),
        [Role.Leader] = ("DN", "PP", "PP"),
        [Role.SystemAdministrator] = ("PP", "PP", "PP"),
        [Role.Auditor] = ("PP", "PP", "PP"),
    };

    public static TheoryData<Role> EveryRole() => new(Roles.All);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Who_reads_and_keeps_the_register(Role role)
    {
        var committee = await portal.FoundAsync(People.Centre, $"权限调委会{role}");
        var mediator = await portal.AppointAsync(People.Centre, $"权限{role}", committee);
        Actor[] actors = [People.Person(role, People.County + "-centre", People.County), People.Person(role, People.OtherCounty + "-centre", People.OtherCounty)];
        var (reads, committees, mediators) = (portal.Get<MediationReadService>(), portal.Get<CommitteeService>(), portal.Get<MediatorService>());

        var read = "";
        var found = "";
        var change = "";
        foreach (var actor in actors)
        {
            var detail = await reads.FindMediatorAsync(actor, mediator);
            read += Letter(detail.IsOk, detail.Errors);
            Letter((await reads.FindCommitteeAsync(actor, committee)).IsOk, (await reads.FindCommitteeAsync(actor, committee)).Errors).ShouldBe(read[^1]);
            Letter((await mediators.RevealPhoneAsync(actor, mediator, "试一试看看")).IsOk, [.. (await mediators.RevealPhoneAsync(actor, mediator, "试一试看看")).Errors])
                .ShouldBeOneOf(read[^1], 'N');
            var list = await reads.ListMediatorsAsync(actor, new MediatorCriteria($"权限{role}"));
            (list.IsOk && list.Value.Rows.Count == 1).ShouldBe(detail.IsOk);
            var made = await committees.FoundAsync(actor, MediationMaker.Committee($"新{role}"));
            found += Letter(made.IsOk, made.Errors);
            var taken = await mediators.TakeLeaveAsync(actor, new TakeLeave(mediator, portal.Clock.Now.ChinaDay(), portal.Clock.Now.ChinaDay(), LeaveKind.Duty));
            change += Letter(taken.IsOk, taken.Errors);
            foreach (var refused in new[]
            {
                await mediators.EndAsync(actor, Guid.NewGuid(), "x"), await committees.DissolveAsync(actor, Guid.NewGuid(), "x"),
            })
                refused.IsOk.ShouldBeFalse();
        }

        (read, found, change).ShouldBe(Table[role], role.ToString());
    }

    [Fact]
    public void The_table_speaks_of_every_role() => Table.Keys.ShouldBe(Roles.All, ignoreOrder: true);

    [Fact]
    public async Task What_works_for_the_whole_city_is_read_in_every_county_and_kept_by_the_city()
    {
        var id = await portal.FoundAsync(People.CityCentre, "市医调委", CommitteeKind.Trade, People.City, ["0902"]);

        (await portal.Get<MediationReadService>().FindCommitteeAsync(People.ClerkElsewhere, id)).Value.MayManage.ShouldBeFalse();
        (await portal.Get<CommitteeService>().DissolveAsync(People.Centre, id, "越权")).Error.ShouldBeOfType<MediationErrors.CommitteeNotFound>();
        (await portal.Get<MediationReadService>().FindCommitteeAsync(People.CityCentre, id)).Value.MayManage.ShouldBeTrue();
    }

    private static char Letter(bool done, IReadOnlyList<Error> errors) => done ? 'D' : errors[0] switch
    {
        PlatformErrors.NotPermitted => 'P',
        PlatformErrors.OutsideScope => 'S',
        NotFoundError => 'N',
        var other => throw new InvalidOperationException(other.Message),
    };
}
