using Governance.Domain.Cities;

namespace Governance.UnitTests.Cities;

public class CategoryProposerTests
{
    [Theory]
    [InlineData("家里暖气不热", "供热公司说等通知，老人孩子受冻。", "停暖供热")]
    [InlineData("楼下工地夜间施工", "每晚两点还在打桩，噪音太大，睡不着。", "噪声扰民")]
    [InlineData("物业不修电梯", "物业公司只收物业费，电梯坏了一个月。", "物业服务")]
    [InlineData("老板拖欠工资三个月", "二十多名农民工没有拿到血汗钱。", "拖欠工资")]
    [InlineData("和邻居闹矛盾", "隔壁邻居把杂物堆在公共通道，说不听。", "邻里纠纷")]
    [InlineData("手术后出现并发症", "怀疑误诊，要求按医疗事故处理。", "医疗纠纷")]
    [InlineData("离婚后不给抚养费", "前夫一年没有给孩子抚养费。", "婚姻家庭纠纷")]
    [InlineData("两村山林界线不清", "林权证上的边界与实际不一致，权属争议多年。", "土地山林权属")]
    [InlineData("征地补偿款没有发", "房屋拆迁后过渡费也停了。", "征地拆迁补偿")]
    [InlineData("健身卡退款难", "商家关门，预付卡里的钱要不回来，消费者没处说理。", "消费纠纷")]
    [InlineData("路口天天堵车", "红绿灯时间太短，拥堵严重。", "交通秩序与设施")]
    [InlineData("楼顶私搭乱建", "有人在楼顶加盖房屋，是违建。", "违法建设")]
    [InlineData("垃圾堆了一个星期", "垃圾桶满了没人清运，卫生死角发臭。", "垃圾与保洁")]
    [InlineData("小区停水两天", "自来水没有通知就停了。", "停水与供水")]
    [InlineData("孩子小升初划片", "入学学区怎么划分？", "入学与招生")]
    public void A_sentence_leads_to_its_category(string title, string body, string category)
    {
        foreach (var pack in new[] { Packs.Hohhot, Packs.Anyang })
        {
            var best = pack.Proposer.Propose(title, body).ShouldNotBeEmptyList()[0];
            pack.CategoryByCode(best.Category).ShouldNotBeNull().Name.ShouldBe(category);
            best.Keywords.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_word_in_the_title_counts_twice_and_a_repeated_word_once()
    {
        var proposer = new CategoryProposer([new("0101", "路灯", 3)]);
        proposer.Propose("路灯", "").ShouldHaveSingleItem().Score.ShouldBe(6);
        proposer.Propose("", "路灯路灯路灯").ShouldHaveSingleItem().Score.ShouldBe(3);
        proposer.Propose("路灯", "路灯").ShouldHaveSingleItem().Score.ShouldBe(9);
    }

    [Fact]
    public void A_word_inside_a_longer_word_does_not_count()
    {
        var proposer = new CategoryProposer([new("0101", "路灯", 3), new("0102", "路灯不亮", 5), new("0103", "不亮", 1), new("0104", "亮了", 1)]);
        proposer.Propose("路灯不亮了", "").Select(p => (p.Category, p.Score)).ShouldBe([("0102", 10), ("0104", 2)]);
    }

    [Fact]
    public void Proposals_are_ranked_and_name_the_words_that_led_to_them()
    {
        var proposer = new CategoryProposer([new("0101", "路灯", 3), new("0101", "井盖", 5), new("0102", "停水", 5), new("0103", "停电", 5)]);
        var proposals = proposer.Propose("", "路灯坏了，井盖没了，停水又停电", limit: 2);
        proposals.Select(p => p.Category).ShouldBe(["0101", "0102"]);
        proposals[0].Keywords.ShouldBe(["井盖", "路灯"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("没有线索", "什么也看不出来")]
    public void Without_a_keyword_nothing_is_proposed(string? title, string? body) =>
        new CategoryProposer([new("0101", "路灯", 3)]).Propose(title, body).ShouldBeEmpty();

    [Fact]
    public void A_million_characters_are_read_in_one_pass()
    {
        var started = TimeProvider.System.GetTimestamp();
        Packs.Hohhot.Proposer.Propose("", string.Concat(Enumerable.Repeat("物业公司拖欠工资噪音扰民", 83_334)));
        // Generous for a busy machine: measured at 0.7 s with other builds running.
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}

internal static class ProposalAssertions
{
    public static IReadOnlyList<T> ShouldNotBeEmptyList<T>(this IReadOnlyList<T> list)
    {
        list.ShouldNotBeEmpty();
        return list;
    }
}
