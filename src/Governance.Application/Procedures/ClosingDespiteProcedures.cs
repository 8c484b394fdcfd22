using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>
/// A case is not closed while one of its procedures runs, unless whoever closes says why: a suit may take half a year, and the citizen should
/// have the answer before. The procedure goes on and is ended by itself.
/// </summary>
public static class ClosingDespiteProcedures
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 200;

    /// <summary>What the timeline keeps of such a closing, or null when nothing runs; refused when something runs and no reason is given.</summary>
    public static async Task<Result<string?>> AskAsync(IUnitOfWork unit, Case found, string reason, CancellationToken ct)
    {
        var running = await unit.Procedures.RunningAsync(found.Id, ct);
        if (running.Count == 0)
            return Result<string?>.Ok(null);
        reason = PlainText.CleanLine(reason);
        if (reason.Length == 0)
            return new ProcedureErrors.StillRunning(string.Join("、", running)) { Field = nameof(Cases.TakeStep.DespiteProcedures), Ground = GroundKeys.CaseProcedures };
        if (reason.Length > ReasonLength)
            return new PlatformErrors.TooLong("先行结案的理由", ReasonLength, reason.Length) { Field = nameof(Cases.TakeStep.DespiteProcedures) };
        return Result<string?>.Ok($"结案时仍在进行：{string.Join("、", running)}。先行结案的理由：{reason}");
    }
}
