using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Governance.Application.Procedures;

namespace Governance.Infrastructure.Platform.Files;

/// <summary>
/// Writes a paper as a Word file on A4 after the habits of official papers: title centred, 仿宋 with substitutes, first lines indented, ruled
/// lines to write on, room for signatures, page numbers.
/// </summary>
public static class WordFile
{
    /// <summary>Media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Half points and twentieths of a point.
    private const string BodySize = "32";
    private const string TitleSize = "44";
    private const string Indent = "640";
    private const string LineHeight = "560";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Paper paper)
    {
        using var made = new MemoryStream();
        using (var word = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(PageNumber());
            var body = new Body(Line(paper.Title, JustificationValues.Center, TitleSize, "方正小标宋简体", bold: true, after: "400"));
            foreach (var line in paper.Lines)
                body.Append(Of(line));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Bottom = 1985, Left = 1588, Right = 1474, Header = 851, Footer = 992, Gutter = 0 }));
            main.Document = new Document(body);
            main.Document.Save();
        }
        return made.ToArray();
    }

    private static Paragraph Of(PaperLine line) => line.Kind switch
    {
        PaperLineKind.Heading => Line(line.Text, JustificationValues.Left, BodySize, "黑体", indent: Indent),
        PaperLineKind.Right => Line(line.Text, JustificationValues.Right, BodySize, "仿宋_GB2312"),
        PaperLineKind.Signature => Line(line.Text, JustificationValues.Left, BodySize, "仿宋_GB2312", indent: Indent, before: "240"),
        PaperLineKind.Blank => Ruled(),
        _ => Line(line.Text, JustificationValues.Both, BodySize, "仿宋_GB2312", indent: Indent),
    };

    private static Paragraph Line(
        string text, JustificationValues align, string size, string font, bool bold = false, string? indent = null, string? before = null, string? after = null)
    {
        var properties = new ParagraphProperties(
            new SpacingBetweenLines { Before = before ?? "0", After = after ?? "0", Line = LineHeight, LineRule = LineSpacingRuleValues.Exact });
        if (indent is not null)
            properties.Append(new Indentation { FirstLine = indent });
        properties.Append(new Justification { Val = align });
        return new Paragraph(properties, new Run(Look(size, font, bold), new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static Paragraph Ruled() => new(
        new ParagraphProperties(
            new ParagraphBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "auto" },
                new BetweenBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "auto" }),
            new SpacingBetweenLines { Before = "0", After = "0", Line = LineHeight, LineRule = LineSpacingRuleValues.Exact }),
        new Run(Look(BodySize, "仿宋_GB2312", false), new Text("")));

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new Run(new RunProperties(new FontSize { Val = "28" }), new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new RunProperties(new FontSize { Val = "28" }), new Text("1"))) { Instruction = "PAGE" },
        new Run(new RunProperties(new FontSize { Val = "28" }), new Text(" —") { Space = SpaceProcessingModeValues.Preserve }));

    private static RunProperties Look(string size, string font, bool bold)
    {
        var look = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font });
        if (bold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = size });
        return look;
    }
}
