using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>What the city says of a limit.</summary>
/// <param name="LimitId">The limit.</param>
/// <param name="Value">How many units; null when nothing sensible was typed.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Ground">What it rests on.</param>
/// <param name="SeenAt">When the confirmation on show was made, or null when there was none.</param>
public sealed record ConfirmLimit(string LimitId, int? Value, ProcedureLimitUnit Unit, string Ground, DateTimeOffset? SeenAt);

/// <summary>程序时限: the limits of procedures with what they rest on, and the city's confirmation of those the pack cannot vouch for.</summary>
public sealed class ProcedureLimitService(IUnitOfWorkFactory units, IReferenceData reference, IReferenceRefresh refresh, TimeProvider time)
{
    /// <summary>Longest ground.</summary>
    public const int GroundLength = 200;

    /// <summary>Every limit, those that wait for the city first.</summary>
    public Result<IReadOnlyList<ProcedureLimitRule>> Read(Actor actor) => actor.May(Permission.ReadSettings)
        ? Result<IReadOnlyList<ProcedureLimitRule>>.Ok([.. reference.Pack.Procedures.Limits.OrderBy(l => l.IsSettled)])
        : new PlatformErrors.NotPermitted();

    /// <summary>True when this person may speak for the city.</summary>
    public bool MayConfirm(Actor actor) => actor.May(Permission.ConfirmLimits, reference.Pack.Profile.AreaCode);

    /// <summary>确认: from now on counts for whatever begins; what runs keeps its deadline.</summary>
    public async Task<Result<ConfirmedLimit>> ConfirmAsync(Actor actor, ConfirmLimit command, CancellationToken ct = default)
    {
        if (!MayConfirm(actor))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.CaseDeadline };
        if (reference.Pack.Procedures.FindLimit(command.LimitId) is not { } limit)
            return new ProcedureErrors.NotFound();
        if (limit.Status == TimeLimitStatus.Verified)
            return new ProcedureErrors.SetByLaw();
        var ground = PlainText.CleanLine(command.Ground);
        var errors = new List<Error>();
        if (command.Value is not (>= 1 and <= ProcedureLimitRule.MostUnits) || !Enum.IsDefined(command.Unit))
            errors.Add(new ProcedureErrors.BadLimit(ProcedureLimitRule.MostUnits) { Field = nameof(command.Value) });
        if (ground.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(command.Ground), "依据（文件名称和条款）") { Field = nameof(command.Ground) });
        else if (ground.Length > GroundLength)
            errors.Add(new PlatformErrors.TooLong("依据", GroundLength, ground.Length) { Field = nameof(command.Ground) });
        if (errors.Count > 0)
            return Result<ConfirmedLimit>.Refused(errors);

        var saved = await units.ExecuteAsync<ConfirmedLimit>(async unit =>
        {
            var before = await unit.Procedures.FindConfirmedAsync(limit.Id, ct);
            if (before?.At != command.SeenAt)
                return new ProcedureErrors.LimitChanged();
            var confirmed = new ConfirmedLimit(limit.Id, command.Value!.Value, command.Unit, ground, actor.DisplayName, time.GetUtcNow());
            await unit.Procedures.ConfirmAsync(confirmed, ct);
            unit.Audit(actor, new AuditRecord(
                "settings.confirm-limit", "settings", limit.Id, reference.Pack.Profile.AreaCode,
                $"{limit.Subject}，{limit.Name}：{limit.DisplayText} 改为 {ProcedureLimitRule.Text(confirmed.Value, confirmed.Unit)}，依据：{ground}"));
            return confirmed;
        }, ct);
        await refresh.RefreshAsync(ct);
        return saved;
    }
}
