using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Mediation;

/// <summary>The registers of committees and mediators on a real database.</summary>
[Trait("Provision", "P34")]
public sealed class RegisterServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Phone = "13812345678";

    [Fact]
    public async Task A_committee_is_entered_changed_dissolved_and_restored_with_history_and_audit()
    {
        var id = await portal.FoundAsync(People.Centre, "东风社区调委会");
        var found = await FindAsync(id);
        (await portal.Get<CommitteeService>().ChangeAsync(People.Centre, new ChangeCommittee(id, found.Version, found.Facts with { Rooms = 4 }))).IsOk.ShouldBeTrue();
        (await portal.Get<CommitteeService>().ChangeAsync(People.Centre, new ChangeCommittee(id, found.Version, found.Facts with { Rooms = 5 })))
            .Error.ShouldBeOfType<MediationErrors.ChangedMeanwhile>();
        (await portal.Get<CommitteeService>().DissolveAsync(People.Centre, id, "新政发〔2026〕1号")).IsOk.ShouldBeTrue();
        (await portal.Get<CommitteeService>().RestoreAsync(People.Centre, id, "恢复决定")).IsOk.ShouldBeTrue();

        var after = await FindAsync(id);
        after.Facts.Rooms.ShouldBe(4);
        after.History.Select(h => h.Kind).ShouldBe(
            [MediationChangeKind.Restored, MediationChangeKind.Dissolved, MediationChangeKind.Changed, MediationChangeKind.Founded], ignoreOrder: true);
        after.History.Single(h => h.Kind == MediationChangeKind.Changed).Words.ShouldBe("调解室：1 改为 4");
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_kind = 'committee' and subject_id = '东风社区调委会'")).ShouldBe(4);
    }

    [Fact]
    public async Task Two_committees_of_one_name_in_one_area_are_refused()
    {
        await portal.FoundAsync(People.Centre, "重名调委会");

        (await portal.Get<CommitteeService>().FoundAsync(People.Centre, MediationMaker.Committee("重名调委会"))).Error
            .ShouldBeOfType<MediationErrors.NameTaken>().Field.ShouldBe("Name");
    }

    [Fact]
    public async Task A_mediator_is_appointed_goes_on_leave_and_is_ended()
    {
        var mediator = await portal.AppointAsync(People.Centre, "张建国", phone: Phone, specialities: ["0201"]);
        var service = portal.Get<MediatorService>();
        var today = portal.Clock.Now.ChinaDay();
        (await service.TakeLeaveAsync(People.Centre, new TakeLeave(mediator, today, today.AddDays(2), LeaveKind.Sick))).IsOk.ShouldBeTrue();

        (await ListAsync(new MediatorCriteria("张建国", Standing: MediatorStanding.OnLeave))).ShouldHaveSingleItem().AwayUntil.ShouldBe(today.AddDays(2));
        var detail = await DetailAsync(mediator);
        (await service.EndLeaveAsync(People.Centre, mediator, detail.Leaves[0].Id)).IsOk.ShouldBeTrue();
        (await ListAsync(new MediatorCriteria("张建国", Standing: MediatorStanding.OnLeave))).ShouldBeEmpty();
        (await service.EndAsync(People.Centre, mediator, "本人申请")).IsOk.ShouldBeTrue();
        (await ListAsync(new MediatorCriteria("张建国"))).ShouldBeEmpty();
        (await ListAsync(new MediatorCriteria("张建国", Standing: MediatorStanding.Ended))).Count.ShouldBe(1);
        (await service.ReappointAsync(People.Centre, mediator, new Appointment(today, today.AddYears(1), "续聘书"))).IsOk.ShouldBeTrue();
        (await DetailAsync(mediator)).History.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_mediator_belongs_to_an_active_committee_and_serves_inside_its_area()
    {
        var committee = await portal.FoundAsync(People.Centre, "界内调委会");
        var studio = await portal.FoundAsync(People.Centre, "老王工作室", CommitteeKind.Studio);
        var service = portal.Get<MediatorService>();
        async Task<Error> TryAsync(MediatorFacts facts) =>
            (await service.AppointAsync(People.Centre, new AppointMediator(facts, null, MediationMaker.Appointment(portal)))).Error;
        var facts = MediationMaker.Mediator("王某", committee);

        (await TryAsync(facts with { Area = AreaCode.Parse(People.OtherTownship) })).ShouldBeOfType<MediationErrors.AreaOutsideCommittee>();
        (await TryAsync(facts with { CommitteeId = studio })).ShouldBeOfType<MediationErrors.CommitteeIsStudio>();
        (await TryAsync(facts with { StudioId = committee })).ShouldBeOfType<MediationErrors.NotAStudio>();
        (await TryAsync(facts with { CommitteeId = Guid.NewGuid() })).ShouldBeOfType<MediationErrors.UnknownCommittee>();
        (await TryAsync(facts with { Specialities = ["7777"] })).ShouldBeOfType<MediationErrors.UnknownCategory>();
        await portal.AppointAsync(People.Centre, "王某", committee);
        (await TryAsync(facts)).ShouldBeOfType<MediationErrors.MediatorTaken>();
        (await portal.Get<CommitteeService>().DissolveAsync(People.Centre, committee, "撤并")).Error.ShouldBeOfType<MediationErrors.HasMediators>();
    }

    [Fact]
    public async Task A_phone_is_stored_encrypted_shown_masked_and_given_out_for_a_reason()
    {
        var mediator = await portal.AppointAsync(People.Centre, "赵保密", phone: Phone);

        (await DetailAsync(mediator)).MaskedPhone.ShouldBe("138****5678");
        (await portal.AskAsync<bool>("select position($2::bytea in phone) = 0 from mediators where id = $1", mediator, System.Text.Encoding.UTF8.GetBytes(Phone)))
            .ShouldBeTrue();
        (await portal.Get<MediatorService>().RevealPhoneAsync(People.Clerk, mediator, "急")).Error.ShouldBeOfType<PlatformErrors.Required>();
        (await portal.Get<MediatorService>().RevealPhoneAsync(People.Clerk, mediator, "联系安排调解")).Value.ShouldBe(Phone);
        var subject = $"赵保密调委会 赵** {mediator.ToString("N")[^6..]}";
        (await portal.ColumnAsync<string>("select detail from audit_entries where action = 'mediator.reveal-phone' and subject_id = $1", subject))
            .ShouldBe(["原因：联系安排调解"]);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 and action <> 'mediator.reveal-phone'", subject))
            .ShouldBe(["mediator.appointed"]);
        (await portal.AskAsync<long>("select count(*) from audit_entries where detail like '%赵保密%' or subject_id like '% 赵保密%'")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from audit_entries where detail like '%1381234%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Pages_go_forward_and_back_without_losing_or_repeating_a_row()
    {
        var committee = await portal.FoundAsync(People.Centre, "分页调委会");
        for (var i = 0; i < 103; i++)
            await portal.AppointAsync(People.Centre, $"分页{i:000}", committee);
        var criteria = new MediatorCriteria("分页");
        async Task<Page<MediatorRow>> PageAsync(PageCursor? cursor = null, bool backwards = false) =>
            (await portal.Get<MediationReadService>().ListMediatorsAsync(People.Centre, criteria, new PageRequest(cursor, backwards))).Value;

        var first = await PageAsync();
        var second = await PageAsync(first.Next);
        var third = await PageAsync(second.Next);
        var back = await PageAsync(third.Previous, backwards: true);

        first.Total.ShouldBe(103);
        first.Previous.ShouldBeNull();
        third.Next.ShouldBeNull();
        first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Name).Order().ShouldBe(Enumerable.Range(0, 103).Select(i => $"分页{i:000}"));
        back.Rows.Select(r => r.Id).ShouldBe(second.Rows.Select(r => r.Id));
        PageCursor.Parse(first.Next!.ToString()).ShouldBe(first.Next);
    }

    [Fact]
    public async Task Lists_are_cut_by_speciality_kind_area_and_name()
    {
        await portal.FoundAsync(People.Centre, "物业纠纷调委会甲", CommitteeKind.Trade, People.County, ["0201"]);
        await portal.FoundAsync(People.Centre, "住房大类调委会乙", CommitteeKind.Trade, People.Township, ["02"]);
        var reads = portal.Get<MediationReadService>();
        async Task<IEnumerable<string>> NamesAsync(CommitteeCriteria criteria) =>
            (await reads.ListCommitteesAsync(People.Centre, criteria)).Value.Rows.Select(r => r.Name);

        (await NamesAsync(new CommitteeCriteria(Categories: ["0201", "02"]))).ShouldBe(["物业纠纷调委会甲", "住房大类调委会乙"]);
        (await NamesAsync(new CommitteeCriteria(Categories: ["0902"]))).ShouldBeEmpty();
        (await NamesAsync(new CommitteeCriteria("大类", CommitteeKind.Trade, null, AreaCode.Parse(People.Township)))).ShouldBe(["住房大类调委会乙"]);
        (await NamesAsync(new CommitteeCriteria("大类", CommitteeKind.Peoples))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_and_a_page_of_the_register_take_few_statements()
    {
        var mediator = await portal.AppointAsync(People.Centre, "省语句");
        (await portal.Sql.HearAsync(() => portal.Get<MediationReadService>().ListMediatorsAsync(People.Centre, new MediatorCriteria()))).Count.ShouldBeLessThanOrEqualTo(3);
        (await portal.Sql.HearAsync(() => portal.Get<MediationReadService>().ListCommitteesAsync(People.Centre, new CommitteeCriteria()))).Count.ShouldBeLessThanOrEqualTo(3);
        (await portal.Sql.HearAsync(() => portal.Get<MediationReadService>().FindMediatorAsync(People.Centre, mediator))).Count.ShouldBeLessThanOrEqualTo(3);
    }

    private async Task<CommitteeDetail> FindAsync(Guid id) => (await portal.Get<MediationReadService>().FindCommitteeAsync(People.Centre, id)).Value;

    private async Task<MediatorDetail> DetailAsync(Guid id) => (await portal.Get<MediationReadService>().FindMediatorAsync(People.Centre, id)).Value;

    private async Task<IReadOnlyList<MediatorRow>> ListAsync(MediatorCriteria criteria) =>
        (await portal.Get<MediationReadService>().ListMediatorsAsync(People.Centre, criteria)).Value.Rows;
}
