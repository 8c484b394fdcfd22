using System.Diagnostics;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Repeats;
using Governance.Domain.Satisfaction;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Xunit.Abstractions;

namespace Governance.IntegrationTests.Repeats;

/// <summary>Merged cases on the real database: rights, one answer for all, statistics, and the way back.</summary>
[Trait("Provision", "P36")]
public sealed class RepeatMergeTests(PortalServices portal, ITestOutputHelper output) : IClassFixture<PortalServices>
{
    private const string Phone = "13900002468";
    private const string Why = "同一小区停暖";

    private RepeatService Repeats => portal.Get<RepeatService>();

    public static TheoryData<Role> EveryRole() => new(Roles.All);

    [Fact]
    public async Task The_citizen_with_the_number_of_a_repeat_is_told_state_deadline_and_answer_of_the_lead()
    {
        var lead = await portal.MakeAsync(CaseState.Verified, CaseMaker.Facts with { Title = "主案标题" });
        var repeat = await portal.RegisterAsync(People.Clerk, phone: Phone);
        await MergeAsync(lead, repeat);

        var seen = (await portal.Reads.LookUpAsync(repeat.Value, Phone[^4..])).Value;
        (seen.Number, seen.State, seen.IsMerged, seen.Answer).ShouldBe((repeat, CaseState.Verified, true, null));
        seen.DueAt.ShouldBe((await portal.Reads.FindAsync(People.Clerk, lead)).Value.Case.DueAt);

        (await portal.TakeAsync(People.Clerk, lead, CaseStepKind.Close, "管道已修好，供热恢复")).Errors.ShouldBeEmpty();
        var answered = (await portal.Reads.LookUpAsync(repeat.Value, Phone[^4..])).Value;
        (answered.State, answered.Answer, answered.ClosedAt).ShouldBe((CaseState.Closed, "管道已修好，供热恢复", portal.Clock.Now));
        (await portal.AskAsync<string>("select answer from cases where number = $1", repeat.Value)).ShouldBe("管道已修好，供热恢复");
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by action", repeat.Value))
            .ShouldBe(["case.close", "case.merge", "case.register"]);
    }

    [Fact]
    public async Task Hundreds_of_reporters_are_told_in_the_transaction_that_closes_the_lead()
    {
        const int count = 300;
        var lead = await portal.MakeAsync(CaseState.Verified);
        var repeats = new List<CaseNumber>();
        for (var i = 0; i < count; i++)
            repeats.Add(await portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { Title = $"第 {i} 位反映停暖" }));
        var merging = Stopwatch.StartNew();
        await MergeAsync(lead, [.. repeats]);
        merging.Stop();

        var closing = Stopwatch.StartNew();
        (await portal.TakeAsync(People.Clerk, lead, CaseStepKind.Close, "全部恢复供热")).Errors.ShouldBeEmpty();
        closing.Stop();
        output.WriteLine($"merging {count}: {merging.ElapsedMilliseconds} ms, closing with them: {closing.ElapsedMilliseconds} ms");

