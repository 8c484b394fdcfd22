using System.Globalization;
using System.Text;
using Governance.Domain.Common;

namespace Governance.Infrastructure.Platform.Files;

/// <summary>Writes the rows of a sheet into a text.</summary>
internal sealed class ExcelCells(StringBuilder xml)
{
    // The day before Excel's day 1, moved by one because Excel believes that 1900 was a leap year; right from March 1900 on.
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Rows written so far.</summary>
    public int Rows { get; private set; }

    /// <summary>The first line.</summary>
    public void Title(string title)
    {
        BeginRow(" ht=\"24\" customHeight=\"1\"");
        Text(0, title, ExcelStyle.Title);
        EndRow();
    }

    /// <summary>The line of headers.</summary>
    public void Headers(IReadOnlyList<ExcelColumn> columns)
    {
        BeginRow("");
        for (var column = 0; column < columns.Count; column++)
            Text(column, columns[column].Header, ExcelStyle.Header);
        EndRow();
    }

    /// <summary>A line of values.</summary>
    public void Row(IReadOnlyList<object?> values, IReadOnlyList<ExcelColumn> columns)
    {
        BeginRow("");
        for (var column = 0; column < values.Count; column++)
            Value(column, values[column], columns[column].Format);
        EndRow();
    }

    private void Value(int column, object? value, ExcelFormat format)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Text(column, text, ExcelText.LooksLikeFormula(text) ? ExcelStyle.QuotedText : ExcelStyle.Text);
                break;
            case int or long:
                Number(column, Convert.ToString(value, CultureInfo.InvariantCulture)!, format == ExcelFormat.Percent ? ExcelStyle.Percent : ExcelStyle.Whole);
                break;
            case double number when double.IsFinite(number):
                Number(column, number.ToString("R", CultureInfo.InvariantCulture), format == ExcelFormat.Percent ? ExcelStyle.Percent : ExcelStyle.Number);
                break;
            case double:
                break;
            case DateTimeOffset moment:
                Number(column, Serial(moment.ToChina().DateTime), ExcelStyle.Moment);
                break;
            case DateOnly day:
                Number(column, Serial(day.ToDateTime(TimeOnly.MinValue)), ExcelStyle.Day);
                break;
            default:
                throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static string Serial(DateTime wallClock) => (wallClock - DayZero).TotalDays.ToString("0.##########", CultureInfo.InvariantCulture);

    private void BeginRow(string attributes) =>
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{++Rows}\"{attributes}>");

    private void EndRow() => xml.Append("</row>");

    private void Text(int column, string text, ExcelStyle style)
    {
        BeginCell(column, style);
        xml.Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        ExcelText.Append(xml, text);
        xml.Append("</t></is></c>");
    }

    private void Number(int column, string number, ExcelStyle style)
    {
        BeginCell(column, style);
        xml.Append("><v>").Append(number).Append("</v></c>");
    }

    private void BeginCell(int column, ExcelStyle style) =>
        xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{ExcelParts.ColumnName(column)}{Rows}\" s=\"{(int)style}\"");
}
