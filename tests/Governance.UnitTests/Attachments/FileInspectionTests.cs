using System.Text;
using Governance.Domain.Attachments;
using Governance.IntegrationTests.Support;

namespace Governance.UnitTests.Attachments;

/// <summary>What is taken, what is kept of it, and what is refused, whatever its name says.</summary>
[Trait("Provision", "P36")]
public sealed class FileInspectionTests
{
    public static TheoryData<string, byte[], AttachmentKind> Good => new()
    {
        { "现场.jpg", SampleFiles.PlainPhoto, AttachmentKind.Jpeg },
        { "现场.JPEG", SampleFiles.PhonePhoto(), AttachmentKind.Jpeg },
        { "截屏.png", SampleFiles.Png(), AttachmentKind.Png },
        { "函.pdf", SampleFiles.Pdf(), AttachmentKind.Pdf },
        { "函.pdf", SampleFiles.Pdf(after: "\r\n\0\0\0"), AttachmentKind.Pdf },
        { "情况说明.docx", SampleFiles.Word(), AttachmentKind.Word },
        { "名单.xlsx", SampleFiles.Excel(("xl/externalLinks/_rels/externalLink1.xml.rels", "<Relationship Type=\"x/externalLinkPath\" TargetMode=\"External\"/>")), AttachmentKind.Excel },
        { "链接.docx", SampleFiles.Word(("word/_rels/document.xml.rels", "<Relationship Type=\"x/hyperlink\" TargetMode=\"External\"/>")), AttachmentKind.Word },
    };

