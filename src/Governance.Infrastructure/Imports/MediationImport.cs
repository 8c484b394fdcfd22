using System.Globalization;
using Governance.Application.Cities;
using Governance.Application.Imports;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Loads committees and mediators from an operator's file. Each row goes the way a form goes, with all checks and an audit entry; a refused
/// row is named with its line and does not keep the others out. What is there already is left alone, so that a file may be run again.
/// </summary>
public sealed class MediationImport(
    CommitteeService committees, MediatorService mediators, IDbContextFactory<GovernanceDbContext> contexts, IReferenceData reference, TimeProvider time)
{
    private static readonly string[] CommitteeLayout =
        ["name", "kind", "specialities", "area", "body", "address", "office_phone", "leader", "founded_on", "rooms"];

    private static readonly string[] MediatorLayout =
        ["name", "committee", "studio", "area", "specialities", "full_time", "phone", "appointed_on", "term_until", "ground"];

    /// <summary>Loads committees.</summary>
    public async Task<ImportReport> RunCommitteesAsync(string path, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var table = await ImportTable.OpenAsync(path, [CommitteeLayout], ct);
        return await RunAsync(table, "调解组织导入", ReadCommittee, committees.FoundAsync, progress, ct);
    }

    /// <summary>Loads mediators; their committees are found by name and must be there.</summary>
    public async Task<ImportReport> RunMediatorsAsync(string path, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var table = await ImportTable.OpenAsync(path, [MediatorLayout], ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var known = (await context.Set<MediationCommittee>().AsNoTracking().Where(c => c.DissolvedOn == null)
            .Select(c => new { c.Name, c.Id }).ToListAsync(ct)).ToLookup(c => c.Name, c => c.Id);
        return await RunAsync(table, "调解员导入", row => ReadMediator(row, known), mediators.AppointAsync, progress, ct);
    }

    private async Task<ImportReport> RunAsync<TCommand>(
        ImportTable table, string name, Func<ImportRow, TCommand> read, Func<Actor, TCommand, CancellationToken, Task<Result<Guid>>> take,
        IProgress<int>? progress, CancellationToken ct)
    {
        var actor = SystemActor.Named(name, reference.Pack);
        var (added, known) = (0, 0);
        foreach (var row in table.Rows())
        {
            try
            {
                var taken = await take(actor, read(row), ct);
                if (taken.IsOk)
                    added++;
                else if (taken.Errors.All(e => e is MediationErrors.NameTaken or MediationErrors.MediatorTaken))
                    known++;
                else
                    table.Refuse(row.Line, ErrorText.Of(taken.Errors));
            }
            catch (RowException refused)
            {
                table.Refuse(row.Line, refused.Message);
            }

            progress?.Report(table.RowCount);
        }

        if (table.IsRefused)
            return ImportReport.Refused(table.Faults, table.RowCount);
        return table.RowCount == 0
            ? ImportReport.Refused([new ImportFault(0, "文件没有数据行。")])
            : new ImportReport(table.RowCount, added, known, [.. table.Faults.OrderBy(f => f.Line)], false);
    }

    private CommitteeFacts ReadCommittee(ImportRow row) => new(
        row["name"], Kind(row["kind"].Trim()), Specialities(row["specialities"]), Area(row["area"].Trim()), Body(row["body"].Trim()), row["address"],
        row["office_phone"], row["leader"], Day(row, "founded_on", "设立日期"), Rooms(row["rooms"].Trim()));

    private AppointMediator ReadMediator(ImportRow row, ILookup<string, Guid> committeesByName) => new(
        new MediatorFacts(
            row["name"], Committee(row["committee"].Trim(), committeesByName) ?? Guid.Empty, Committee(row["studio"].Trim(), committeesByName),
            Specialities(row["specialities"]), Area(row["area"].Trim()), YesOrNo(row["full_time"].Trim())),
        row["phone"],
        new Appointment(Day(row, "appointed_on", "聘任日期") ?? time.GetUtcNow().ChinaDay(), Day(row, "term_until", "聘期"), row["ground"]));

    private static CommitteeKind Kind(string text) => Enum.GetValues<CommitteeKind>().Cast<CommitteeKind?>().FirstOrDefault(k => k!.Value.DisplayName() == text)
        ?? throw new RowException($"类型应为 {string.Join("、", Enum.GetValues<CommitteeKind>().Select(k => k.DisplayName()))} 之一：{text}");

    private IReadOnlyList<string> Specialities(string text) =>
        [.. text.Split(['、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Category)];

    private string Category(string text) => reference.Pack.Categories.FirstOrDefault(c => c.Code == text || c.Name == text)?.Code
        ?? throw new RowException($"没有“{text}”这个类别。");

    private AreaCode Area(string text) => AreaCode.TryParse(text, out var code) ? code
        : reference.Pack.Divisions.Where(d => MediationWords.Area(d.Code, reference.Pack) == text).Select(d => (AreaCode?)d.Code).FirstOrDefault()
            ?? throw new RowException($"地区应写十二位代码，或从县级写起的全称：{text}");

    private string? Body(string text) => text.Length == 0 ? null
        : reference.Pack.Bodies.FirstOrDefault(b => b.Name == text || b.Code == text)?.Code ?? throw new RowException($"没有“{text}”这个单位。");

    private static Guid? Committee(string name, ILookup<string, Guid> committeesByName) => name.Length == 0 ? null : committeesByName[name].ToList() switch
    {
        [var one] => one,
        [] => throw new RowException($"没有在用的调解组织“{name}”，请先导入调解组织。"),
        var several => throw new RowException($"有 {several.Count} 个调解组织都叫“{name}”，请在平台中聘任。"),
    };

    private static DateOnly? Day(ImportRow row, string column, string label)
    {
        var text = row[column].Trim();
        return text.Length == 0 ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new RowException($"{label}应写作 2026-03-10：{text}");
    }

    private static int Rooms(string text) => text.Length == 0 ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rooms) ? rooms : throw new RowException($"调解室应为数字：{text}");

    private static bool YesOrNo(string text) => text switch
    {
        "专职" or "1" => true,
        "兼职" or "0" or "" => false,
        _ => throw new RowException($"专兼职应写“专职”或“兼职”：{text}"),
    };

    // A value that cannot be read ends the reading of its row; the report tells the line and the words.
    private sealed class RowException(string reason) : Exception(reason);
}
