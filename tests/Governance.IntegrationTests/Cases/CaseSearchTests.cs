using System.Diagnostics;
using System.Text;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Cases;

/// <summary>Search by words of two or more characters, and what is like what somebody types.</summary>
public sealed class CaseSearchTests(CaseSearchTests.SearchedCases cases) : IClassFixture<CaseSearchTests.SearchedCases>
{
    [Theory]
    [InlineData("停暖", "暖气")]
    [InlineData("暖气", "暖气")]
    [InlineData("路灯", "路灯")]
    [InlineData("物业", "暖气,路灯")]
    [InlineData("物业 停暖", "暖气")]
    [InlineData("停暖　物业", "暖气")]
    [InlineData("物业 噪声", "")]
    [InlineData("WIFI", "符号")]
    [InlineData("wifi", "符号")]
    [InlineData("100%", "符号")]
    [InlineData("00_", "符号")]
    [InlineData("%%", "")]
    [InlineData("__", "")]
    [InlineData("'; drop", "")]
    [InlineData("it's", "符号")]
    [InlineData("\"引号\"", "符号")]
    [InlineData("a\\b", "符号")]
    [InlineData("\\\\", "")]
    [InlineData("😀笑", "符号")]
    [InlineData("暖", "")]
    [InlineData("停 暖", "")]
    [InlineData("停暖 x", "暖气")]
    [InlineData("𠮷", "")]
    [InlineData("不存在的词语", "")]
    [InlineData("暖停", "")]
    public async Task A_search_finds_what_holds_every_word(string text, string found)
    {
        var list = await SearchAsync(text);

        list.Rows.Select(r => r.Title[..2]).Order(StringComparer.Ordinal)
            .ShouldBe(found.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        list.Total.ShouldBe(list.Rows.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Without_words_everything_is_listed(string? text) => (await SearchAsync(text)).Total.ShouldBe(3);

    [Fact]
    public async Task Odd_bytes_do_not_break_the_search()
    {
        (await SearchAsync("停\0暖")).Rows.Count.ShouldBe(1);
        (await SearchAsync("停暖\uD83D")).Rows.Count.ShouldBe(1);
        (await SearchAsync("\0\0")).Rows.Count.ShouldBe(3);
        (await cases.Portal.Reads.ListAsync(People.Centre, new CaseListCriteria { Category = "0\0" }, new PageRequest())).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_novel_in_the_search_box_is_answered_at_once()
    {
        var clock = Stopwatch.StartNew();

        await SearchAsync(string.Concat(Enumerable.Range(0, 500_000).Select(i => (char)(0x4E00 + i % 20_000))));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_number_finds_its_case_however_it_is_typed()
    {
        var number = cases.Heating.Value;

        (await SearchAsync(number)).Rows.ShouldHaveSingleItem().Number.Value.ShouldBe(number);
        (await SearchAsync(number.Replace("-", "", StringComparison.Ordinal))).Rows.ShouldHaveSingleItem();
        (await SearchAsync(" " + number.Replace('-', '－') + " ")).Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Like_titles_are_offered_likest_first_and_the_same_place_counts()
    {
        var similar = await SuggestAsync("暖气不热，物业不管");

        similar[0].Case.Number.ShouldBe(cases.Heating);
        similar.Select(s => s.Score.Total).ShouldBeInOrder(SortDirection.Descending);
        similar.ShouldAllBe(s => s.Score.Likeness <= 1);

        var same = await SuggestAsync("暖气停暖三天物业不管");
        same[0].Score.Explanation.ShouldBe("文字相近 100%，同一村（社区），同一天");
        (await SuggestAsync("暖气停暖三天物业不管", except: same[0].Case.Id)).ShouldNotContain(s => s.Case.Id == same[0].Case.Id);
    }

    [Fact]
    public async Task Before_a_place_is_chosen_the_whole_scope_is_looked_through()
    {
        (await SuggestAsync("暖气停暖三天物业不管", place: "")).ShouldNotBeEmpty();
        (await SuggestAsync("暖气停暖三天物业不管", People.Auditor, "")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("暖")]
    [InlineData("！！！")]
    [InlineData("天气预报")]
    public async Task Nothing_like_it_is_no_fault(string title) =>
        (await SuggestAsync(title)).ShouldBeEmpty();

    private Task<IReadOnlyList<RepeatSuggestion>> SuggestAsync(string title, Actor? actor = null, string place = People.Village, Guid? except = null) =>
        cases.Portal.Get<RepeatReadService>().SuggestAsync(actor ?? People.Centre, new RepeatQuestion(
            title, "", place.Length == 0 ? default : AreaCode.Parse(place), cases.Portal.Clock.Now, except));

    private async Task<Page<CaseRow>> SearchAsync(string? text) =>
        (await cases.Portal.Reads.ListAsync(People.Centre, new CaseListCriteria { Text = text }, new PageRequest())).Value;

    [Theory]
    [InlineData("")]
    [InlineData("灯")]
    [InlineData("路灯不亮路灯")]
    [InlineData(" A b\u3000路\t灯\r\n亮 ")]
    [InlineData("𠮷路😀笑")]
    public async Task A_text_is_cut_into_all_its_neighbours_without_white_space(string text)
    {
        var letters = text.ToLowerInvariant().EnumerateRunes().ToList();
        var pairs = letters.Zip(letters.Skip(1)).Where(p => !Rune.IsWhiteSpace(p.First) && !Rune.IsWhiteSpace(p.Second))
            .Select(p => $"{p.First}{p.Second}").ToList();

        (await cases.Portal.AskAsync<string[]>("select text_bigrams($1)", text)).ShouldBe(pairs);
        (await cases.Portal.AskAsync<string[]>("select month_bigrams(7, $1)", text)).ShouldBe(pairs.Select(p => (char)20007 + p));
    }

    /// <summary>Three cases with telling words.</summary>
    public sealed class SearchedCases : IAsyncLifetime
    {
        /// <summary>The portal.</summary>
        public PortalServices Portal { get; } = new();

        /// <summary>The one about heating.</summary>
        public CaseNumber Heating { get; private set; } = null!;

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            await Portal.InitializeAsync();
            Heating = await Portal.RegisterAsync(
                People.Clerk, CaseMaker.Facts with { Title = "暖气停暖三天物业不管", Description = "三号楼从周一起不热。" });
            await Portal.RegisterAsync(
                People.Clerk, CaseMaker.Facts with { Title = "路灯不亮", Description = "小区门口，已报物业。", Place = AreaCode.Parse("150102001002") });
            await Portal.RegisterAsync(
                People.Clerk, CaseMaker.Facts with { Title = "符号 100%_WiFi", Description = "it's \"引号\" a\\b 100_ 😀笑 𠮷" });
        }

        /// <inheritdoc />
        public Task DisposeAsync() => Portal.DisposeAsync();
    }
}
