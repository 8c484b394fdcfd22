using Governance.Domain.Cities;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.UnitTests.Web;

public sealed class SharedPartsTests
{
    [Fact]
    public async Task A_field_ties_label_hint_and_error_to_its_control()
    {
        Dictionary<string, object>? given = null;
        RenderFragment<Dictionary<string, object>> control = attributes => builder =>
        {
            given = attributes;
            builder.AddContent(0, "输入");
        };

        var html = await Drawing.OfAsync<FormField>(
            ("Id", "phone"), ("Label", "电话"), ("Hint", "11 位"), ("Error", "少了 4 位"), ("Required", true), ("ChildContent", control));

        html.ShouldContain("<label class=\"form-label\" for=\"phone\">");
        html.ShouldContain("id=\"phone-error\"");
        given!["aria-describedby"].ShouldBe("phone-hint phone-error");
        given["aria-invalid"].ShouldBe("true");
        given["aria-required"].ShouldBe("true");
    }

    [Fact]
    public async Task A_table_tells_loading_from_empty()
    {
        (await TableAsync(null)).ShouldContain("正在载入…");
        (await TableAsync([])).ShouldContain("没有案件");
        (await TableAsync([])).ShouldNotContain("<table");
        (await TableAsync(["甲"])).ShouldContain("<td>甲");
    }

    [Fact]
    public async Task The_ends_of_a_list_are_no_links()
    {
        var html = await TableAsync(["甲"], new TablePager(null, "/cases?after=x", "共 60 件"));

        html.ShouldContain("href=\"/cases?after=x\"");
        html.ShouldContain("aria-disabled=\"true\">上一页");
        html.ShouldContain("共 60 件");
    }

    [Fact]
    public async Task A_ground_says_its_sentence_and_links_its_articles()
    {
        var ground = new Ground("case.dispatch", [new ArticleReference(43, 2)], "", "协商不成的，由综治中心指定。");

        var html = await Drawing.OfAsync<Why>(("Ground", ground));

        html.ShouldContain("协商不成的");
        html.ShouldContain("href=\"/ordinance#a43\"");
        html.ShouldContain("条例第四十三条第二款");
    }

    [Fact]
    public void Refusals_find_their_field()
    {
        var errors = new FormErrors();
        errors.Set([new PlatformErrors.Required("Title", "标题") { Field = "Title" }, new PlatformErrors.StorageUnavailable()]);

        errors["Title"].ShouldBe("请填写标题。");
        errors["Place"].ShouldBeNull();
        errors.General.ShouldHaveSingleItem();
    }

    private static Task<string> TableAsync(IReadOnlyList<string>? rows, TablePager? pager = null) => Drawing.OfAsync<DataTable<string>>(
        ("Rows", rows), ("Key", (Func<string, object>)(r => r)), ("Caption", "列表"), ("Header", Drawing.Text("")), ("Pager", pager),
        ("Row", (RenderFragment<string>)(row => builder => builder.AddMarkupContent(0, $"<td>{row}</td>"))), ("Empty", Drawing.Text("没有案件")));
}
