using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Governance.Application.Cases;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Attachments;

/// <summary>材料 as a browser without scripts sees it: the form, the refusals, the bytes and their headers.</summary>
[Trait("Provision", "P36")]
public sealed class AttachmentPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_clerk_sends_files_without_a_script_and_takes_one_off()
    {
        using var clerk = await portal.OpenAsync(Role.CentreStaff);
        var address = await CaseAsync();

        var page = await SendAsync(clerk, address, ("现场 1.jpg", SampleFiles.PhonePhoto()), ("坏.svg", "<svg><script/></svg>"u8.ToArray()), ("函.pdf", SampleFiles.Pdf()));

        page.QuerySelector(".alert-success")!.TextContent.ShouldBe("已上传 2 个文件。");
        page.QuerySelector("[data-upload-refusal]")!.TextContent.ShouldBe("坏.svg：" + new AttachmentErrors.UnknownKind().Message);
        page.QuerySelectorAll(".file-card").Length.ShouldBe(2);
        page.QuerySelectorAll(".file-card img").Length.ShouldBe(1);

        var form = (IHtmlFormElement)page.QuerySelector(".file-remove form")!;
        var removed = await PortalBrowser.ReadAsync(await clerk.SubmitAsync(form, address, ("Reason", "")));
        removed.QuerySelector(".alert-danger")!.TextContent.ShouldBe("请填写移除原因。");
        removed = await PortalBrowser.ReadAsync(await clerk.SubmitAsync((IHtmlFormElement)removed.QuerySelector(".file-remove form")!, address, ("Reason", "传错了")));
        removed.QuerySelector(".file-removed")!.TextContent.ShouldContain("移除：传错了");
    }

    [Fact]
    public async Task A_file_is_given_out_with_rights_on_every_call_and_is_never_taken_for_a_page()
    {
        using var clerk = await portal.OpenAsync(Role.CentreStaff);
        using var stranger = await portal.OpenAsync(Role.CentreStaff, "150103000000");
        using var auditor = await portal.OpenAsync(Role.Auditor, "150100000000");
        using var nobody = portal.Open();
        var page = await SendAsync(clerk, await CaseAsync(), ("<script>现场.jpg", SampleFiles.PlainPhoto), ("函.pdf", SampleFiles.Pdf()));
        var photo = page.QuerySelector(".file-card img")!.GetAttribute("src")!;
        var pdf = page.QuerySelectorAll(".file-card a[download]").Select(a => a.GetAttribute("href")!).Single(a => !a.StartsWith(photo, StringComparison.Ordinal));

        var answer = await clerk.GetAsync(photo);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(SampleFiles.PlainPhoto);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("_script_现场.jpg");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoCache, answer.Headers.CacheControl.Public).ShouldBe((true, true, false));
        (await clerk.GetAsync(photo + "?save=1")).Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var document = await clerk.GetAsync(pdf.Split('?')[0]);
        (document.Content.Headers.ContentType!.MediaType, document.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("application/pdf", "attachment"));

        var again = new HttpRequestMessage(HttpMethod.Get, photo);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await clerk.Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        var foreign = new HttpRequestMessage(HttpMethod.Get, photo);
        foreign.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await stranger.Client.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "rights come before the comparison");

        (await stranger.GetAsync(photo)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.GetAsync(photo)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.GetAsync(photo)).StatusCode.ShouldBe(HttpStatusCode.Found);
        foreach (var wrong in new[] { "/files/" + Guid.NewGuid().ToString("N"), "/files/../keys/personal-data.key", "/files/incoming", "/files/" })
            (await clerk.GetAsync(wrong)).StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong);
    }

    [Fact]
    public async Task A_form_of_another_site_or_a_request_beyond_all_measure_changes_nothing()
    {
        using var clerk = await portal.OpenAsync(Role.CentreStaff);
        var address = await CaseAsync();
        var content = new MultipartFormDataContent { { new StringContent("files-add"), "_handler" }, { File("x.jpg", SampleFiles.PlainPhoto), "Files", "x.jpg" } };

        (await clerk.Client.PostAsync(address, content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var large = await SendAsync(clerk, address, ("大.jpg", [.. SampleFiles.PlainPhoto, .. new byte[Attachment.MostBytes]]));
        large.QuerySelector("[data-upload-refusal]")!.TextContent.ShouldContain(new AttachmentErrors.TooLarge().Message);
        (await clerk.OpenAsync(address)).QuerySelectorAll(".file-card").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leader_looks_and_is_offered_nothing_to_change()
    {
        using var clerk = await portal.OpenAsync(Role.CentreStaff);
        using var leader = await portal.OpenAsync(Role.Leader);
        var address = await CaseAsync();
        await SendAsync(clerk, address, ("现场.jpg", SampleFiles.PlainPhoto));

        var page = await leader.OpenAsync(address);

        page.QuerySelectorAll(".file-card").Length.ShouldBe(1);
        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelector(".case-tabs [aria-current=page]")!.TextContent.ShouldBe("材料");
    }

    private async Task<string> CaseAsync()
    {
        var made = await portal.Services.GetRequiredService<CaseService>().RegisterAsync(
            People.Centre, new RegisterCase(CaseMaker.Facts, null, null, Guid.NewGuid(), false));
        made.Errors.ShouldBeEmpty();
        return $"/cases/{made.Value.Value}/files";
    }

    private static async Task<IHtmlDocument> SendAsync(PortalBrowser browser, string address, params (string Name, byte[] Content)[] files)
    {
        var page = await browser.OpenAsync(address);
        using var content = new MultipartFormDataContent();
        foreach (var field in page.QuerySelector("form[data-upload]").ShouldNotBeNull().QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>())
            content.Add(new StringContent(field.Value), field.Name!);
        foreach (var (name, bytes) in files)
            content.Add(File(name, bytes), "Files", name);
        var answer = await browser.Client.PostAsync(address, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await PortalBrowser.ReadAsync(answer);
    }

    private static ByteArrayContent File(string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        // What a sender claims is of no account.
        part.Headers.ContentType = new MediaTypeHeaderValue(name.EndsWith("jpg", StringComparison.Ordinal) ? "text/html" : "image/jpeg");
        return part;
    }
}
