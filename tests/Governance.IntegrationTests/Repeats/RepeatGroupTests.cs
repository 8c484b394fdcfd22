using Governance.Application.Repeats;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Repeats;

/// <summary>Suggestions and groups on the real database, with the rights of who asks.</summary>
[Trait("Provision", "P36")]
public sealed class RepeatGroupTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private RepeatReadService Repeats => portal.Get<RepeatReadService>();

    public static TheoryData<Role> EveryRole() => new(Roles.All);

    [Fact]
    public async Task A_clerk_finds_the_groups_of_the_own_area_only_and_a_merged_one_is_gone()
    {
        var facts = CaseMaker.Facts with { Title = "魅力小区一楼夜宵摊油烟扰民", Description = "每天晚上油烟很重，窗户不敢开。" };
        var first = await portal.RegisterAsync(People.Clerk, facts);
        var second = await portal.RegisterAsync(People.Clerk, facts with { Title = "魅力小区夜宵摊油烟太重", Description = "一楼夜宵摊油烟扰民。" });
        await portal.RegisterAsync(People.CentreElsewhere, facts with { Place = AreaCode.Parse(People.OtherCountyVillage) });
        await portal.RegisterAsync(People.Clerk, facts with { Title = "路灯不亮", Description = "村口的路灯坏了。" });

        var view = (await Repeats.FindGroupsAsync(People.Clerk, null)).Value;
        var group = view.Groups.Single(g => g.Cases.Any(c => c.Number == first));
        group.Cases.Select(c => c.Number).ShouldBe([first, second], ignoreOrder: true);

        (await portal.Get<RepeatService>().MergeAsync(People.Clerk, new MergeCases(first, [second], "同一摊位"))).Errors.ShouldBeEmpty();
        (await Repeats.FindGroupsAsync(People.Clerk, null)).Value.Groups.ShouldNotContain(g => g.Cases.Any(c => c.Number == first));
        var (id, _) = await portal.IdentifyAsync(second);
        var standing = (await Repeats.StandingAsync(People.Clerk, id)).ShouldNotBeNull();
        standing.Rows.Select(r => (r.Number, r.IsLead)).ShouldBe([(first, true), (second, false)]);
        (await Repeats.StandingAsync(People.ClerkElsewhere, id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_suggestion_says_why_and_finds_words_that_stand_in_the_description()
    {
        var number = await portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { Title = "反映幸福里停水", Description = "幸福里三号院自来水停了五天，没有通知。" });
        portal.Clock.Advance(TimeSpan.FromDays(3));

        var found = await Repeats.SuggestAsync(People.Clerk, new RepeatQuestion(
            "幸福里三号院停水五天", "", AreaCode.Parse(People.Village), portal.Clock.Now));

        var best = found[0];
        best.Case.Number.ShouldBe(number);
        best.Score.Explanation.ShouldStartWith("文字相近 ");
        best.Score.Explanation.ShouldEndWith("，同一村（社区），相隔 3 天");
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Groups_are_for_who_may_merge(Role role) =>
        (await Repeats.FindGroupsAsync(People.Person(role, People.Township + "-office", People.Township), null)).IsOk
            .ShouldBe(role is Role.CentreStaff or Role.TownshipClerk);

    [Fact]
    public async Task Another_area_is_refused() =>
        (await Repeats.FindGroupsAsync(People.Clerk, AreaCode.Parse(People.OtherCounty))).Error.ShouldBeOfType<PlatformErrors.OutsideScope>();
}
