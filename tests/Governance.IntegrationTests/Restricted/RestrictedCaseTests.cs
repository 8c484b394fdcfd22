using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Dashboards;
using Governance.Application.Deadlines;
using Governance.Application.Imports;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Infrastructure.Imports;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Governance.IntegrationTests.Restricted;

/// <summary>A restricted case is invisible to everybody outside its circle, on every way there is (P21, P53).</summary>
[Trait("Provision", "P21")]
[Trait("Provision", "P53")]
public sealed class RestrictedCaseTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private const string Canary = "金丝雀鸣叫";
    private const string Bullying = "0806";
    // What a person has written down for itself is given back: it tells what was typed, not what there is.
    private static readonly string[] Echoes = ["AuditReadService.Describe", "SavedFilterService.ListAsync"];

    private static readonly Actor Teacher = People.Person(Role.DepartmentHandler, People.County + "-education", People.County, "梁老师");

    /// <summary>As many rights in the same area as there are, and not in the circle.</summary>
    public static TheoryData<Role> Outsiders() => new(Roles.All);

    public async Task InitializeAsync()
    {
        foreach (var person in new[] { People.Centre, People.Clerk, Teacher, People.Handler })
            await portal.AddAccountAsync(person);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_report_of_bullying_goes_to_the_seats_of_the_pack_and_its_registrar_keeps_a_receipt()
    {
        var number = await RegisterAsync();

        (await NamesAsync(number)).ShouldBe(["赵敏:True", "梁老师:False"], ignoreOrder: true);
        (await portal.Reads.FindAsync(People.Clerk, number)).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await portal.Reads.FindAsync(People.Centre, number)).Value.Case.ManagingBodyCode.ShouldBe(People.Centre.BodyCode);
        var mine = (await Read.ListAsync(People.Clerk)).Value;
        mine.Rows.ShouldBeEmpty();
        mine.Receipts.ShouldContain(new RestrictionReceipt(number.Value, portal.Clock.Now, "新城区社会治安综合治理中心"));
        (await Read.ListAsync(People.Centre)).Value.Rows.ShouldContain(r => r.Number == number && r.IsKeeper && r.Kind == "校园欺凌");
        (await Read.ReceiptAsync(People.Centre, number)).ShouldBeNull();
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by action", number.Value))
            .ShouldBe(["case.register", "case.restrict"]);
    }

    [Fact]
    public async Task A_correction_into_a_restricted_category_restricts_and_a_lifted_one_does_not_come_back()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        var (id, version) = await portal.IdentifyAsync(number);

        (await portal.Cases.CorrectAsync(People.Clerk, new CorrectCase(id, version, CaseMaker.Facts with { CategoryCode = Bullying }))).Errors.ShouldBeEmpty();

        (await portal.Reads.FindAsync(People.Clerk, number)).IsOk.ShouldBeFalse();
        (await Service.LiftAsync(People.Centre, new LiftRestriction(id, (await portal.IdentifyAsync(number)).Version, "查明不涉欺凌"))).Errors.ShouldBeEmpty();
        (await portal.Cases.CorrectAsync(
            People.Clerk, new CorrectCase(id, (await portal.IdentifyAsync(number)).Version, CaseMaker.Facts with { CategoryCode = Bullying, Title = "改过" }))).Errors.ShouldBeEmpty();
        (await portal.Reads.FindAsync(People.Clerk, number)).IsOk.ShouldBeTrue();
        (await portal.Get<TimedSteps>().RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_sweep_restricts_what_came_in_another_way()
    {
        var imported = await portal.MakeAsync(CaseState.Closed, CaseMaker.Facts with { CategoryCode = Bullying });
        var withheld = await portal.MakeAsync(CaseState.Registered);
        await portal.ExecuteAsync("update cases set is_restricted = true, category_code = '1408' where number = $1", withheld.Value);
        (await portal.Reads.FindAsync(People.Centre, withheld)).IsOk.ShouldBeFalse();

        await portal.Get<TimedSteps>().RunAsync();

        (await portal.Reads.FindAsync(People.Clerk, imported)).IsOk.ShouldBeFalse();
        (await portal.Reads.FindAsync(People.Centre, imported)).IsOk.ShouldBeTrue();
        (await portal.Reads.FindAsync(People.Centre, withheld)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task An_imported_message_is_known_to_nobody_until_it_has_a_circle()
    {
        // Where nobody of the centre has an account: the place of a message follows from its id.
        var places = new MessagePlace(portal.Get<IReferenceData>().Pack);
        var id = Enumerable.Range(1, 1000).Select(_ => Guid.NewGuid().ToString("N")).First(i => !AreaCode.Parse(People.County).Contains(places.Of(i)));
        var planned = new MessageCases(portal.Get<IReferenceData>(), portal.Get<CaseClock>()).Plan(
            new MessageRow(1, id, "校园欺凌没人管", "孩子在学校被欺凌，校园欺凌", "", portal.Clock.Now.AddDays(-1), "", null), portal.Clock.Now).Value;
        var writer = new CaseBulkWriter(
            portal.Get<IDbContextFactory<GovernanceDbContext>>(), portal.Get<DatabaseConnection>(), portal.Get<ThresholdClock>(), portal.Clock);
        (await writer.WriteAsync(People.Centre, [planned], n => new AuditRecord(AuditActions.ImportMessages, "import", "test", null, ""))).Added.ShouldBe(1);
        var made = CaseNumber.Parse(await portal.AskAsync<string>("select number from cases where source_key = $1", planned.SourceKey));

        // No timed step has run.
        foreach (var person in new[] { People.Centre, People.CityCentre, People.Clerk, People.Leader })
            (await portal.Reads.FindAsync(person, made)).IsOk.ShouldBeFalse(person.DisplayName);
        await portal.AddAccountAsync(People.CityCentre);
        await portal.Get<TimedSteps>().RunAsync();
        (await portal.Reads.FindAsync(People.CityCentre, made)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_nobody_has_an_account_the_centre_above_or_the_registrar_keeps_the_circle()
    {
        var elsewhere = CaseMaker.Facts with { CategoryCode = Bullying, Place = AreaCode.Parse(People.OtherCountyVillage) };
        var own = await portal.RegisterAsync(People.ClerkElsewhere, elsewhere);
        (await portal.Reads.FindAsync(People.ClerkElsewhere, own)).IsOk.ShouldBeTrue();

        await portal.AddAccountAsync(People.CityCentre);
        var above = await portal.RegisterAsync(People.ClerkElsewhere, elsewhere);
        (await portal.Reads.FindAsync(People.ClerkElsewhere, above)).IsOk.ShouldBeFalse();
        (await portal.Reads.FindAsync(People.CityCentre, above)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task By_hand_the_centre_restricts_in_its_area_and_others_do_not()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, version) = await portal.IdentifyAsync(number);
        foreach (var (actor, refusal) in new (Actor, Type)[]
        {
            (People.Clerk, typeof(PlatformErrors.NotPermitted)), (People.Handler, typeof(PlatformErrors.NotPermitted)),
            (People.Leader, typeof(PlatformErrors.NotPermitted)), (People.CentreElsewhere, typeof(CaseErrors.NotFound)),
        })
            (await Service.RestrictAsync(actor, new RestrictCase(id, version, null, "涉及个人隐私"))).Error.ShouldBeOfType(refusal);
        (await Service.RestrictAsync(People.Centre, new RestrictCase(id, version, "unknown", "涉及个人隐私"))).Error.ShouldBeOfType<RestrictedErrors.UnknownKind>();

        (await Service.RestrictAsync(People.Centre, new RestrictCase(id, version, null, "涉及个人隐私"))).Errors.ShouldBeEmpty();

        (await NamesAsync(number)).ShouldBe(["赵敏:True"]);
        // The body that handles it handles on as soon as a person of it is let in.
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await Service.AddAsync(People.Centre, new AddToCircle(id, People.Handler.UserId, false, "承办人"))).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Errors.ShouldBeEmpty();
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.changecircle'", number.Value))
            .ShouldBe($"添加：周涛（{People.Housing}）。承办人");
    }

    [Fact]
    public async Task Only_accounts_in_use_that_work_on_cases_are_let_in()
    {
        var number = await RegisterAsync();
        var (id, _) = await portal.IdentifyAsync(number);
        await portal.AddAccountAsync(People.Auditor);
        await portal.AddAccountAsync(People.SecondClerk);
        await portal.ExecuteAsync("update users set lockout_end = $2 where id = $1", People.SecondClerk.UserId, PortalUser.SuspendedUntil);

        foreach (var person in new[] { People.Auditor.UserId, People.SecondClerk.UserId, Guid.NewGuid() })
            (await Service.AddAsync(People.Centre, new AddToCircle(id, person, false, "原因"))).Error.ShouldBeOfType<RestrictedErrors.UnknownPerson>();
        var head = (await portal.Reads.FindHeadAsync(People.Centre, number)).Value;
        (await Read.FindColleaguesAsync(People.Centre, head, "周涛")).ShouldHaveSingleItem().Id.ShouldBe(People.Handler.UserId);
        (await Read.FindColleaguesAsync(Teacher, head, "周涛")).ShouldBeEmpty();
        (await Read.FindColleaguesAsync(People.Clerk, head, "周涛")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task Nobody_outside_the_circle_learns_of_it_or_changes_it_on_any_way(Role role)
    {
        var number = await RegisterAsync(Canary);
        var (id, version) = await portal.IdentifyAsync(number);
        var outsider = People.Person(role, role == Role.DepartmentHandler ? Teacher.BodyCode : People.Centre.BodyCode, People.County, "外人");
        var ways = new EveryWay(portal, number, id, version, Canary, "金丝雀");

        foreach (var (way, said) in await ways.WalkAsync(outsider))
            if (!Echoes.Contains(way))
                (said.Contains(number.Value, StringComparison.Ordinal) || said.Contains(Canary + "标题", StringComparison.Ordinal) || said.Contains(Canary + "经过", StringComparison.Ordinal))
                    .ShouldBeFalse($"{role} {way}: {said}");

        (await portal.IdentifyAsync(number)).Version.ShouldBe(version, role.ToString());
        (await portal.AskAsync<long>("select count(*) from case_steps where case_id = $1", id)).ShouldBe(2);
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and actor_id = $2", number.Value, outsider.UserId)).ShouldBe(0);
    }

    [Fact]
    public async Task The_walk_sees_what_the_circle_sees_and_what_everybody_saw_before()
    {
        EveryWay.Methods.Count.ShouldBeGreaterThan(20);
        var open = await portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { Title = Canary + "标题公开", Description = Canary + "经过" });
        var (openId, openVersion) = await portal.IdentifyAsync(open);
        var outsider = People.Person(Role.CentreStaff, People.Centre.BodyCode, People.County, "外人");
        var before = await new EveryWay(portal, open, openId, openVersion, Canary).WalkAsync(outsider);
        foreach (var way in new[] { "CaseReadService.FindAsync", "CaseReadService.FindHeadAsync", "CaseReadService.ListAsync", "CaseReadService.ExportAsync" })
            before.Where(w => w.Way == way).ShouldContain(w => w.Said.Contains(open.Value, StringComparison.Ordinal), way);

        var number = await RegisterAsync(Canary);
        var (id, version) = await portal.IdentifyAsync(number);
        var circle = await new EveryWay(portal, number, id, version, Canary).WalkAsync(People.Centre);
        foreach (var way in new[] { "CaseReadService.FindAsync", "CaseReadService.FindHeadAsync", "RestrictedReadService.ListAsync" })
            circle.Where(w => w.Way == way).ShouldContain(w => w.Said.Contains(number.Value, StringComparison.Ordinal), way);
        circle.Where(w => w.Way == "CaseReadService.ExportAsync").ShouldAllBe(w => !w.Said.Contains(number.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_leave_it_out_and_the_own_work_of_the_circle_holds_it()
    {
        var (dashboard, work, outside) = (await DashboardAsync(), await WorkAsync(People.Centre), await WorkAsync(People.Person(Role.CentreStaff, People.Centre.BodyCode, People.County)));

        var number = await RegisterAsync();

        (await DashboardAsync()).ShouldBe(dashboard);
        (await WorkAsync(People.Centre)).ShouldBe(work + 1);
        (await WorkAsync(People.Person(Role.CentreStaff, People.Centre.BodyCode, People.County))).ShouldBe(outside);
        (await portal.Reads.ListAsync(People.Centre, new CaseListCriteria { View = CaseView.Mine }, new PageRequest(Size: 200)))
            .Value.Rows.ShouldContain(r => r.Number == number && r.IsRestricted);
        (await portal.Reads.ListAsync(People.Centre, new CaseListCriteria(), new PageRequest(Size: 200))).Value.Rows.ShouldNotContain(r => r.Number == number);
    }

    [Fact]
    public async Task Lifting_brings_it_back_into_lists_and_counts()
    {
        var number = await RegisterAsync();
        var before = await DashboardAsync();
        var (id, version) = await portal.IdentifyAsync(number);

        (await Service.LiftAsync(Teacher, new LiftRestriction(id, version, "原因"))).Error.ShouldBeOfType<RestrictedErrors.KeepersOnly>();
        (await Service.LiftAsync(People.Centre, new LiftRestriction(id, version, "查明不涉欺凌"))).Errors.ShouldBeEmpty();

        (await DashboardAsync()).ShouldBe(before + 1);
        (await portal.Reads.FindAsync(People.Clerk, number)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task The_trail_tells_others_that_it_is_a_restricted_case_and_not_which()
    {
        var number = await RegisterAsync();
        var criteria = new AuditCriteria { From = new DateOnly(2026, 3, 10) };
        var trail = portal.Get<AuditReadService>();

        var rows = (await trail.ListAsync(People.Auditor, criteria, new PageRequest(Size: 500))).Value.Rows;
        rows.ShouldContain(r => r.IsWithheld && r.Action == "case.restrict" && r.SubjectId == "" && r.Detail == "" && r.Area == null);
        rows.ShouldNotContain(r => r.SubjectId == number.Value);
        (await trail.ListAsync(People.Auditor, criteria with { Subject = number.Value }, new PageRequest())).Value.Rows.ShouldBeEmpty();
        (await (await trail.ExportAsync(People.Auditor, criteria)).Value.ToListAsync()).ShouldNotContain(r => r.SubjectId == number.Value || r.Detail.Contains(number.Value));

        var (id, version) = await portal.IdentifyAsync(number);
        await Service.LiftAsync(People.Centre, new LiftRestriction(id, version, "查明"));
        (await trail.ListAsync(People.Auditor, criteria with { Subject = number.Value }, new PageRequest())).Value.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_reporter_sees_how_it_stands_and_nothing_of_what_it_is_about()
    {
        var number = await portal.RegisterAsync(People.Clerk, Facts("找不到"), "金学生", "13900007531");
        foreach (var step in new[] { CaseStepKind.Accept })
            (await portal.TakeAsync(People.Centre, number, step)).Errors.ShouldBeEmpty();
        await portal.ExecuteAsync("update cases set answer = '金丝雀答复' where number = $1", number.Value);

        var found = (await portal.Reads.LookUpAsync(number.Value, "7531")).Value;

        (found.State, found.IsRestricted, found.CategoryCode, found.Answer, found.LeadBodyName).ShouldBe((CaseState.Accepted, true, "", null, null));
    }

    private RestrictedReadService Read => portal.Get<RestrictedReadService>();

    private RestrictionService Service => portal.Get<RestrictionService>();

    private static CaseFacts Facts(string word) => CaseMaker.Facts with { Title = word + "标题", Description = word + "经过", CategoryCode = Bullying };

    private Task<CaseNumber> RegisterAsync(string word = "学生") => portal.RegisterAsync(People.Clerk, Facts(word));

    private async Task<int> DashboardAsync() => (await portal.Get<DashboardService>().ReadAsync(People.Leader, AreaCode.Parse(People.County), new DashboardPeriod(null, null)))
        .Value.Total.Tally.Registered;

    private async Task<int> WorkAsync(Actor actor) => (await portal.Reads.CountWorkAsync(actor))!.ToAccept;

    private Task<IReadOnlyList<string>> NamesAsync(CaseNumber number) => portal.ColumnAsync<string>(
        "select m.name || ':' || case when is_keeper then 'True' else 'False' end from case_circle_members m join cases c on c.id = m.case_id where c.number = $1",
        number.Value);
}
