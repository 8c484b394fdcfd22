using Governance.Application.Cities;
using Governance.Application.Imports;
using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Platform;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Loads divisions and calendar days. A file is checked whole before anything is saved: one fault and nothing of it is taken. A
/// running portal notices the change within seconds.
/// </summary>
public sealed class ReferenceImport(IReferenceData reference, ReferenceStore store, TimeProvider time)
{
    /// <summary>Adds new divisions and renames known ones; initials the file lacks stay as they are known.</summary>
    public async Task<ImportReport> RunDivisionsAsync(string path, CancellationToken ct = default)
    {
        var table = await DivisionImportFile.OpenAsync(path, ct);
        var divisions = table.IsRefused ? [] : new DivisionImportFile(table, reference.Pack).Read();
        return await MergeAsync(
            table, divisions.Count,
            () => store.MergeDivisionsAsync(divisions, changed => Audit("区划导入", new AuditRecord(AuditActions.ImportDivisions, "import", Path.GetFileName(path), City, Changed(changed))), ct));
    }

    /// <summary>Adds new days and corrects known ones.</summary>
    public async Task<ImportReport> RunCalendarAsync(string path, CancellationToken ct = default)
    {
        var table = await CalendarImportFile.OpenAsync(path, ct);
        var days = table.IsRefused ? [] : new CalendarImportFile(table).Read();
        return await MergeAsync(
            table, days.Count,
            () => store.MergeCalendarAsync(days, changed => Audit("日历导入", new AuditRecord(AuditActions.ImportCalendar, "import", Path.GetFileName(path), City, Changed(changed))), ct));
    }

    private AreaCode City => reference.Pack.Profile.AreaCode;

    private static async Task<ImportReport> MergeAsync(ImportTable table, int sound, Func<Task<int>> merge)
    {
        if (table.Faults.Count > 0)
            return ImportReport.Refused([.. table.Faults.OrderBy(f => f.Line)], table.RowCount);
        if (sound == 0)
            return ImportReport.Refused([new ImportFault(0, "文件没有数据行。")]);
        var changed = await merge();
        return new ImportReport(table.RowCount, changed, table.RowCount - changed, [], false);
    }

    private static string Changed(int rows) => $"新增或更正 {rows} 行";

    private AuditEntry Audit(string name, AuditRecord record) =>
        AuditEntry.Create(SystemActor.Named(name, reference.Pack), record, time.GetUtcNow());
}
