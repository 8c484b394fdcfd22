using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>Opens procedures on some of the demo's cases under way, so that list, tab, papers and the reminder have something to show.</summary>
internal sealed class DemoProcedures(
    IDbContextFactory<GovernanceDbContext> contexts, ProcedureService procedures, MediatorSuggestion suggestion, IReferenceData reference, TimeProvider time)
{
    private const int OfEachDepartment = 2;
    private const string Usual = "people-mediation";

    /// <summary>How far a procedure has come, one after the other: days ago it began, steps taken, outcome.</summary>
    private static readonly (int DaysAgo, int Steps, string? Outcome)[] Ways =
        [(27, 2, "agreed"), (3, 1, null), (12, 2, "failed"), (1, 0, null), (20, 2, null), (8, 2, "agreed")];

    /// <summary>Does so in the name of the offices that run the cases.</summary>
    public async Task OpenSomeAsync(DemoCast cast, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var open = await context.Set<Case>().Where(c => c.State == CaseState.Handling).OrderBy(c => c.Number)
            .Select(c => new { c.Id, c.CategoryCode, c.Place, c.ManagingBodyCode }).ToListAsync(ct);
        var pack = reference.Pack;
        var today = time.GetUtcNow().ChinaDay();
        var turn = 0;
        foreach (var one in open.GroupBy(c => pack.CategoryByCode(c.CategoryCode)!.Department).SelectMany(g => g.Take(OfEachDepartment)))
        {
            var (daysAgo, steps, outcome) = Ways[turn++ % Ways.Length];
            var kind = pack.Procedures.Kinds.FirstOrDefault(k => k.Departments.Contains(pack.CategoryByCode(one.CategoryCode)!.Department)
                && k.Nature == ProcedureNature.Mediation) ?? pack.Procedures.FindKind(Usual)!;
            var manager = cast.Manager(one.ManagingBodyCode);
            var suggested = await suggestion.FindAsync(manager, one.CategoryCode, one.Place, ct: ct);
            var mediator = suggested.IsOk && !kind.IsAdministrative && suggested.Value.Ranked is [var first, ..] ? first.Candidate : null;
            var body = mediator?.CommitteeName ?? (kind.BodyAt(one.Place, area => pack.FindDivision(area)?.Name) is { Length: > 0 } usual ? usual : manager.BodyName);
            var began = today.AddDays(-daysAgo);
            var opened = await procedures.OpenAsync(
                manager,
                new OpenProcedure(one.Id, kind.Code, new ProcedureOpening(began, body, "", "", 3000, true, "") { MediatorId = mediator?.Id }, false), ct);
            if (!opened.IsOk)
                continue;
            foreach (var step in kind.Steps.Skip(1).Take(steps))
                await procedures.AdvanceAsync(manager, new AdvanceProcedure(await AtAsync(opened.Value.Id, ct), step.Code, began, ""), ct);
            if (outcome is not null)
                await procedures.EndAsync(
                    manager, new EndProcedure(await AtAsync(opened.Value.Id, ct), outcome, began.AddDays(1), outcome == "agreed" ? "双方同意在一个月内分两次付清。" : "双方主张差距较大。", null), ct);
        }
    }

    private async Task<ProcedureAt> AtAsync(Guid id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return new ProcedureAt(id, await context.Set<Procedure>().Where(p => p.Id == id).Select(p => p.Version).SingleAsync(ct));
    }
}
