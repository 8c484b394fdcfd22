using System.Net;
using AngleSharp.Html.Dom;
using Governance.Application.Attachments;
using Governance.Application.Submissions;
using Governance.Domain.Attachments;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Governance.Web.Features.Intake;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Intake;

/// <summary>我要反映 and its look-up as a phone without scripts sends them, and as somebody who means harm does.</summary>
[Trait("Provision", "P36")]
public sealed class ReportPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Phone = "13900007531";
    private static int _address;

    [Fact]
    public async Task A_citizen_reports_with_a_photo_gets_a_number_and_finds_it_again()
    {
        using var citizen = Open();
        var thanks = await SendAsync(citizen, photos: [("手机.jpg", SampleFiles.PhonePhoto())]);

        var number = thanks.QuerySelector(".made-number")!.TextContent.Trim();
        SubmissionNumber.TryParse(number, out _).ShouldBeTrue(number);
        thanks.Body!.TextContent.ShouldContain("照片 1 张，已收到");
        thanks.QuerySelector("svg.qr-code path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(1000);
        thanks.QuerySelector("[data-draft-done]").ShouldNotBeNull();

        var seen = await LookUpAsync(citizen, number, "7531");
        seen.QuerySelector(".lookup-result")!.TextContent.ShouldContain(number);
        var form = await citizen.OpenAsync($"/query?number={number}");
        ((IHtmlInputElement)form.QuerySelector("#lookup-number")!).Value.ShouldBe(number);
    }

    [Fact]
    public async Task The_same_form_sent_again_is_the_same_submission_with_the_same_photo()
    {
        using var citizen = Open();
        var token = Token();
        // One browser has one cookie for all its forms.
        await citizen.OpenAsync("/report");
        string[] numbers = [.. (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(citizen, token: token, photos: [("a.jpg", SampleFiles.PlainPhoto)]))))
            .Select(page => page.QuerySelector(".made-number")!.TextContent)];

        numbers.Distinct().ShouldHaveSingleItem();
        var other = await SendAsync(citizen, words: "另一件事", token: token);
        other.QuerySelector(".alert-danger")!.TextContent.ShouldContain("这一页已经提交过一次");
        await using var count = portal.Postgres.DataSource.CreateCommand("select count(*) from attachments a join submissions s on s.id = a.owner_id where s.number = $1");
        count.Parameters.Add(new Npgsql.NpgsqlParameter { Value = numbers[0] });
        (await count.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        using var citizen = Open();

        var page = await SendAsync(citizen, words: "", township: "", phone: "12", place: "三号楼", photos: [("a.svg", "<svg/>"u8.ToArray())]);

        page.QuerySelectorAll(".field-error").Select(e => e.TextContent).ShouldBe(
            ["请写清是什么事。", "请选择街道（乡镇）。", "a.svg：" + new AttachmentErrors.UnknownKind().Message, "请填写能联系到您的电话：手机号 11 位，固定电话请带区号。"]);
        ((IHtmlInputElement)page.QuerySelector("#report-place")!).Value.ShouldBe("三号楼");
        ((IHtmlInputElement)page.QuerySelector("#report-phone")!).Value.ShouldBe("12");
        var photos = Enumerable.Range(0, 4).Select(i => ($"{i}.png", SampleFiles.Png(4 + i))).ToArray();
        (await SendAsync(citizen, photos: photos)).QuerySelector("#report-photos-error")!.TextContent.ShouldContain("最多 3 张");
        (await SendAsync(citizen, photos: [("函.pdf", SampleFiles.Pdf())])).QuerySelector("#report-photos-error")!.TextContent.ShouldContain(new AttachmentErrors.OnlyPhotos().Message);
    }

    [Fact]
    public async Task Without_a_script_villages_come_by_a_button_and_only_those_of_the_township()
    {
        using var citizen = Open();

        var page = await SendAsync(citizen, words: "先选地点", more: [("Form.Do", "villages")]);

        page.QuerySelectorAll("#report-village option").Select(o => o.GetAttribute("value")).ShouldContain(People.Village);
        page.QuerySelector("#report-words")!.TextContent.ShouldBe("先选地点");
        page.QuerySelectorAll(".field-error, .alert").ShouldBeEmpty();
        (await (await citizen.GetAsync($"/report/places?township={People.Township}")).Content.ReadAsStringAsync()).ShouldContain(People.Village);
        foreach (var nothing in new[] { People.County, "x", "", "150102001999" })
            (await (await citizen.GetAsync($"/report/places?township={nothing}")).Content.ReadAsStringAsync()).ShouldBe("[]");
    }

    [Fact]
    public async Task Without_a_script_two_characters_find_a_place_and_a_tap_takes_it()
    {
        using var citizen = Open();

        var page = await SendAsync(citizen, words: "先找地点", township: "", more: [("Form.Do", "find"), ("Form.Find", "公主")]);
        var hit = page.QuerySelectorAll(".report-hit").Cast<IHtmlButtonElement>().Single(b => b.Value == People.Village);
        hit.TextContent.ShouldBe("新城区海拉尔东路街道公主府社区");
        page.QuerySelector("[data-find-status]")!.TextContent.ShouldContain("找到");
        page.QuerySelectorAll(".field-error, .alert").ShouldBeEmpty();

        var taken = await SendAsync(citizen, words: "先找地点", township: "", more: [("Form.Hit", hit.Value), ("Form.Find", "公主")]);
        ((IHtmlSelectElement)taken.QuerySelector("#report-township")!).Value.ShouldBe(People.Township);
        ((IHtmlSelectElement)taken.QuerySelector("#report-village")!).Value.ShouldBe(People.Village);
        taken.QuerySelector("#report-words")!.TextContent.ShouldBe("先找地点");

        // Typed and sent without choosing: nothing is guessed, the hits stand ready.
        var sent = await SendAsync(citizen, township: "", more: [("Form.Find", "公主")]);
        sent.QuerySelector("#report-township-error").ShouldNotBeNull();
        sent.QuerySelectorAll(".report-hit").ShouldNotBeEmpty();
        foreach (var (typed, status) in new[] { ("公", "请至少输入两个字。"), (" 公 ", "请至少输入两个字。"), ("火星", "没有找到，请换个写法，或在下面的列表里选。"), ("", "请至少输入两个字。") })
        {
            var nothing = await SendAsync(citizen, township: "", more: [("Form.Do", "find"), ("Form.Find", typed)]);
            nothing.QuerySelector("[data-find-status]")!.TextContent.ShouldBe(status, typed);
            nothing.QuerySelectorAll(".report-hit").ShouldBeEmpty();
        }
        (await (await citizen.GetAsync("/report/places/found?find=公主")).Content.ReadAsStringAsync()).ShouldContain(People.Village);
        foreach (var nothing in new[] { "公", "", new string('公', 41), "<b>" })
            (await (await citizen.GetAsync($"/report/places/found?find={Uri.EscapeDataString(nothing)}")).Content.ReadAsStringAsync()).ShouldBe("[]");
        (await SendAsync(citizen, township: "", more: [("Form.Hit", "x")])).QuerySelectorAll(".field-error").ShouldBeEmpty();
    }

    [Fact]
    public async Task Machines_are_told_to_try_again_and_nothing_is_kept_of_them()
    {
        using var machine = Open();
        var before = await CountAsync();

        (await SendAsync(machine, more: [("Form.Website", "http://spam.example")])).QuerySelector(".alert-danger")!.TextContent.ShouldContain("没有提交成功");
        (await SendAsync(machine, token: portal.Services.GetRequiredService<ReportToken>().Make())).QuerySelector(".alert-danger")!.TextContent.ShouldContain("太快");
        (await SendAsync(machine, token: "made-up")).QuerySelector(".alert-danger")!.TextContent.ShouldContain("页面放置过久");

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    [Trait("Provision", "T11")]
    public async Task A_flood_from_one_address_is_stopped_and_others_go_on()
    {
        using var flood = Open();
        using var citizen = Open();
        for (var i = 0; i < ReportLimiter.PerAddress; i++)
            (await SendAsync(flood, words: $"第 {i} 次")).QuerySelector(".made-number").ShouldNotBeNull();

        var stopped = await SendAsync(flood, words: "再来一次", expected: HttpStatusCode.TooManyRequests);

        stopped.QuerySelector(".alert-danger")!.TextContent.ShouldContain("提交过于频繁");
        stopped.QuerySelector("#report-words")!.TextContent.ShouldBe("再来一次");
        (await SendAsync(citizen)).QuerySelector(".made-number").ShouldNotBeNull();
    }

    [Fact]
    public async Task Photos_follow_what_becomes_of_the_submission()
    {
        using var citizen = Open();
        var number = (await SendAsync(citizen, photos: [("a.jpg", SampleFiles.PlainPhoto)])).QuerySelector(".made-number")!.TextContent;
        var files = portal.Services.GetRequiredService<AttachmentReadService>();
        var submission = (await portal.Services.GetRequiredService<SubmissionReadService>().FindAsync(People.Clerk, SubmissionNumber.Parse(number))).Value.Submission;

        var photo = (await files.ListOfSubmissionAsync(People.Clerk, submission.Id)).ShouldHaveSingleItem().Row.Id;
        (await files.OpenAsync(People.Clerk, photo, true)).Errors.ShouldBeEmpty();
        foreach (var stranger in new[] { People.ClerkElsewhere, People.Handler, People.GridMember, People.Leader, People.Auditor })
        {
            (await files.ListOfSubmissionAsync(stranger, submission.Id)).ShouldBeEmpty(stranger.Role.ToString());
            (await files.OpenAsync(stranger, photo, true)).Error.ShouldBeOfType<AttachmentErrors.NotFound>(stranger.Role.ToString());
        }

        var accepted = await portal.Services.GetRequiredService<SubmissionService>().AcceptAsync(
            People.Clerk, new AcceptSubmission(submission.Id, submission.Version, CaseMaker.Facts));
        accepted.Errors.ShouldBeEmpty();
        var head = (await portal.Services.GetRequiredService<Governance.Application.Cases.CaseReadService>().FindHeadAsync(People.Clerk, accepted.Value)).Value;
        (await files.ListAsync(People.Leader, head)).Items.ShouldHaveSingleItem().Row.Id.ShouldBe(photo);
        (await files.OpenAsync(People.Leader, photo, true)).Errors.ShouldBeEmpty("who may know of the case may see it");
        (await files.OpenAsync(People.ClerkElsewhere, photo, true)).Error.ShouldBeOfType<AttachmentErrors.NotFound>();
        (await portal.Services.GetRequiredService<AttachmentService>().AddFromSenderAsync(number, "7531", new NewFile("b.png", SampleFiles.Png())))
            .Error.ShouldBeOfType<AttachmentErrors.Decided>();
        (await portal.Services.GetRequiredService<AttachmentService>().AddFromSenderAsync(number, "0000", new NewFile("b.png", SampleFiles.Png())))
            .Error.ShouldBeOfType<SubmissionErrors.LookupFailed>();
    }

    [Fact]
    public async Task The_page_loads_its_small_scripts_and_nothing_else()
    {
        using var citizen = Open();
        var page = await citizen.OpenAsync("/report");

        page.QuerySelectorAll("script").Select(s => s.GetAttribute("src")!).ShouldAllBe(src => src.Contains("drafts", StringComparison.Ordinal) || src.Contains("report", StringComparison.Ordinal));
        (await citizen.OpenAsync("/query")).QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("a[href='/query']").ShouldNotBeNull();
    }

    private PortalBrowser Open()
    {
        var browser = portal.Open();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.9.0.{Interlocked.Increment(ref _address)}");
        return browser;
    }

    // As a page would have given it out ten seconds ago.
    private string Token() => portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Governance.Report")
        .Protect($"{Guid.NewGuid():N} {DateTimeOffset.UtcNow.AddSeconds(-10).ToUnixTimeMilliseconds()}");

    private async Task<IHtmlDocument> SendAsync(
        PortalBrowser browser, string words = "三号楼停暖三天，家里有老人。", string township = People.Township, string phone = Phone, string place = "", string? token = null,
        (string Name, byte[] Content)[]? photos = null, (string Name, string Value)[]? more = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await browser.OpenAsync("/report");
        using var content = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll("form input[type=hidden]").Cast<IHtmlInputElement>().Where(f => f.Name != "Form.Token"))
            content.Add(new StringContent(field.Value), field.Name!);
        (string Name, string Value)[] fields =
        [
            ("Form.Token", token ?? Token()), ("Form.Words", words), ("Form.Township", township), ("Form.Phone", phone), ("Form.PlaceText", place), ("Form.Name", "乌云"),
            ("Form.Confidential", "true"), .. more ?? [],
        ];
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in photos ?? [])
            content.Add(new ByteArrayContent(bytes), "Photos", name);
        var answer = await browser.Client.PostAsync("/report", content);
        answer.StatusCode.ShouldBe(expected);
        return await PortalBrowser.ReadAsync(answer);
    }

    private static async Task<IHtmlDocument> LookUpAsync(PortalBrowser browser, string number, string tail) =>
        await PortalBrowser.ReadAsync(await browser.SubmitAsync("/query", ("Form.Number", number), ("Form.PhoneTail", tail)));

    private async Task<long> CountAsync()
    {
        await using var count = portal.Postgres.DataSource.CreateCommand("select count(*) from submissions");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
