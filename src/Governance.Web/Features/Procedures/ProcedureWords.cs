using System.Globalization;
using Governance.Application.Procedures;
using Governance.Domain.Cities;
using Governance.Domain.Procedures;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Procedures;

/// <summary>What may be done with a procedure, each with a small form.</summary>
public enum ProcedureAction
{
    /// <summary>The next step.</summary>
    Advance,

    /// <summary>An outcome.</summary>
    End,

    /// <summary>More time.</summary>
    Extend,

    /// <summary>Another body or mediator.</summary>
    Change,

    /// <summary>The item of administrative mediation.</summary>
    TakeItem,

    /// <summary>A slip.</summary>
    HandOver,

    /// <summary>A receipt.</summary>
    Receive,

    /// <summary>Ask the court to confirm.</summary>
    Apply,

    /// <summary>What the court said.</summary>
    Confirm,
}

/// <summary>Names and colours of procedures on pages.</summary>
public static class ProcedureWords
{
    /// <summary>Name of an action.</summary>
    public static string DisplayName(this ProcedureAction action) => action switch
    {
        ProcedureAction.Advance => "办理下一步",
        ProcedureAction.End => "登记结果",
        ProcedureAction.Extend => "延长期限",
        ProcedureAction.Change => "变更单位、人员",
        ProcedureAction.TakeItem => "对应调解事项",
        ProcedureAction.HandOver => "移送",
        ProcedureAction.Receive => "登记回执",
        ProcedureAction.Apply => "申请司法确认",
        ProcedureAction.Confirm => "登记法院裁定",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>The actions open on a procedure now, the usual one first.</summary>
    public static IReadOnlyList<ProcedureAction> Open(ProcedureView view, DateTimeOffset now)
    {
        var record = view.Record;
        var open = new List<ProcedureAction>();
        if (view.NextSteps.Count > 0)
            open.Add(ProcedureAction.Advance);
        if (view.Outcomes.Count > 0)
            open.Add(ProcedureAction.End);
        if (record is { ConfirmUntil: { } until, ConfirmAppliedOn: null } && until >= now)
            open.Add(ProcedureAction.Apply);
        if (record is { ConfirmAppliedOn: not null, Confirmation: null })
            open.Add(ProcedureAction.Confirm);
        if (view.IsExtendable)
            open.Add(ProcedureAction.Extend);
        if (record.IsRunning)
            open.Add(ProcedureAction.Change);
        if (record is { IsRunning: true, Item: null } && view.Kind is { IsAdministrative: true })
            open.Add(ProcedureAction.TakeItem);
        open.Add(ProcedureAction.HandOver);
        if (record.HandOvers.Any(h => h.ReceivedOn is null))
            open.Add(ProcedureAction.Receive);
        return open;
    }

    /// <summary>Colour of a result.</summary>
    public static TagTone Tone(ProcedureResult? result) => result switch
    {
        null => TagTone.Active,
        ProcedureResult.Success => TagTone.Good,
        ProcedureResult.Failure => TagTone.Warn,
        _ => TagTone.Plain,
    };

    /// <summary>Colour of whether a limit was checked.</summary>
    public static TagTone Tone(ProcedureLimitRule limit) => limit.IsSettled ? TagTone.Good : TagTone.Warn;

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A sum of money, or a dash.</summary>
    public static string Money(decimal? amount) => amount is { } sum ? $"{sum.ToString("#,0.##", CultureInfo.InvariantCulture)} 元" : "—";

    /// <summary>The stations of a procedure: the steps it took, where it stands, what follows in the usual order.</summary>
    public static IReadOnlyList<StepItem> Stations(ProcedureView view)
    {
        var steps = view.Kind?.Steps ?? [];
        var at = steps.ToList().FindIndex(s => s.Code == view.Record.StepCode);
        return [.. steps.Select((s, i) => new StepItem(s.Name, i < at || (i == at && !view.Record.IsRunning) ? StepState.Done : i == at ? StepState.Now : StepState.Ahead))];
    }

    /// <summary>True when the city still has to say something about the limit.</summary>
    public static bool IsUnsettled(ProcedureLimitRule? limit) => limit is { IsSettled: false, Status: TimeLimitStatus.CityToConfirm };
}
