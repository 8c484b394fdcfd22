using Governance.Domain.Ordinances;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Ordinances;

[Trait("Provision", "P54")]
public class OrdinanceTextTests
{
    [Theory]
    [InlineData("hohhot", 9, 63, "总则、政治安全维护、社会治安防控、公共安全保障、矛盾纠纷化解、基层社会治理、监督管理、法律责任、附则")]
    [InlineData("anyang", 6, 34, "总则、基础建设、风险防控、重点防治、监督管理、附则")]
    public void A_text_has_all_its_chapters_and_articles(string id, int chapters, int articles, string titles)
    {
        var text = Packs.Of(id).Ordinance;
        text.Chapters.Count.ShouldBe(chapters);
        string.Join('、', text.Chapters.Select(c => c.Title)).ShouldBe(titles);
        text.Articles.Select(a => a.Number).ShouldBe(Enumerable.Range(1, articles));
        text.Chapters.Sum(c => text.ArticlesOf(c).Count()).ShouldBe(articles);
    }

    [Theory]
    [InlineData("hohhot", 1, 12, 1)]
    [InlineData("hohhot", 2, 13, 1)]
    [InlineData("hohhot", 5, 43, 1)]
    [InlineData("hohhot", 9, 63, 1)]
    [InlineData("anyang", 1, 1, 1)]
    [InlineData("anyang", 1, 2, 3)]
    [InlineData("anyang", 2, 8, 2)]
    [InlineData("anyang", 2, 16, 1)]
    [InlineData("anyang", 3, 18, 3)]
    [InlineData("anyang", 5, 33, 3)]
    [InlineData("anyang", 6, 34, 1)]
    public void An_article_stands_in_its_chapter_with_its_paragraphs(string id, int chapter, int number, int paragraphs)
    {
        var article = Packs.Of(id).Ordinance.FindArticle(number).ShouldNotBeNull();
        article.Chapter.ShouldBe(chapter);
        article.Paragraphs.Count.ShouldBe(paragraphs);
    }

    [Theory]
    [InlineData("hohhot", 63)]
    [InlineData("anyang", 65)]
    public void No_word_of_an_article_is_lost_or_added(string id, int paragraphs)
    {
        var text = Packs.Of(id).Ordinance;
        text.Articles.Sum(a => a.Paragraphs.Count).ShouldBe(paragraphs);
        var parsed = string.Concat(text.Articles.Select(a => a.Label + string.Concat(a.Paragraphs.Select(p => p.Text))));
        var lines = File.ReadAllLines(Path.Combine(Packs.Root, id, "ordinance.txt"))
            .SkipWhile(line => !line.StartsWith("第一条", StringComparison.Ordinal))
            .Where(line => !line.StartsWith('第') || !line[..4].Contains('章', StringComparison.Ordinal));
        WithoutBlanks(parsed).ShouldBe(WithoutBlanks(string.Concat(lines)));
    }

    [Fact]
    public void Paragraphs_keep_the_words_of_the_text()
    {
        var article = Packs.Anyang.Ordinance.FindArticle(8).ShouldNotBeNull();
        article.Paragraphs[1].Text.ShouldStartWith("政务服务和大数据管理");
        article.Paragraphs[1].Text.ShouldEndWith("个人隐私。");
        Packs.Hohhot.Ordinance.FindArticle(43)!.Paragraphs[0].Text.ShouldStartWith("市人民政府设立 12345 为民服务热线");
    }

    [Fact]
    public void The_preamble_keeps_title_and_adoption_but_not_the_table_of_contents()
    {
        Packs.Anyang.Ordinance.Preamble.ShouldStartWith("安阳市社会治理促进条例");
        Packs.Anyang.Ordinance.Preamble.ShouldEndWith("批准）");
        Packs.Hohhot.Ordinance.Preamble.ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_at_the_start_of_a_line_opens_no_article()
    {
        var text = OrdinanceParser.Parse("第一章 总 则\n第一条 甲。\n第一条规定的事项，从其规定：\n（一）子；\n（二）丑。\n第二条 乙。");
        text.Articles.Count.ShouldBe(2);
        text.Articles[0].Paragraphs.Select(p => p.Text).ShouldBe(["甲。", "第一条规定的事项，从其规定：\n（一）子；\n（二）丑。"]);
    }

    [Fact]
    public void A_heading_joined_with_its_first_article_is_parted()
    {
        var text = OrdinanceParser.Parse("第一章　总　则　第一条　甲。\n第二章规定的措施，依法办理。\n第二章 附 则\n第二条　乙。");
        text.Chapters.Select(c => c.Title).ShouldBe(["总则", "附则"]);
        text.Articles.Select(a => a.Chapter).ShouldBe([1, 2]);
        text.Articles[0].Paragraphs.Count.ShouldBe(2);
    }

    [Fact]
    public void A_missing_article_leaves_a_gap_for_the_reader_to_report() =>
        OrdinanceParser.Parse("第一条 甲。\n第三条 丙。").Articles.Select(a => (a.Number, a.Line)).ShouldBe([(1, 1), (3, 2)]);

    [Theory]
    [InlineData("热线", 43)]
    [InlineData("43", 43)]
    [InlineData("第43条", 43)]
    [InlineData("第四十三条", 43)]
    [InlineData("协商不成 牵头", 43)]
    [InlineData("民情日记", 51)]
    public void A_search_finds_words_and_numbers(string term, int article) =>
        Packs.Hohhot.Ordinance.Search(term).ShouldContain(m => m.Article.Number == article && m.Paragraphs.Count > 0);

    [Fact]
    public void A_search_shows_the_paragraphs_that_hold_the_words()
    {
        var match = Packs.Anyang.Ordinance.Search("个人隐私").ShouldHaveSingleItem();
        match.Article.Number.ShouldBe(8);
        match.Paragraphs.ShouldHaveSingleItem().Number.ShouldBe(2);
        Packs.Anyang.Ordinance.Search("  ").ShouldBeEmpty();
        Packs.Anyang.Ordinance.Search("没有的词").ShouldBeEmpty();
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
