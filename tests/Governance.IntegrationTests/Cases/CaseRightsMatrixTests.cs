using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.Domain.SubTasks;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Cases;

/// <summary>
/// Every role, at home and away, with and without the case's lead, tries everything (T07). Expectations stand in a table, one letter
/// each for: home; home and works for the body that handles the case; another county; another county and works for that body.
/// D done, P not permitted, N not found, O outside the scope.
/// </summary>
public sealed class CaseRightsMatrixTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private static readonly Dictionary<Role, Expected> Table = new()
    {
        //                                  register  before  area    handle  correct reveal  read    export  similar
        [Role.CentreStaff] = new("DDOO", "DDNN", "DDNP", "PDND", "DDNP", "DDND", "DDND", "DDDD", "DDND"),
        [Role.TownshipClerk] = new("DDOO", "DDNN", "DDNP", "PDND", "DDNP", "DDND", "DDND", "DDDD", "DDND"),
        [Role.DepartmentHandler] = new("PPPP", "NNNN", "NPNP", "NDND", "NPNP", "NDND", "NDND", "DDDD", "NDND"),
        [Role.GridMember] = new("DDOO", "PPNN", "PPNP", "PDND", "PPNP", "PPPP", "DDND", "PPPP", "DDND"),
        [Role.Leader] = new("PPPP", "PPNN", "PPNN", "PPNN", "PPNN", "PPPP", "DDNN", "DDDD", "DDNN"),
        [Role.SystemAdministrator] = new("PPPP", "NNNN", "NNNN", "NNNN", "NNNN", "PPPP", "NNNN", "PPPP", "NNNN"),
        [Role.Auditor] = new("PPPP", "NNNN", "NNNN", "NNNN", "NNNN", "PPPP", "NNNN", "PPPP", "NNNN"),
    };

    private static readonly Dictionary<CaseStepKind, CaseState> BeforeAnybodyLeads = new()
    {
        [CaseStepKind.Accept] = CaseState.Registered, [CaseStepKind.Refuse] = CaseState.Registered, [CaseStepKind.Dispatch] = CaseState.Accepted,
    };

    private static readonly Dictionary<CaseStepKind, CaseState> AreaSteps = new()
    {
        [CaseStepKind.Recall] = CaseState.Dispatched, [CaseStepKind.PassVerification] = CaseState.Verifying,
        [CaseStepKind.FailVerification] = CaseState.Verifying, [CaseStepKind.Close] = CaseState.Verified,
        [CaseStepKind.Archive] = CaseState.Closed, [CaseStepKind.Reopen] = CaseState.Archived,
    };

    private static readonly Dictionary<CaseStepKind, CaseState> HandlingSteps = new()
    {
        [CaseStepKind.Sign] = CaseState.Dispatched, [CaseStepKind.Return] = CaseState.Handling, [CaseStepKind.SubmitResult] = CaseState.Handling,
    };

    public static TheoryData<Role> EveryRole() => new(Roles.All);

    [Fact]
    public void The_table_speaks_of_every_role_and_every_step()
    {
        Table.Keys.ShouldBe(Roles.All, ignoreOrder: true);
        BeforeAnybodyLeads.Keys.Concat(AreaSteps.Keys).Concat(ChargeRule.All.Select(rule => rule.Kind)).Concat(HandlingSteps.Keys).Concat([CaseStepKind.Register, CaseStepKind.Correct])
            .Concat(LeadStepRule.All.Select(rule => rule.Kind)).Concat([CaseStepKind.Consult, CaseStepKind.AgreeOnLead, CaseStepKind.Refer, CaseStepKind.Rate])
            .Concat([CaseStepKind.Merge, CaseStepKind.TakeInRepeats, CaseStepKind.Unmerge, CaseStepKind.ReleaseRepeat])
            .Concat(RemarkRule.All.Select(rule => rule.Kind))
            .Concat([CaseStepKind.OpenProcedure, CaseStepKind.EndProcedure, CaseStepKind.ConfirmAgreement])
            .Concat([CaseStepKind.Restrict, CaseStepKind.LiftRestriction, CaseStepKind.ChangeCircle, CaseStepKind.HandOver, CaseStepKind.ConfirmReceipt, CaseStepKind.RemindOfReceipt])
            .Concat([CaseStepKind.RecordFinding, CaseStepKind.AnswerReporter, CaseStepKind.NotifyBody, CaseStepKind.KeepConfidential, CaseStepKind.EndConfidence, CaseStepKind.NameHandlers])
            // Tasks, time and supervision have matrices of their own.
            .Concat(SubTaskRule.All.Select(rule => rule.Kind).Append(CaseStepKind.GiveTask))
            .Concat([CaseStepKind.AskExtension, CaseStepKind.GrantExtension, CaseStepKind.DenyExtension, CaseStepKind.AskPause, CaseStepKind.GrantPause])
            .Concat([CaseStepKind.DenyPause, CaseStepKind.Resume, CaseStepKind.Recount])
            .Concat([CaseStepKind.Supervise, CaseStepKind.ReplySupervision, CaseStepKind.LiftSupervision])
            .ShouldBe(Enum.GetValues<CaseStepKind>(), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Registering_is_done_where_it_may_be(Role role) => await CheckAsync(role, Table[role].Register, async actor =>
        (await portal.Cases.RegisterAsync(actor, CaseMaker.Form())).Errors);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Steps_before_anybody_leads_belong_to_the_area(Role role) =>
        await CheckStepsAsync(role, BeforeAnybodyLeads, Table[role].Before);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Steps_of_the_area_stay_with_the_area(Role role) => await CheckStepsAsync(role, AreaSteps, Table[role].Area);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Steps_of_handling_stay_with_the_body_that_handles(Role role) => await CheckStepsAsync(role, HandlingSteps, Table[role].Handle);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Correcting_belongs_to_the_area(Role role) => await CheckAsync(role, Table[role].Correct, async actor =>
    {
        var (id, version) = await portal.IdentifyAsync(await portal.MakeAsync(CaseState.Handling));
        return (await portal.Cases.CorrectAsync(actor, new CorrectCase(id, version, CaseMaker.Facts with { Title = "改过" }))).Errors;
    });

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Seeing_the_reporter_takes_the_right_and_the_case(Role role)
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await CheckAsync(role, Table[role].Reveal, async actor => (await portal.Reads.RevealReporterAsync(actor, number, "电话回访核实")).Errors);
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task The_detail_page_the_list_and_the_search_know_the_same_cases(Role role)
    {
        var number = await portal.MakeAsync(CaseState.Handling, CaseMaker.Facts with { Title = "读权限核对用例" });
        var known = Table[role].Read;
        foreach (var (actor, expected) in Persons(role).Zip(known))
        {
            var knows = expected == 'D';
            (await portal.Reads.FindAsync(actor, number)).IsOk.ShouldBe(knows);
            (await portal.Reads.FindHeadAsync(actor, number)).IsOk.ShouldBe(knows);
            foreach (var text in new[] { number.Value, "读权限核对" })
            {
                var list = await portal.Reads.ListAsync(actor, new CaseListCriteria { Text = text }, new PageRequest());
                (list.IsOk && list.Value.Rows.Any(r => r.Number == number)).ShouldBe(knows);
                (list.IsOk && list.Value.Total > 0).ShouldBe(knows);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task The_figures_of_the_workbench_count_only_what_one_may_open(Role role)
    {
        foreach (var (actor, expected) in Persons(role).Zip(Table[role].Read))
        {
            var before = await portal.Reads.CountWorkAsync(actor);
            await portal.MakeAsync(CaseState.Dispatched);
            var after = await portal.Reads.CountWorkAsync(actor);

            ((after?.ToSign ?? 0) - (before?.ToSign ?? 0)).ShouldBe(expected == 'D' && actor.BodyCode == People.Housing ? 1 : 0);
        }
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task An_export_holds_what_the_list_holds(Role role)
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await CheckAsync(role, Table[role].Export, async actor => (await portal.Reads.ExportAsync(actor, new CaseListCriteria())).Errors);

        foreach (var (actor, expected) in Persons(role).Zip(Table[role].Read))
        {
            var export = await portal.Reads.ExportAsync(actor, new CaseListCriteria { Text = number.Value });
            if (export.IsOk)
                (await export.Value.CountAsync()).ShouldBe(expected == 'D' ? 1 : 0);
        }
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Similar_cases_are_only_those_one_may_open(Role role)
    {
        var number = await portal.MakeAsync(CaseState.Handling, CaseMaker.Facts with { Title = "地下车库卷帘门异响" + role });
        foreach (var (actor, expected) in Persons(role).Zip(Table[role].Similar))
            (await portal.Get<RepeatReadService>().SuggestAsync(
                actor, new RepeatQuestion("地下车库卷帘门异响" + role, "", CaseMaker.Facts.Place, portal.Clock.Now))).Any(s => s.Case.Number == number)
                .ShouldBe(expected == 'D');
    }

    private static Actor[] Persons(Role role)
    {
        // A body of the same place that has nothing to do with the case.
        var (scope, elsewhere) = role switch
        {
            Role.TownshipClerk => (People.Township, People.OtherCountyTownship),
            Role.GridMember => (People.Village, People.OtherCountyVillage),
            _ => (People.County, People.OtherCounty),
        };
        return
        [
            People.Person(role, scope + "-someone", scope), People.Person(role, People.Housing, scope),
            People.Person(role, elsewhere + "-someone", elsewhere), People.Person(role, People.Housing, elsewhere),
        ];
    }

    private async Task CheckStepsAsync(Role role, Dictionary<CaseStepKind, CaseState> steps, string expected)
    {
        foreach (var (step, state) in steps)
            await CheckAsync(role, expected, async actor =>
            {
                var number = await portal.MakeAsync(state);
                var before = await portal.StateOfAsync(number);
                var taken = await portal.TakeAsync(actor, number, step, body: People.Housing);
                (await portal.StateOfAsync(number) != before).ShouldBe(taken.IsOk, $"{role} {step}");
                (await portal.CountAuditAsync(number)).ShouldBe(taken.IsOk ? 1 : 0, $"{role} {step}");
                return taken.Errors;
            }, step.ToString());
    }

    private static async Task CheckAsync(Role role, string expected, Func<Actor, Task<IReadOnlyList<Error>>> act, string what = "")
    {
        var happened = "";
        foreach (var actor in Persons(role))
            happened += await act(actor) switch
            {
                [] => 'D',
                [PlatformErrors.NotPermitted] => 'P',
                [PlatformErrors.OutsideScope] => 'O',
                [CaseErrors.NotFound] => 'N',
                [var other, ..] => throw new InvalidOperationException($"{role} {what}: {other.Message}"),
            };
        happened.ShouldBe(expected, $"{role} {what}");
    }

    private sealed record Expected(
        string Register, string Before, string Area, string Handle, string Correct, string Reveal, string Read, string Export, string Similar);
}