        (await Count(lead, "answer = '全部恢复供热' and closed_at is not null")).ShouldBe(count);
        (await portal.TakeAsync(People.Clerk, lead, CaseStepKind.Reopen, "又停了")).Errors.ShouldBeEmpty();
        (await Count(lead, "answer is null and closed_at is null and state = 'Merged'")).ShouldBe(count);
        closing.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Each_reporter_rates_for_himself_and_the_matter_is_taken_up_again_once()
    {
        var lead = await portal.MakeAsync(CaseState.Verified);
        var (content, angry) = (await portal.RegisterAsync(People.Clerk, phone: Phone), await portal.RegisterAsync(People.Clerk, phone: Phone));
        await MergeAsync(lead, content, angry);
        (await portal.TakeAsync(People.Clerk, lead, CaseStepKind.Close, "已修好")).Errors.ShouldBeEmpty();

        (await RateAsync(content, SatisfactionLevel.Satisfied)).Errors.ShouldBeEmpty();
        (await portal.StateOfAsync(lead)).ShouldBe("Closed");
        (await RateAsync(angry, SatisfactionLevel.Unsatisfied)).Errors.ShouldBeEmpty();
        (await portal.StateOfAsync(lead)).ShouldBe("Accepted");
        (await portal.Reads.LookUpAsync(content.Value, Phone[^4..])).Value.State.ShouldBe(CaseState.Accepted);
        (await RateAsync(angry, SatisfactionLevel.Unsatisfied)).Error.ShouldBeOfType<SatisfactionErrors.NotAnswered>();
        (await portal.AskAsync<int>("select reopen_count from cases where number = $1", lead.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task Taking_a_case_out_after_days_gives_back_what_was_left_of_its_clock()
    {
        var lead = await portal.MakeAsync(CaseState.Handling);
        var repeat = await portal.MakeAsync(CaseState.Dispatched);
        var before = (await portal.Reads.FindAsync(People.Clerk, repeat)).Value.Case;
        await MergeAsync(lead, repeat);
        (await portal.Reads.ListAsync(People.Clerk, new CaseListCriteria { Text = repeat.Value, Phase = CasePhase.Open }, new PageRequest())).Value.Rows.ShouldBeEmpty();
        portal.Clock.Advance(TimeSpan.FromDays(7));

        (await Repeats.UnmergeAsync(People.Clerk, new UnmergeCase(repeat, "不是同一栋楼"))).Errors.ShouldBeEmpty();

        var after = (await portal.Reads.FindAsync(People.Clerk, repeat)).Value.Case;
        // Four working days were closed while it was merged: 13 March, a Friday, becomes 19 March.
        (after.State, after.LeadBodyCode, after.DueAt).ShouldBe((before.State, before.LeadBodyCode, before.DueAt.AddDays(6)));
        (await portal.AskAsync<int>("select repeat_count from cases where number = $1", lead.Value)).ShouldBe(0);
        (await Repeats.UnmergeAsync(People.Clerk, new UnmergeCase(repeat, "再来"))).Error.ShouldBeOfType<RepeatErrors.NotMerged>();
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 and action like '%merge'", repeat.Value))
            .ShouldBe(["case.merge", "case.unmerge"], ignoreOrder: true);
    }

    [Fact]
    public async Task Merging_into_a_repeat_goes_to_its_lead()
    {
        var lead = await portal.MakeAsync(CaseState.Handling);
        var (first, second, third) = (await portal.RegisterAsync(People.Clerk), await portal.RegisterAsync(People.Clerk), await portal.RegisterAsync(People.Clerk));
        await MergeAsync(second, third);
        await MergeAsync(lead, first);

        (await MergeAsync(first, second)).ShouldBe(new MergedCases(lead, 4));

        (await Count(lead, "true")).ShouldBe(3);
        (await portal.AskAsync<int>("select sum(repeat_count)::int from cases where number in ($1, $2)", second.Value, first.Value)).ShouldBe(0);
    }

    [Fact]
    public async Task A_merged_matter_counts_once_and_its_appeals_all()
    {
        var facts = CaseMaker.Facts with { Place = AreaCode.Parse("150102003001") };
        var lead = await portal.RegisterAsync(People.Centre, facts);
        var repeats = new[] { await portal.RegisterAsync(People.Centre, facts), await portal.RegisterAsync(People.Centre, facts) };
        (await Repeats.MergeAsync(People.Centre, new MergeCases(lead, repeats, Why))).Errors.ShouldBeEmpty();
        async Task<string> Tally()
        {
            await portal.AskAsync<long>("select fold_case_tallies()");
            return await portal.AskAsync<string>(
                "select registered || '/' || closed || '/' || refused || '/' || appeals from case_tallies where area_code = '150102003' and dimension = 'Channel'");
        }

        (await Tally()).ShouldBe("1/0/0/3");
        (await portal.TakeAsync(People.Centre, lead, CaseStepKind.Refuse, "已由供热公司公告")).Errors.ShouldBeEmpty();
        (await Tally()).ShouldBe("1/0/1/3");
        (await Repeats.UnmergeAsync(People.Centre, new UnmergeCase(repeats[0], "另一栋楼"))).Errors.ShouldBeEmpty();
        (await Tally()).ShouldBe("2/0/1/3");
        async Task<int> Rows(bool mattersOnly) => (await portal.Reads.ListAsync(
            People.Centre, new CaseListCriteria { Area = facts.Place, MattersOnly = mattersOnly }, new PageRequest())).Value.Rows.Count;
        (await Rows(true), await Rows(false)).ShouldBe((2, 3));
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Merging_belongs_to_who_runs_the_cases_of_the_area(Role role)
    {
        var may = role is Role.CentreStaff or Role.TownshipClerk;
        var (lead, repeat) = (await portal.MakeAsync(CaseState.Handling), await portal.MakeAsync(CaseState.Accepted));
        var home = People.Person(role, People.Township + "-office", People.Township);
        var away = People.Person(role, People.OtherCountyTownship + "-office", People.OtherCountyTownship);

        var refused = (await Repeats.MergeAsync(away, new MergeCases(lead, [repeat], Why))).Error;
        refused.ShouldBe(may ? new CaseErrors.NotFound() : new PlatformErrors.NotPermitted());
        var merged = await Repeats.MergeAsync(home, new MergeCases(lead, [repeat], Why));
        merged.IsOk.ShouldBe(may);
        if (may)
            (await Repeats.UnmergeAsync(away, new UnmergeCase(repeat, Why))).Error.ShouldBe(new CaseErrors.NotFound());
        else
            (await Repeats.UnmergeAsync(home, new UnmergeCase(repeat, Why))).Error.ShouldBe(new PlatformErrors.NotPermitted());
    }

    [Fact]
    public async Task Cases_of_two_areas_are_merged_by_the_centre_above_both()
    {
        var lead = await portal.MakeAsync(CaseState.Handling);
        var repeat = await portal.MakeAsync(CaseState.Accepted, CaseMaker.Facts with { Place = AreaCode.Parse(People.OtherTownship[..9] + "001") });

        (await Repeats.MergeAsync(People.Clerk, new MergeCases(lead, [repeat], Why))).Error.ShouldBe(new CaseErrors.NotFound());
        (await Repeats.MergeAsync(People.Centre, new MergeCases(lead, [repeat], Why))).Errors.ShouldBeEmpty();
        // A clerk who sees only one of the two does not take them apart.
        (await Repeats.UnmergeAsync(People.Clerk, new UnmergeCase(repeat, Why))).Error.ShouldBe(new CaseErrors.NotFound());
    }

    [Fact]
    public async Task Closing_and_merging_at_once_never_leave_a_repeat_without_its_answer()
    {
        for (var round = 0; round < 5; round++)
        {
            var lead = await portal.MakeAsync(CaseState.Verified);
            var (one, other) = (await portal.RegisterAsync(People.Clerk), await portal.RegisterAsync(People.Clerk));
            await MergeAsync(lead, one);

            var merge = Repeats.MergeAsync(People.SecondClerk, new MergeCases(lead, [other], Why));
            var close = portal.TakeAsync(People.Clerk, lead, CaseStepKind.Close, "已修好");
            await Task.WhenAll(merge, close);

            var state = await portal.StateOfAsync(lead);
            (await Count(lead, $"(closed_at is not null) <> {(state == "Closed" ? "true" : "false")}")).ShouldBe(0);
            (await portal.AskAsync<int>("select repeat_count from cases where number = $1", lead.Value)).ShouldBe((int)await Count(lead, "true"));
        }
    }

    private async Task<MergedCases> MergeAsync(CaseNumber lead, params CaseNumber[] repeats)
    {
        var merged = await Repeats.MergeAsync(People.Clerk, new MergeCases(lead, repeats, Why));
        merged.Errors.ShouldBeEmpty();
        return merged.Value;
    }

    private Task<Result<CaseNumber>> RateAsync(CaseNumber number, SatisfactionLevel level) =>
        portal.Get<SatisfactionService>().RateAsync(new RateAnswer(number.Value, Phone[^4..], level, ""));

    private Task<long> Count(CaseNumber lead, string condition) => portal.AskAsync<long>(
        $"select count(*) from cases where merged_into_id = (select id from cases where number = $1) and {condition}", lead.Value);
}
