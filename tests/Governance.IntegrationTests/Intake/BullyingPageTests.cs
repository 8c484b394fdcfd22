using System.Net;
using AngleSharp.Html.Dom;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Governance.Web.Features.Intake;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Intake;

/// <summary>学生欺凌举报 as a child's phone without scripts sends it: anonymous, found again by a code, read by nobody outside the circle (P53).</summary>
[Trait("Provision", "P53")]
public sealed class BullyingPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Township = "150102001000";
    private static int _address;

    [Fact]
    public async Task Without_name_and_phone_it_is_taken_with_a_photo_and_found_again_by_the_code()
    {
        using var child = Open();
        var thanks = await SendAsync(child, photos: [("截图.png", SampleFiles.Png())]);

        var number = thanks.QuerySelectorAll(".made-number")[0].TextContent.Trim();
        var code = thanks.QuerySelector("[data-code]")!.TextContent.Trim();
        code.Length.ShouldBe(9);
        thanks.Body!.TextContent.ShouldContain("照片 1 张，已收到");
        thanks.Body.TextContent.ShouldContain("查询码只显示这一次");

        (await LookUpAsync(child, number, code)).QuerySelector(".lookup-result")!.TextContent.ShouldContain("已收到");
        (await LookUpAsync(child, number, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).QuerySelector(".lookup-result").ShouldNotBeNull();
        (await LookUpAsync(child, number, "ABCDEFGH")).QuerySelector(".alert-danger")!.TextContent.ShouldContain("没有查到");
    }

    [Fact]
    public async Task The_same_form_sent_again_shows_the_same_number_and_code()
    {
        using var child = Open();
        var token = Token();
        await child.OpenAsync(ProtectedIntake.Path);

        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(child, token: token)));

        pages.Select(p => string.Join(' ', p.QuerySelectorAll(".made-number").Select(e => e.TextContent.Trim()))).Distinct().ShouldHaveSingleItem().Length.ShouldBeGreaterThan(20);
        (await SendAsync(child, token: token, words: "别的事")).QuerySelector(".alert-danger")!.TextContent.ShouldContain("已经提交过一次");
    }

    [Fact]
    public async Task Who_leaves_a_phone_gets_no_code_and_looks_up_by_its_end()
    {
        using var parent = Open();
        var thanks = await SendAsync(parent, phone: "13900007531", wish: "Phone", role: "Parent");

        thanks.QuerySelector("[data-code]").ShouldBeNull();
        var number = thanks.QuerySelector(".made-number")!.TextContent.Trim();
        (await LookUpAsync(parent, number, "7531")).QuerySelector(".lookup-result").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_said_kindly_at_its_field_and_nothing_typed_is_lost()
    {
        using var child = Open();

        var page = await SendAsync(child, school: "", words: "", role: "", phone: "12", hurt: "我", wish: "None");
        page.QuerySelectorAll(".field-error").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0).ShouldBe(
            ["请写学校的名字，不确定就写大概在哪里。", "请写一写发生了什么，几句话也可以。", "请选一个。", "电话不对：手机号 11 位，固定电话请带区号。也可以不留。"]);
        ((IHtmlInputElement)page.QuerySelector("#bullying-hurt")!).Value.ShouldBe("我");
        ((IHtmlInputElement)page.QuerySelector("input[value=None]")!).IsChecked.ShouldBeTrue();

        (await SendAsync(child, wish: "Phone")).QuerySelector("#bullying-phone-error")!.TextContent.ShouldContain("请留电话");
        (await SendAsync(child, photos: [("函.pdf", SampleFiles.Pdf())])).QuerySelector("#bullying-photos-error")!.TextContent.ShouldContain("函.pdf");
    }

    [Fact]
    public async Task It_stands_in_no_reviewers_list_and_its_page_is_missing_to_them()
    {
        using var child = Open();
        var number = (await SendAsync(child, school: "金丝雀中学")).QuerySelector(".made-number")!.TextContent.Trim();
        using var clerk = await portal.OpenAsync(Role.TownshipClerk, Township);

        foreach (var address in new[] { "/submissions", "/submissions?view=all", $"/submissions?q={number}", "/restricted", "/", "/cases", "/notifications" })
            (await clerk.Client.GetStringAsync(address)).ShouldNotContain("金丝雀", Shouldly.Case.Sensitive, address);
        foreach (var address in new[] { $"/submissions/{number}", $"/restricted/submissions/{number}" })
            (await clerk.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
    }

    [Fact]
    public async Task A_flood_is_stopped_together_with_the_other_form_and_machines_are_told_to_try_again()
    {
        using var flood = Open();
        for (var i = 0; i < ReportLimiter.PerAddress; i++)
            (await SendAsync(flood, words: $"第 {i} 次")).QuerySelector(".made-number").ShouldNotBeNull();
        var stopped = await SendAsync(flood, words: "再一次", expected: HttpStatusCode.TooManyRequests);
        stopped.QuerySelector(".alert-danger")!.TextContent.ShouldContain("提交过于频繁");
        stopped.QuerySelector("#bullying-words")!.TextContent.ShouldBe("再一次");

        using var machine = Open();
        (await SendAsync(machine, token: portal.Services.GetRequiredService<ReportToken>().Make())).QuerySelector(".alert-danger")!.TextContent.ShouldContain("太快");
        (await SendAsync(machine, website: "http://spam.example")).QuerySelector(".alert-danger")!.TextContent.ShouldContain("没有提交成功");
    }

    [Fact]
    public async Task It_is_linked_where_people_look_says_who_reads_it_and_keeps_no_draft()
    {
        using var child = Open();
        foreach (var address in new[] { "/report", "/query", "/account/login" })
            (await child.OpenAsync(address)).QuerySelector($"a[href='{ProtectedIntake.Path}']").ShouldNotBeNull(address);

        var page = await child.OpenAsync(ProtectedIntake.Path);
        page.QuerySelector("section[aria-labelledby=who-reads]")!.TextContent.ShouldContain("综治中心、教育局");
        page.QuerySelectorAll("[data-draft]").ShouldBeEmpty();
        page.QuerySelectorAll("script").Select(s => s.GetAttribute("src")!).ShouldAllBe(src => src.Contains("report", StringComparison.Ordinal));
        foreach (var help in new[] { "tel:110", "tel:12355" })
            page.QuerySelector($"a[href='{help}']").ShouldNotBeNull(help);
    }

    private PortalBrowser Open()
    {
        var browser = portal.Open();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.8.0.{Interlocked.Increment(ref _address)}");
        return browser;
    }

    // As a page would have given it out ten seconds ago.
    private string Token() => portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Governance.Report")
        .Protect($"{Guid.NewGuid():N} {DateTimeOffset.UtcNow.AddSeconds(-10).ToUnixTimeMilliseconds()}");

    private async Task<IHtmlDocument> SendAsync(
        PortalBrowser browser, string school = "某中学", string words = "放学后被人堵在路上。", string role = "Student", string phone = "", string hurt = "",
        string wish = "Online", string? token = null, string website = "", (string Name, byte[] Content)[]? photos = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await browser.OpenAsync(ProtectedIntake.Path);
        using var content = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll("form input[type=hidden]").Cast<IHtmlInputElement>().Where(f => f.Name != "Form.Token"))
            content.Add(new StringContent(field.Value), field.Name!);
        foreach (var (name, value) in new[]
        {
            ("Form.Token", token ?? Token()), ("Form.School", school), ("Form.Area", Township), ("Form.When", "昨天放学后"), ("Form.Words", words), ("Form.Hurt", hurt),
            ("Form.Doers", ""), ("Form.Role", role), ("Form.Wish", wish), ("Form.Phone", phone), ("Form.Name", ""), ("Form.Website", website),
        })
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in photos ?? [])
            content.Add(new ByteArrayContent(bytes), "Photos", name);
        var answer = await browser.Client.PostAsync(ProtectedIntake.Path, content);
        answer.StatusCode.ShouldBe(expected);
        return await PortalBrowser.ReadAsync(answer);
    }

    private static async Task<IHtmlDocument> LookUpAsync(PortalBrowser browser, string number, string secret) =>
        await PortalBrowser.ReadAsync(await browser.SubmitAsync("/query", ("Form.Number", number), ("Form.PhoneTail", secret)));
}