    public static TheoryData<string, byte[], Type> Hostile => new()
    {
        { "图.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), typeof(AttachmentErrors.UnknownKind) },
        { "图.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), typeof(AttachmentErrors.UnknownKind) },
        { "动.gif", "GIF89a"u8.ToArray(), typeof(AttachmentErrors.UnknownKind) },
        { "程序.exe", [(byte)'M', (byte)'Z', 0x90, 0], typeof(AttachmentErrors.UnknownKind) },
        { "旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], typeof(AttachmentErrors.UnknownKind) },
        { "包.zip", SampleFiles.Archive(("a.txt", "a")), typeof(AttachmentErrors.UnknownKind) },
        { "两种.docx", SampleFiles.Word(("xl/workbook.xml", "<workbook/>")), typeof(AttachmentErrors.UnknownKind) },
        { "图.pdf", SampleFiles.PlainPhoto, typeof(AttachmentErrors.OtherThanNamed) },
        { "函.jpg", SampleFiles.Pdf(), typeof(AttachmentErrors.OtherThanNamed) },
        { "图.jpg.html", SampleFiles.PlainPhoto, typeof(AttachmentErrors.OtherThanNamed) },
        { "空.jpg", [], typeof(AttachmentErrors.Empty) },
        { "大.jpg", new byte[Attachment.MostBytes + 1], typeof(AttachmentErrors.TooLarge) },
        { "断.jpg", SampleFiles.PlainPhoto[..500], typeof(AttachmentErrors.Damaged) },
        { "断.jpg", SampleFiles.PlainPhoto[..^2], typeof(AttachmentErrors.Damaged) },
        { "无图.jpg", [0xFF, 0xD8, 0xFF, 0xD9], typeof(AttachmentErrors.Damaged) },
        { "大图.jpg", HugePhoto(), typeof(AttachmentErrors.Bomb) },
        { "大图.png", SampleFiles.Png(60_000, 60_000), typeof(AttachmentErrors.Bomb) },
        { "怪.jpg", [0xFF, 0xD8, .. SampleFiles.Segment(0xF3, SampleFiles.Place), .. SampleFiles.PlainPhoto.AsSpan(2)], typeof(AttachmentErrors.Damaged) },
        { "坏.png", Broken(SampleFiles.Png()), typeof(AttachmentErrors.Damaged) },
        { "断.png", SampleFiles.Png()[..^8], typeof(AttachmentErrors.Damaged) },
        { "怪.png", SampleFiles.Png(more: ("EVIL", [1, 2, 3])), typeof(AttachmentErrors.Damaged) },
        { "前.pdf", [.. "GIF89a"u8, .. SampleFiles.Pdf()], typeof(AttachmentErrors.UnknownKind) },
        { "后.pdf", [.. SampleFiles.Pdf(), .. SampleFiles.Archive(("a.exe", "MZ"))], typeof(AttachmentErrors.HiddenContent) },
        { "断.pdf", SampleFiles.Pdf()[..40], typeof(AttachmentErrors.Damaged) },
        { "脚本.pdf", SampleFiles.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), typeof(AttachmentErrors.ActiveContent) },
        { "藏.pdf", SampleFiles.Pdf("/OpenAction << /S /J#61vaScript >>"), typeof(AttachmentErrors.ActiveContent) },
        { "启动.pdf", SampleFiles.Pdf("/AA << /S/Launch /F (cmd.exe) >>"), typeof(AttachmentErrors.ActiveContent) },
        { "附.pdf", SampleFiles.Pdf("/Names << /EmbeddedFiles 3 0 R >>"), typeof(AttachmentErrors.ActiveContent) },
        { "宏.docx", SampleFiles.Word(("word/vbaProject.bin", "x")), typeof(AttachmentErrors.ActiveContent) },
        { "模板.docx", SampleFiles.Word(("word/_rels/settings.xml.rels", "<Relationship Type='x/attachedTemplate' TargetMode='External'/>")), typeof(AttachmentErrors.ActiveContent) },
        { "宏.xlsx", SampleFiles.Excel(("xl/macrosheets/sheet1.xml", "<x/>")), typeof(AttachmentErrors.ActiveContent) },
        { "越.docx", SampleFiles.Word(("../../etc/passwd", "x")), typeof(AttachmentErrors.HiddenContent) },
        { "重.docx", SampleFiles.Word(("WORD/document.xml", "x")), typeof(AttachmentErrors.HiddenContent) },
        { "尾.docx", [.. SampleFiles.Word(), .. "<script>"u8], typeof(AttachmentErrors.HiddenContent) },
        { "弹.docx", SampleFiles.WordBomb(), typeof(AttachmentErrors.Bomb) },
        { "多.docx", SampleFiles.Word([.. Enumerable.Range(0, 2001).Select(i => ($"word/{i}.xml", ""))]), typeof(AttachmentErrors.Bomb) },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void What_people_send_is_taken(string name, byte[] content, AttachmentKind kind)
    {
        var inspected = FileInspection.Inspect(name, content);

        inspected.Errors.ShouldBeEmpty();
        (inspected.Value.Kind, inspected.Value.Name).ShouldBe((kind, name.Replace("JPEG", "jpeg", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_means_harm_or_is_broken_is_refused(string name, byte[] content, Type refusal) =>
        FileInspection.Inspect(name, content).Errors.ShouldHaveSingleItem().ShouldBeOfType(refusal);

    [Fact]
    public void A_photo_loses_place_device_and_words_and_keeps_picture_colours_and_how_it_was_held()
    {
        var plain = SampleFiles.PlainPhoto;
        foreach (var (orientation, little) in new[] { ((byte)6, true), ((byte)8, false), ((byte)3, true) })
        {
            var photo = SampleFiles.PhonePhoto(orientation, little);
            Encoding.Latin1.GetString(photo).ShouldContain(SampleFiles.Place);

            var kept = FileInspection.Inspect("IMG.jpg", photo).Value.Content.ToArray();

            Encoding.Latin1.GetString(kept).ShouldNotContain("GPS");
            kept.Length.ShouldBe(plain.Length + 36);
            // Start, the one small segment of how it was held, then byte for byte the picture.
            kept.AsSpan(2 + 36).SequenceEqual(plain.AsSpan(2)).ShouldBeTrue();
            kept[2 + 29].ShouldBe(orientation);
            FileInspection.Inspect("IMG.jpg", kept).Value.Content.ToArray().ShouldBe(kept, "what was stripped once stays as it is");
        }
        FileInspection.Inspect("IMG.jpg", SampleFiles.PhonePhoto(1)).Value.Content.ToArray().ShouldBe(plain, "held upright there is nothing to say");
    }

    [Fact]
    public void What_hangs_on_to_a_photo_is_cut_off()
    {
        byte[] photo = [.. SampleFiles.PlainPhoto, .. SampleFiles.Archive(("evil.html", "<script>"))];

        FileInspection.Inspect("IMG.jpg", photo).Value.Content.ToArray().ShouldBe(SampleFiles.PlainPhoto);
        byte[] picture = [.. SampleFiles.Png(), .. "<script>"u8];
        FileInspection.Inspect("图.png", picture).Value.Content.ToArray().ShouldBe(SampleFiles.Png());
    }

    [Fact]
    public void A_picture_loses_words_time_and_place()
    {
        var words = Encoding.Latin1.GetBytes("Comment\0" + SampleFiles.Place);
        var picture = SampleFiles.Png(more: [("tEXt", words), ("eXIf", words), ("tIME", [7, 233, 1, 1, 1, 1, 1]), ("gAMA", [0, 0, 177, 143])]);

        FileInspection.Inspect("图.png", picture).Value.Content.ToArray().ShouldBe(SampleFiles.Png(more: ("gAMA", [0, 0, 177, 143])));
    }

    [Theory]
    [InlineData("../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData("C:\\Users\\me\\photo.jpg", "photo.jpg")]
    [InlineData("image", "image.jpg")]
    [InlineData("", "照片.jpg")]
    [InlineData(null, "照片.jpg")]
    [InlineData("a\u202Egpj.exe.jpg", "agpj.exe.jpg")]
    [InlineData("a\r\nSet-Cookie: x.jpg", "a Set-Cookie_ x.jpg")]
    [InlineData("2026.3.10 现场照片", "2026.3.10 现场照片.jpg")]
    [InlineData("<b>\"x\"|?*.jpg", "_b__x____.jpg")]
    public void A_name_leads_nowhere_and_has_an_ending(string? given, string expected) =>
        FileInspection.Inspect(given, SampleFiles.PlainPhoto).Value.Name.ShouldBe(expected);

    [Fact]
    public void A_long_name_is_cut_before_its_ending_and_never_inside_a_character()
    {
        var name = FileInspection.Inspect(string.Concat(Enumerable.Repeat("𠮷", 80)) + ".jpeg", SampleFiles.PlainPhoto).Value.Name;

        name.Length.ShouldBeLessThanOrEqualTo(Attachment.NameLength);
        name.ShouldEndWith("𠮷.jpeg");
    }

    [Fact]
    [Trait("Provision", "T11")]
    public void No_mutilated_file_breaks_the_inspection()
    {
        var random = new Random(11);
        byte[][] seeds = [SampleFiles.PhonePhoto(), SampleFiles.Png(more: ("tEXt", [1, 2])), SampleFiles.Pdf(), SampleFiles.Word(), SampleFiles.Excel()];
        for (var i = 0; i < 4000; i++)
        {
            var bytes = seeds[i % seeds.Length].ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var cut = random.Next(3) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;

            var inspected = FileInspection.Inspect("x", cut);
            (inspected.IsOk ? 1 : inspected.Errors.Count).ShouldBe(1, $"mutilation {i}");
        }
    }

    private static byte[] HugePhoto()
    {
        var photo = SampleFiles.PlainPhoto;
        var frame = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (photo[frame + 5], photo[frame + 7]) = (0xFF, 0xFF);
        return photo;
    }

    private static byte[] Broken(byte[] picture)
    {
        picture[^14] ^= 1;
        return picture;
    }
}
