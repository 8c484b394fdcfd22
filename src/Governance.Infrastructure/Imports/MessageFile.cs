using System.Globalization;
using Governance.Application.Imports;
using Governance.Domain.Common;

namespace Governance.Infrastructure.Imports;

/// <summary>Reads a file of citizens' messages: times are Chinese wall-clock times.</summary>
internal static class MessageFile
{
    private static readonly string[] Columns = ["message_id", "title", "created_at", "body", "l1_label", "reply", "replied_at"];

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];

    // What a refusal calls a column.
    private static readonly (string Column, string Label)[] Texts =
        [("message_id", "留言编号"), ("title", "标题"), ("body", "留言内容"), ("l1_label", "分类"), ("reply", "答复")];

    public static Task<ImportTable> OpenAsync(string path, CancellationToken ct) => ImportTable.OpenAsync(path, [Columns], ct);

    /// <summary>The messages whose values can be read; the others are noted as faults of the table.</summary>
    public static IEnumerable<MessageRow> Read(ImportTable table)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            var errors = new List<Error>();
            foreach (var (column, label) in Texts.Where(t => row.HasControlCharacter(t.Column)))
                errors.Add(new ImportErrors.ControlCharacter(label));
            var asked = Time(row, "created_at", "留言时间", errors);
            var replied = row["replied_at"].Length == 0 ? null : Time(row, "replied_at", "答复时间", errors);
            var id = row["message_id"].Trim();
            if (id.Length > 0 && !lines.TryAdd(id, row.Line))
                errors.Add(new ImportErrors.Repeated("留言编号", lines[id]));
            if (errors.Count == 0)
                yield return new MessageRow(row.Line, id, row["title"], row["body"], row["l1_label"].Trim(), asked!.Value, row["reply"], replied);
            else
                table.Refuse(row.Line, ErrorText.Of(errors));
        }
    }

    private static DateTimeOffset? Time(ImportRow row, string column, string label, List<Error> errors)
    {
        if (DateTime.TryParseExact(row[column].Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year >= 2000)
            return new DateTimeOffset(time, ChinaTime.Offset).ToUniversalTime();
        errors.Add(new ImportErrors.BadTime(label));
        return null;
    }
}
