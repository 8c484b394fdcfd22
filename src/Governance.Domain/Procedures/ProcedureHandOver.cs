using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Procedures;

/// <summary>A hand-over slip between court and mediation, or to another body (诉调对接, H42), with its receipt.</summary>
public sealed class ProcedureHandOver
{
    /// <summary>Longest reason and list of what is handed over.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Longest number at the other side.</summary>
    public const int ReferenceLength = 60;

    private ProcedureHandOver()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The procedure.</summary>
    public Guid ProcedureId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>Which way.</summary>
    public HandOverDirection Direction { get; private set; }

    /// <summary>The court or body on the other side.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Number at the other side; may be empty.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Why, and what goes with it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The day, in China.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The day it was received; null while there is no receipt.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>Who received it.</summary>
    public string? ReceivedBy { get; private set; }

    internal static ProcedureHandOver Create(
        Guid procedureId, int sequence, HandOverDirection direction, string bodyName, string reference, string reason, DateOnly on, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        ProcedureId = procedureId,
        Sequence = sequence,
        Direction = direction,
        BodyName = bodyName,
        Reference = reference,
        Reason = reason,
        On = on,
    };

    internal void Receive(DateOnly on, string by) => (ReceivedOn, ReceivedBy) = (on, by);
}

/// <summary>What a hand-over slip says.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="BodyName">The court or body on the other side.</param>
/// <param name="Reference">Number at the other side; may be empty.</param>
/// <param name="Reason">Why, and what goes with it.</param>
/// <param name="On">The day.</param>
public sealed record HandOverSlip(HandOverDirection Direction, string BodyName, string Reference, string Reason, DateOnly On);

/// <summary>Hand-over slips.</summary>
public sealed partial class Procedure
{
    private readonly List<ProcedureHandOver> _handOvers = [];

    /// <summary>Slips, oldest first.</summary>
    public IReadOnlyList<ProcedureHandOver> HandOvers => _handOvers;

    /// <summary>移送: gives out or takes in a slip; also after the end, when a failed mediation goes back to the court.</summary>
    public Result HandOver(HandOverSlip slip, Actor actor, DateTimeOffset at)
    {
        var (body, reference, reason) = (PlainText.CleanLine(slip.BodyName), PlainText.CleanLine(slip.Reference), PlainText.Clean(slip.Reason));
        var errors = new List<Error>();
        Need(errors, nameof(slip.BodyName), "对方单位", body, BodyNameLength, true);
        Need(errors, nameof(slip.Reference), "对方案号", reference, ProcedureHandOver.ReferenceLength, false);
        Need(errors, "Note", "移送事由和材料", reason, ProcedureHandOver.ReasonLength, true);
        if (!Enum.IsDefined(slip.Direction))
            errors.Add(new PlatformErrors.Required(nameof(slip.Direction), "移送方向") { Field = nameof(slip.Direction) });
        if (slip.On > at.ChinaDay())
            errors.Add(new ProcedureErrors.TooLate { Field = nameof(slip.On) });
        if (errors.Count > 0)
            return Common.Result.Refused(errors);
        _handOvers.Add(ProcedureHandOver.Create(Id, _handOvers.Count + 1, slip.Direction, body, reference, reason, slip.On, at));
        Record(ProcedureEntryKind.HandOver, $"{slip.Direction.DisplayName()}：{body}", slip.On, actor, at, reason, null);
        return Common.Result.Ok;
    }

    /// <summary>回执: the other side received a slip.</summary>
    public Result Receive(int sequence, string by, DateOnly on, Actor actor, DateTimeOffset at)
    {
        if (_handOvers.Find(h => h.Sequence == sequence) is not { } slip)
            return new ProcedureErrors.NotFound();
        if (slip.ReceivedOn is not null)
            return new ProcedureErrors.ReceivedBefore();
        by = PlainText.CleanLine(by);
        var errors = new List<Error>();
        Need(errors, "ReceivedBy", "接收人", by, MediatorLength, true);
        if (on < slip.On)
            errors.Add(new ProcedureErrors.TooEarly(Day(slip.On)) { Field = "On" });
        else if (on > at.ChinaDay())
            errors.Add(new ProcedureErrors.TooLate { Field = "On" });
        if (errors.Count > 0)
            return Common.Result.Refused(errors);
        slip.Receive(on, by);
        Record(ProcedureEntryKind.Receipt, $"回执：{slip.BodyName}", on, actor, at, by, null);
        return Common.Result.Ok;
    }
}
