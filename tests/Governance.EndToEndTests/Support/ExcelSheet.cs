using System.IO.Compression;
using System.Xml.Linq;

namespace Governance.EndToEndTests.Support;

/// <summary>Reads the rows of a workbook's first sheet, as any program outside would.</summary>
internal static class ExcelSheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Texts of the cells, row by row.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants(Main + "row").Select(row =>
            (IReadOnlyList<string>)[.. row.Elements(Main + "c").Select(cell => cell.Value)])];
    }
}
