using Governance.Application.Cases;
using Governance.Application.Mediation;
using Governance.Application.Parties;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Parties;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Mediation;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>Mediators of the register lead procedures: chosen, kept out, changed, counted.</summary>
[Trait("Provision", "P34")]
public sealed class ProcedureMediatorTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private ProcedureService Service => portal.Get<ProcedureService>();

    [Fact]
    public async Task A_mediator_of_the_register_leads_the_procedure_and_stands_in_tab_list_and_papers()
    {
        var mediator = await portal.AppointAsync(People.Centre, "白音");
        var number = await portal.MakeAsync(CaseState.Handling);

        (await OpenAsync(People.Handler, number, mediator, "不作数的名字")).Errors.ShouldBeEmpty();

        var record = (await portal.TabAsync(People.Handler, number)).Procedures.Single().Record;
        (record.Mediator, record.MediatorId).ShouldBe(("白音", mediator));
        var row = (await ListAsync(People.Handler, mediator)).Rows.ShouldHaveSingleItem();
        (row.Number, row.Mediator, row.IsMediation).ShouldBe((number, "白音", true));
        (await portal.Get<ProcedurePaperService>().MakeAsync(People.Handler, new AskForPaper(number, record.Id, "application", false))).Errors.ShouldBeEmpty();
        (await Service.AdvanceAsync(People.Handler, new AdvanceProcedure(new ProcedureAt(record.Id, record.Version), "accept", portal.Today(), ""))).Errors.ShouldBeEmpty();
        var paper = await portal.Get<ProcedurePaperService>().MakeAsync(People.Handler, new AskForPaper(number, record.Id, "acceptance", false));
        paper.Value.Paper.Lines.ShouldContain(l => l.Text.Contains("白音"));
    }

    [Fact]
    public async Task Whoever_is_away_out_of_office_or_of_another_county_is_refused_at_the_field()
    {
        var away = await portal.AppointAsync(People.Centre, "假中人");
        (await portal.Get<MediatorService>().TakeLeaveAsync(People.Centre, new TakeLeave(away, portal.Today(), portal.Today().AddDays(2), LeaveKind.Sick))).IsOk.ShouldBeTrue();
        var ended = await portal.AppointAsync(People.Centre, "离任人");
        (await portal.Get<MediatorService>().EndAsync(People.Centre, ended, "本人申请")).IsOk.ShouldBeTrue();
        var elsewhere = await portal.AppointAsync(People.CentreElsewhere, "外区人", area: People.OtherCountyTownship);
        var number = await portal.MakeAsync(CaseState.Handling);

        foreach (var (who, why) in new (Guid, Type)[]
        {
            (away, typeof(MediationErrors.OnLeave)), (ended, typeof(MediationErrors.NotInOffice)), (elsewhere, typeof(MediationErrors.MediatorNotFound)),
            (Guid.NewGuid(), typeof(MediationErrors.MediatorNotFound)),
        })
        {
            var error = (await OpenAsync(People.Handler, number, who)).Error;
            error.ShouldBeOfType(why);
            error.Field.ShouldBe("Mediator");
        }
        (await portal.TabAsync(People.Handler, number)).Procedures.ShouldBeEmpty("nothing is half saved");
    }

    [Fact]
    public async Task Nobody_mediates_an_own_matter_whether_of_the_register_or_by_name()
    {
        var byPhone = await portal.AppointAsync(People.Centre, "同电话人", phone: "13900007777");
        var byName = await portal.AppointAsync(People.Centre, "同名人");
        var namesake = await portal.AppointAsync(People.Centre, "另有其人", phone: "13900001234");
        var number = await portal.MakeAsync(CaseState.Handling);
        await AddAsync(number, ParticipantRole.Applicant, "某甲", "13900007777");
        await AddAsync(number, ParticipantRole.Respondent, "同名人", null);
        await AddAsync(number, ParticipantRole.ThirdParty, "另有其人", "13900009999");

        foreach (var (who, typed, standing) in new (Guid?, string, string)[] { (byPhone, "", "申请人"), (byName, "", "被申请人"), (null, "同 名人", "被申请人") })
        {
            var error = (await OpenAsync(People.Handler, number, who, typed)).Error.ShouldBeOfType<MediationErrors.IsParty>();
            (error.Field, error.Ground, error.Standing).ShouldBe(("Mediator", GroundKeys.MediationRecusal, standing));
        }
        portal.Pack.FindGround(GroundKeys.MediationRecusal).ShouldNotBeNull();
        var suggested = (await portal.Get<MediatorSuggestion>().FindAsync(People.Handler, number)).Value;
        suggested.LeftOut.Select(l => l.Candidate.Id).ShouldBe([byPhone, byName], ignoreOrder: true);
        suggested.LeftOut.ShouldAllBe(l => l.Why.EndsWith("应当回避"));
        suggested.Ranked.ShouldContain(r => r.Candidate.Id == namesake);

        // Another way asks nobody to keep out: the judge is the court's affair.
        (await portal.Get<ProcedureService>().OpenAsync(People.Handler, new OpenProcedure(
            (await portal.IdentifyAsync(number)).Id, "civil-suit", new ProcedureOpening(portal.Today(), "新城区人民法院", "同名人", "", null, null, ""), false))).Errors.ShouldBeEmpty();
        var second = await portal.MakeAsync(CaseState.Handling);
        await AddAsync(second, ParticipantRole.Respondent, "另有其人", "13900009999");
        (await OpenAsync(People.Handler, second, namesake)).Errors.ShouldBeEmpty("two phones tell two people of one name apart");
    }

    [Fact]
    public async Task A_confidential_reporter_is_kept_out_only_by_who_may_know_and_told_to_nobody_else()
    {
        var mediator = await portal.AppointAsync(People.Centre, "密报人");
        var number = (await portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(name: "密报人", phone: "13700001234", accept: true) with { Confidential = true })).Value;
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.Sign)).Errors.ShouldBeEmpty();

        (await OpenAsync(People.Clerk, number, mediator)).Error.ShouldBeOfType<MediationErrors.IsParty>().Standing.ShouldBe("反映人");
        (await portal.Get<MediatorSuggestion>().FindAsync(People.Handler, number)).Value.LeftOut.ShouldNotContain(l => l.Candidate.Id == mediator);
        (await OpenAsync(People.Handler, number, mediator)).Errors.ShouldBeEmpty("a refusal would tell the department who reported");
    }

    [Fact]
    public async Task Another_mediator_is_taken_for_a_reason_that_the_course_keeps_and_the_trail_without_names()
    {
        var (first, second) = (await portal.AppointAsync(People.Centre, "前任"), await portal.AppointAsync(People.Centre, "后任"));
        var number = await portal.MakeAsync(CaseState.Handling);
        await AddAsync(number, ParticipantRole.Applicant, "前任之敌", "13900005555");
        (await OpenAsync(People.Handler, number, first)).Errors.ShouldBeEmpty();
        var at = await portal.AtAsync(People.Handler, number, "people-mediation");
        var change = new ProcedureChange("海拉尔东路街道人民调解委员会", "", second, MediatorChangeReason.PartyAsked, "申请人认为有亲属关系");

        (await Service.ChangeAsync(People.Handler, new ChangeProcedure(at, change with { Reason = null }))).Error.Field.ShouldBe("Reason");
        (await Service.ChangeAsync(People.Handler, new ChangeProcedure(at, change with { MediatorId = null, Mediator = "前任之敌" }))).Error.ShouldBeOfType<MediationErrors.IsParty>();
        (await Service.ChangeAsync(People.Handler, new ChangeProcedure(at, change))).Errors.ShouldBeEmpty();

        var record = (await portal.TabAsync(People.Handler, number)).Procedures.Single().Record;
        (record.Mediator, record.MediatorId).ShouldBe(("后任", second));
        (record.Entries[^1].Title, record.Entries[^1].Note).ShouldBe(("变更调解员（当事人要求更换）", "前任改为后任。申请人认为有亲属关系"));
        (await portal.AskAsync<string>("select detail from audit_entries where action = 'procedure.change' and subject_id = $1", number.Value))
            .ShouldBe("人民调解：变更调解员（当事人要求更换）");
        // Who left or fell ill afterwards still leads what was begun: another step asks nothing of the register.
        (await portal.Get<MediatorService>().EndAsync(People.Centre, second, "本人申请")).IsOk.ShouldBeTrue();
        (await Service.ChangeAsync(People.Handler, new ChangeProcedure(
            await portal.AtAsync(People.Handler, number, "people-mediation"), new ProcedureChange("别的调委会", "后任", second, null, "就近")))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_in_hand_and_success_are_counted_from_procedures_and_restricted_cases_count_nowhere()
    {
        var mediator = await portal.AppointAsync(People.Centre, "计数人");
        for (var i = 0; i < 5; i++)
        {
            var ended = await portal.MakeAsync(CaseState.Handling);
            (await OpenAsync(People.Handler, ended, mediator)).Errors.ShouldBeEmpty();
            if (i < 4)
            {
                foreach (var step in new[] { "accept", "mediate" })
                    (await Service.AdvanceAsync(People.Handler, new AdvanceProcedure(await portal.AtAsync(People.Handler, ended, "people-mediation"), step, portal.Today(), ""))).Errors.ShouldBeEmpty();
                (await portal.EndAsync(People.Handler, ended, "people-mediation", i < 3 ? "agreed" : "failed")).Errors.ShouldBeEmpty();
            }
            else
                (await portal.EndAsync(People.Handler, ended, "people-mediation", "withdrawn")).Errors.ShouldBeEmpty();
            if (i == 3)
                (await RecordAsync(mediator)).SuccessRate.ShouldBeNull("four say nothing");
        }
        var (running, hidden) = (await portal.MakeAsync(CaseState.Handling), await portal.MakeAsync(CaseState.Handling));
        foreach (var number in new[] { running, hidden })
            (await OpenAsync(People.Handler, number, mediator)).Errors.ShouldBeEmpty();
        (await RecordAsync(mediator)).ShouldBe(new MediatorRecord(2, 5, 3));

        var (id, version) = await portal.IdentifyAsync(hidden);
        (await portal.Get<RestrictionService>().RestrictAsync(People.Centre, new RestrictCase(id, version, null, "涉及个人隐私"))).Errors.ShouldBeEmpty();

        (await RecordAsync(mediator)).ShouldBe(new MediatorRecord(1, 5, 3));
        (await RecordAsync(mediator)).SuccessRate.ShouldBe(0.6);
        (await ListAsync(People.CityCentre, mediator)).Rows.Select(r => r.Number).ShouldBe([running], "who is outside the circle does not see it");
        (await ListAsync(People.Centre, mediator, ProcedureListStanding.Ended)).Rows.Count.ShouldBe(5);
        (await ListAsync(People.CentreElsewhere, mediator)).Rows.ShouldBeEmpty("each reads the own area's");
        (await portal.Get<MediatorSuggestion>().FindAsync(People.Handler, running, "计数人")).Value.Ranked.Single().Reasons
            .ShouldContain("近一年办结 5 件，达成协议 3 件（60%）");
        portal.Clock.Now = portal.Clock.Now.AddDays(366);
        (await RecordAsync(mediator)).ShouldBe(new MediatorRecord(1, 0, 0));
        portal.Clock.Now = portal.Clock.Now.AddDays(-366);
    }

    [Fact]
    public async Task What_a_mediator_has_in_hand_costs_few_statements()
    {
        var mediator = await portal.AppointAsync(People.Centre, "省句人");
        var number = await portal.MakeAsync(CaseState.Handling);
        (await OpenAsync(People.Handler, number, mediator)).Errors.ShouldBeEmpty();
        var head = (await portal.Reads.FindHeadAsync(People.Handler, number)).Value;

        (await portal.Sql.HearAsync(() => portal.Get<MediatorSuggestion>().FindAsync(People.Handler, head))).Count.ShouldBe(2);
        (await portal.Sql.HearAsync(() => ListAsync(People.Centre, mediator))).Count.ShouldBe(2);
        (await portal.Sql.HearAsync(() => portal.Get<MediationReadService>().FindMediatorAsync(People.Centre, mediator))).Count.ShouldBeLessThanOrEqualTo(3);
        (await portal.Sql.HearAsync(() => portal.Get<MediationReadService>().ListMediatorsAsync(People.Centre, new MediatorCriteria()))).Count.ShouldBe(3);
        (await portal.Sql.HearAsync(() => portal.Get<ProcedureReadService>().ReadTabAsync(People.Handler, head))).Count.ShouldBe(1);
    }

    private async Task<Result<ProcedureChanged>> OpenAsync(Actor actor, CaseNumber number, Guid? mediator, string typed = "") =>
        await Service.OpenAsync(actor, new OpenProcedure(
            (await portal.IdentifyAsync(number)).Id, "people-mediation",
            new ProcedureOpening(portal.Today(), "海拉尔东路街道人民调解委员会", typed, "", null, true, "") { MediatorId = mediator }, false));

    private async Task AddAsync(CaseNumber number, ParticipantRole role, string name, string? phone) =>
        (await portal.Get<ParticipantService>().AddAsync(People.Clerk, new AddParticipant(
            (await portal.IdentifyAsync(number)).Id, new ParticipantFacts(ParticipantKind.Person, role, name, phone, null, null)))).Errors.ShouldBeEmpty();

    private async Task<MediatorRecord> RecordAsync(Guid mediator) =>
        (await portal.Get<MediationReadService>().FindMediatorAsync(People.Centre, mediator)).Value.Record;

    private async Task<Page<ProcedureRow>> ListAsync(Actor actor, Guid mediator, ProcedureListStanding standing = ProcedureListStanding.Running) =>
        (await portal.Get<ProcedureReadService>().ListAsync(
            actor, new ProcedureListCriteria { MediatorId = mediator, Standing = standing }, new PageRequest())).Value;
}
