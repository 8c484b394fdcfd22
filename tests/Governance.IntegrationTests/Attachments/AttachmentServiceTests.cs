using System.Security.Cryptography;
using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Attachments;

/// <summary>Files of cases: row and bytes together, with the rights of the case, on the real database.</summary>
[Trait("Provision", "P36")]
public sealed class AttachmentServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private AttachmentService Files => portal.Get<AttachmentService>();

    private AttachmentReadService Reader => portal.Get<AttachmentReadService>();

    [Fact]
    public async Task A_photo_is_kept_stripped_and_encrypted_listed_and_given_out_with_a_trail()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var id = await AddAsync(People.Handler, number, "张三家漏水.jpg", SampleFiles.PhonePhoto());

        var item = (await ListAsync(People.Clerk, number)).Items.ShouldHaveSingleItem();
        (item.Name, item.Row.Kind, item.Row.Stage, item.Row.AddedByName).ShouldBe(("张三家漏水.jpg", AttachmentKind.Jpeg, AttachmentStage.Handle, "周涛"));
        var opened = (await Reader.OpenAsync(People.Clerk, id, isSaved: true)).Value;
        using var bytes = new MemoryStream();
        (await Reader.CopyToAsync(opened, bytes, default)).ShouldBeTrue();
        bytes.ToArray().ShouldBe(FileInspection.Inspect("a.jpg", SampleFiles.PhonePhoto()).Value.Content.ToArray());
        opened.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));

        (await portal.ColumnAsync<string>("select action || ' ' || detail from audit_entries where subject_id = $1 and action like 'attachment.%' order by action", number.Value))
            .ShouldBe(["attachment.add 照片，1 KB", "attachment.open 保存：照片，1 KB"]);
        // A file is often named after a person: neither the trail nor the table nor the disk tells.
        (await portal.AskAsync<long>("select count(*) from audit_entries where detail like '%张三%'")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from attachments where position(convert_to('张三', 'UTF8') in name) > 0")).ShouldBe(0);
        FilesOnDisk().ShouldAllBe(f => !f.Contains("张三") && !f.Contains("jpg") && !f.Contains("incoming"));
        portal.Log.Lines.ShouldAllBe(line => !line.Contains("张三", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_content_twice_is_one_file_also_at_the_same_time()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, _) = await portal.IdentifyAsync(number);
        var before = FilesOnDisk().Length;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Files.AddToCaseAsync(People.Handler, id, new NewFile($"{i}.jpg", SampleFiles.PlainPhoto))));

        answers.ShouldAllBe(a => a.IsOk);
        answers.Select(a => a.Value).Distinct().ShouldHaveSingleItem();
        (await ListAsync(People.Clerk, number)).Items.ShouldHaveSingleItem();
        FilesOnDisk().Length.ShouldBe(before + 1);
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and action = 'attachment.add'", number.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task A_case_takes_twenty_files_however_many_come_at_once()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, _) = await portal.IdentifyAsync(number);
        for (var i = 0; i < Attachment.MostOfOwner - 2; i++)
            await AddAsync(People.Handler, number, "x.png", SampleFiles.Png(4 + i));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Files.AddToCaseAsync(People.Handler, id, new NewFile("y.png", SampleFiles.Png(100 + i)))));

        answers.Count(a => a.IsOk).ShouldBe(2);
        answers.Where(a => !a.IsOk).ShouldAllBe(a => a.Error is AttachmentErrors.TooMany);
        (await ListAsync(People.Clerk, number)).Room.ShouldBe(0);
        var first = (await ListAsync(People.Clerk, number)).Items[0].Row.Id;
        (await Files.RemoveAsync(People.Clerk, new RemoveAttachment(first, "重复"))).Errors.ShouldBeEmpty();
        await AddAsync(People.Handler, number, "z.png", SampleFiles.Png(200));
    }

    [Fact]
    public async Task Only_who_may_know_of_the_case_sees_or_opens_its_files()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var file = await AddAsync(People.Handler, number, "证据.pdf", SampleFiles.Pdf());
        var (id, _) = await portal.IdentifyAsync(number);
        var before = await portal.CountAuditAsync(number);
        Actor[] strangers = [People.ClerkElsewhere, People.CentreElsewhere, People.UrbanHandler, People.Auditor, People.Administrator];

        foreach (var stranger in strangers)
        {
            (await Reader.OpenAsync(stranger, file, true)).Error.ShouldBeOfType<AttachmentErrors.NotFound>(stranger.Role.ToString());
            (await Reader.ListAsync(stranger, await HeadAsync(number))).Items.ShouldBeEmpty(stranger.Role.ToString());
            (await Files.AddToCaseAsync(stranger, id, new NewFile("x.pdf", SampleFiles.Pdf("/A")))).Error.ShouldBeOfType<CaseErrors.NotFound>();
            (await Files.RemoveAsync(stranger, new RemoveAttachment(file, "删掉"))).Error.ShouldBeOfType<AttachmentErrors.NotFound>();
        }
        (await Reader.OpenAsync(People.Clerk, Guid.NewGuid(), true)).Error.ShouldBeOfType<AttachmentErrors.NotFound>("an id that does not exist sounds the same");
        (await portal.CountAuditAsync(number)).ShouldBe(before);
        FilesOnDisk("incoming").ShouldBeEmpty();

        foreach (var (actor, may) in new[] { (People.Clerk, true), (People.Centre, true), (People.Handler, true), (People.Leader, false), (People.GridMember, true) })
        {
            (await Reader.OpenAsync(actor, file, false)).Errors.ShouldBeEmpty(actor.Role.ToString());
            (await ListAsync(actor, number)).MayAdd.ShouldBe(may, actor.Role.ToString());
            (await Files.AddToCaseAsync(actor, id, new NewFile("x.png", SampleFiles.Png((int)actor.Role + 30)))).IsOk.ShouldBe(may, actor.Role.ToString());
        }
        (await Files.RemoveAsync(People.GridMember, new RemoveAttachment(file, "不是我的"))).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Fact]
    public async Task What_was_taken_off_stays_in_the_list_and_is_not_given_out()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var file = await AddAsync(People.Handler, number, "传错.jpg", SampleFiles.PlainPhoto);

        (await Files.RemoveAsync(People.Handler, new RemoveAttachment(file, ""))).Error.Field.ShouldBe("Reason");
        (await Files.RemoveAsync(People.Handler, new RemoveAttachment(file, "传错了"))).Errors.ShouldBeEmpty();

        var item = (await ListAsync(People.Clerk, number)).Items.ShouldHaveSingleItem();
        (item.Row.RemovedByName, item.Row.RemovedReason, item.MayRemove).ShouldBe(("周涛", "传错了", false));
        (await Reader.OpenAsync(People.Clerk, file, true)).Error.ShouldBeOfType<AttachmentErrors.NotFound>();
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and action = 'attachment.remove'", number.Value)).ShouldBe(1);
        (await AddAsync(People.Handler, number, "又传.jpg", SampleFiles.PlainPhoto)).ShouldNotBe(file, "what was taken off may come again");
    }

    [Fact]
    public async Task An_archived_case_keeps_its_files_as_they_are()
    {
        var number = await portal.MakeAsync(CaseState.Closed);
        var file = await AddAsync(People.Clerk, number, "回执.pdf", SampleFiles.Pdf());
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.Archive);
        var (id, _) = await portal.IdentifyAsync(number);

        (await Files.AddToCaseAsync(People.Clerk, id, new NewFile("x.png", SampleFiles.Png()))).Error.ShouldBeOfType<AttachmentErrors.Archived>();
        (await Files.RemoveAsync(People.Clerk, new RemoveAttachment(file, "不要了"))).Error.ShouldBeOfType<AttachmentErrors.Archived>();
        (await ListAsync(People.Clerk, number)).Items.ShouldHaveSingleItem().MayRemove.ShouldBeFalse();
    }

    [Fact]
    public async Task Looking_at_the_pictures_of_a_case_is_one_entry_an_hour_and_each_saving_is_one()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var one = await AddAsync(People.Handler, number, "1.jpg", SampleFiles.PlainPhoto);
        var two = await AddAsync(People.Handler, number, "2.jpg", SampleFiles.PhonePhoto());
        Task<long> CountAsync() => portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and action = 'attachment.open'", number.Value);

        foreach (var file in new[] { one, two, one })
            (await Reader.OpenAsync(People.Clerk, file, isSaved: false)).Errors.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(1);
        (await Reader.OpenAsync(People.Centre, one, isSaved: false)).Errors.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(2);
        (await Reader.OpenAsync(People.Clerk, one, isSaved: true)).Errors.ShouldBeEmpty();
        (await Reader.OpenAsync(People.Clerk, one, isSaved: true)).Errors.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(4);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Reader.OpenAsync(People.Clerk, two, isSaved: false)).Errors.ShouldBeEmpty();
        (await CountAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task A_crash_between_file_and_row_leaves_nothing_dangling()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var kept = await AddAsync(People.Handler, number, "a.jpg", SampleFiles.PlainPhoto);
        // As if the portal died after the commit, before the file was settled; and, for the other, before the commit.
        var lasting = FilesOnDisk().Single(f => f.EndsWith($"{kept:N}", StringComparison.Ordinal));
        File.Move(lasting, Path.Combine(portal.FilesFolder, "incoming", $"{kept:N}"));
        var orphan = Guid.NewGuid();
        (await portal.Get<IAttachmentStore>().KeepAsync(orphan, SampleFiles.PlainPhoto, default)).ShouldBeTrue();
        using (var early = new MemoryStream())
            (await Reader.CopyToAsync((await Reader.OpenAsync(People.Clerk, kept, true)).Value, early, default)).ShouldBeTrue("it is read where it lies");

        await portal.Get<TimedSteps>().RunAsync();
        FilesOnDisk("incoming").Length.ShouldBe(2, "a transaction may still be running");
        portal.Clock.Advance(AttachmentSettling.Patience + TimeSpan.FromMinutes(1));
        await portal.Get<TimedSteps>().RunAsync();

        FilesOnDisk("incoming").ShouldBeEmpty();
        File.Exists(lasting).ShouldBeTrue();
        FilesOnDisk().ShouldNotContain(f => f.EndsWith($"{orphan:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_files_of_a_case_cost_one_statement_and_opening_one_costs_two_beside_the_trail()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var file = await AddAsync(People.Handler, number, "a.jpg", SampleFiles.PlainPhoto);
        var head = await HeadAsync(number);

        (await portal.Sql.HearAsync(() => Reader.ListAsync(People.Clerk, head))).Count.ShouldBe(1);
        (await portal.Sql.HearAsync(() => Reader.OpenAsync(People.Clerk, file, false))).Count.ShouldBeLessThanOrEqualTo(3);
        (await portal.Sql.HearAsync(() => Reader.OpenAsync(People.Clerk, file, false))).Count.ShouldBe(2);
    }

    private async Task<Guid> AddAsync(Actor actor, CaseNumber number, string name, byte[] content)
    {
        var added = await Files.AddToCaseAsync(actor, (await portal.IdentifyAsync(number)).Id, new NewFile(name, content));
        added.Errors.ShouldBeEmpty();
        return added.Value;
    }

    private async Task<AttachmentList> ListAsync(Actor actor, CaseNumber number) =>
        await Reader.ListAsync(actor, (await portal.Reads.FindHeadAsync(actor, number)).Value);

    private async Task<CaseHead> HeadAsync(CaseNumber number) => (await portal.Reads.FindHeadAsync(People.Clerk, number)).Value;

    private string[] FilesOnDisk(string below = "")
    {
        var folder = Path.Combine(portal.FilesFolder, below);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }
}
