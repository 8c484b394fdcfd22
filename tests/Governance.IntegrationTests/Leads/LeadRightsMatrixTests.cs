using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Leads;

/// <summary>
/// Every role tries every step around the decision who leads: from the body whose turn it is, from another body of the county, and from
/// another county. D done, P not permitted, N not found.
/// </summary>
[Trait("Provision", "P37")]
public sealed class LeadRightsMatrixTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private static readonly Dictionary<Role, (string Handling, string Deciding)> Table = new()
    {
        [Role.CentreStaff] = ("DPN", "DPN"),
        [Role.TownshipClerk] = ("DPN", "PPN"),
        [Role.DepartmentHandler] = ("DNN", "NNN"),
        [Role.GridMember] = ("DPN", "PPN"),
        [Role.Leader] = ("PPN", "PPN"),
        [Role.SystemAdministrator] = ("NNN", "NNN"),
        [Role.Auditor] = ("NNN", "NNN"),
    };

    private static readonly (CaseStepKind Step, CaseState State)[] Handling =
    [
        (CaseStepKind.AnswerConsultation, CaseState.Consulting), (CaseStepKind.TakeMeasures, CaseState.Consulting),
        (CaseStepKind.RaiseObjection, CaseState.Dispatched),
    ];

    public static TheoryData<Role> EveryRole() => new(Roles.All);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Answers_measures_and_objections_are_the_departments_own(Role role)
    {
        foreach (var (step, state) in Handling)
            (await TryAsync(role, step, state, People.Housing)).ShouldBe(Table[role].Handling, step.ToString());
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Only_the_centre_whose_turn_it_is_decides(Role role) =>
        (await TryAsync(role, CaseStepKind.Designate, CaseState.Deciding, People.Centre.BodyCode)).ShouldBe(Table[role].Deciding);

    [Fact]
    public void The_table_speaks_of_every_role() => Table.Keys.ShouldBe(Roles.All, ignoreOrder: true);

    private async Task<string> TryAsync(Role role, CaseStepKind step, CaseState state, string turn)
    {
        var happened = "";
        foreach (var actor in new[]
        {
            People.Person(role, turn, People.County), People.Person(role, People.County + "-water", People.County),
            People.Person(role, People.OtherCounty + "-centre", People.OtherCounty),
        })
        {
            var number = await portal.MakeAsync(state);
            var before = await portal.CountAuditAsync(number);
            var taken = await portal.TakeLeadAsync(actor, number, step, body: People.Housing);
            ((await portal.CountAuditAsync(number)) > before).ShouldBe(taken.IsOk);
            happened += taken.IsOk ? 'D' : taken.Error switch
            {
                PlatformErrors.NotPermitted => 'P',
                CaseErrors.NotFound => 'N',
                var other => throw new InvalidOperationException($"{role} {step}: {other.Message}"),
            };
        }
        return happened;
    }
}
