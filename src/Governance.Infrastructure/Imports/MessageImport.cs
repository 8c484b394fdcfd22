using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Imports;
using Governance.Application.Platform;

namespace Governance.Infrastructure.Imports;

/// <summary>Loads citizens' messages as cases; a message that is known stays as it is, so a second run adds nothing.</summary>
public sealed class MessageImport(IReferenceData reference, CaseClock clock, ICaseBulkWriter writer, TimeProvider time)
{
    /// <summary>Loads a file: every sound row or, when file or database fails, none.</summary>
    /// <param name="path">A CSV file in UTF-8.</param>
    /// <param name="progress">Told how many rows are done.</param>
    /// <param name="ct">Stops the import; nothing is saved then.</param>
    public async Task<ImportReport> RunAsync(string path, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var table = await MessageFile.OpenAsync(path, ct);
        if (table.IsRefused)
            return ImportReport.Refused(table.Faults);
        var cases = new MessageCases(reference, clock);
        var seeds = Seeds(table, cases);
        var fileName = Path.GetFileName(path);
        var written = await writer.WriteAsync(
            cases.Importer, seeds,
            added => new AuditRecord(AuditActions.ImportMessages, "import", fileName, reference.Pack.Profile.AreaCode, $"新增案件 {added} 件"),
            progress, ct);
        return new ImportReport(table.RowCount, written.Added, written.Known, [.. table.Faults.OrderBy(f => f.Line)], false);
    }

    private IEnumerable<CaseSeed> Seeds(ImportTable table, MessageCases cases)
    {
        var now = time.GetUtcNow();
        foreach (var message in MessageFile.Read(table))
        {
            var planned = cases.Plan(message, now);
            if (planned.IsOk)
                yield return planned.Value;
            else
                table.Refuse(message.Line, ErrorText.Of(planned.Errors));
        }
    }
}
