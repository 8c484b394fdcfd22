using Governance.EndToEndTests.Support;
using Governance.IntegrationTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>材料: a grid member's photo from the street, on the desk of the office.</summary>
public sealed class FileTests
{
    [Fact]
    public Task A_grid_member_registers_and_adds_a_photo_in_one_tap_and_the_office_sees_it() => Journey.WalkAsync(async journey =>
    {
        var member = await journey.OpenAsync(People.GridMember, "/", 390, 844);
        await member.GoAsync("/cases/new");
        await member.FillCaseAsync($"{CaseDesk.UniqueWord()}井盖破损", "公主府", "路口井盖破损，夜间有危险。");
        await member.Button("保存登记").ClickAsync();
        var number = await member.ReadNumberAsync();
        await Choose(member, "手机照片.jpg", SampleFiles.PhonePhoto());
        await Assertions.Expect(member.Locator("[data-upload-status]")).ToContainTextAsync("已上传 1 个文件");
        (await member.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);

        var clerk = await journey.OpenAsync(People.Clerk, $"/cases/{number}");
        await clerk.Link("材料").ClickAsync();
        await Assertions.Expect(clerk.Locator(".file-card")).ToContainTextAsync("手机照片.jpg");
        await ShowsPictureAsync(clerk);
        await Choose(clerk, "函.pdf", SampleFiles.Pdf());
        await Assertions.Expect(clerk.Locator(".file-card")).ToHaveCountAsync(2);
        await Choose(clerk, "图.jpg", "<svg><script>alert(1)</script></svg>"u8.ToArray());
        await clerk.SaysAsync("图.jpg：只能上传 JPG、PNG 照片");

        await clerk.SetViewportSizeAsync(390, 844);
        (await clerk.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await ShotAsync(clerk, "files-phone");
        await clerk.SetViewportSizeAsync(1440, 900);
        await ShotAsync(clerk, "files-desk");
        await clerk.Locator(".file-card").First.GetByText("移除", new() { Exact = true }).ClickAsync();
        await clerk.Locator(".file-card").First.GetByLabel("移除原因").FillAsync("传错了");
        await clerk.Button("确定移除").First.ClickAsync();
        await clerk.SaysAsync("移除：传错了");
    });

    [Fact]
    public Task Without_a_script_the_form_sends_what_was_chosen() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}护栏缺失");
        var plain = await journey.OpenAsync(People.Clerk, $"/cases/{number}/files", 390, 844, withScript: false);
        await plain.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.PhonePhoto() });
        await plain.Button("上传").ClickAsync();
        await plain.SaysAsync("已上传 1 个文件。");
        await Assertions.Expect(plain.Locator(".file-card")).ToHaveCountAsync(1);
    });

    /// <summary>A photo larger than a file may be goes through: the browser makes it smaller first.</summary>
    [Fact]
    public Task A_large_photo_is_made_smaller_before_it_is_sent() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}墙面开裂");
        await clerk.GoAsync($"/cases/{number}/files");
        // Noise does not compress: 4000 by 3000 points of it are far beyond ten megabytes as a picture.
        await clerk.EvaluateAsync("""
            async () => {
              const canvas = new OffscreenCanvas(4000, 3000);
              const context = canvas.getContext('2d');
              const noise = context.createImageData(4000, 1000);
              for (let i = 0; i < noise.data.length; i += 65536) crypto.getRandomValues(noise.data.subarray(i, i + 65536));
              for (let i = 3; i < noise.data.length; i += 4) noise.data[i] = 255;
              for (let y = 0; y < 3000; y += 1000) context.putImageData(noise, 0, y);
              const photo = new File([await canvas.convertToBlob({ type: 'image/png' })], 'IMG_0001.png', { type: 'image/png' });
              if (photo.size < 10 * 1024 * 1024) throw new Error('not large enough: ' + photo.size);
              const chosen = new DataTransfer();
              chosen.items.add(photo);
              const field = document.querySelector('.upload-choose input');
              field.files = chosen.files;
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        await Assertions.Expect(clerk.Locator(".file-card")).ToContainTextAsync("IMG_0001.jpg");
        await ShowsPictureAsync(clerk);
        (await clerk.Locator(".file-card img").EvaluateAsync<int>("img => img.naturalWidth")).ShouldBe(2560);
    });

    private static Task Choose(IPage page, string name, byte[] content) =>
        page.Locator(".upload-choose input").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private static async Task ShowsPictureAsync(IPage page) =>
        await page.WaitForFunctionAsync("() => { const img = document.querySelector('.file-card img'); return img && img.complete && img.naturalWidth > 0; }");

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GOVERNANCE_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
