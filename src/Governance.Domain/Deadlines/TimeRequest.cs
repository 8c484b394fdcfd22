using Governance.Domain.Cities;
using Governance.Domain.Platform;

namespace Governance.Domain.Deadlines;

/// <summary>What is asked of the clock.</summary>
public enum TimeRequestKind
{
    /// <summary>延期: more time.</summary>
    Extension = 1,

    /// <summary>暂停计时: the clock stands while something is waited for.</summary>
    Pause = 2,
}

/// <summary>What became of it.</summary>
public enum TimeRequestState
{
    /// <summary>待批.</summary>
    Pending = 1,

    /// <summary>已同意.</summary>
    Granted = 2,

    /// <summary>不同意.</summary>
    Refused = 3,

    /// <summary>已失效: the case went on before anybody decided.</summary>
    Lapsed = 4,
}

/// <summary>
/// A request of the lead body for more time or for a pause, and what was decided. The clock is counted from the granted ones; nothing
/// else prolongs or stops it.
/// </summary>
public sealed class TimeRequest
{
    private TimeRequest()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>How often the case had been reopened: a fresh clock knows nothing of earlier requests.</summary>
    public int Run { get; private set; }

    /// <summary>What is asked for.</summary>
    public TimeRequestKind Kind { get; private set; }

    /// <summary>For 延期: how many units more.</summary>
    public int? Value { get; private set; }

    /// <summary>For 延期: the unit.</summary>
    public TimeLimitUnit? Unit { get; private set; }

    /// <summary>For 延期: line of the pack that allows it. For 暂停: key of the reason.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>What it rests on, as text a person can read.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>For 暂停: name of the reason.</summary>
    public string? ReasonName { get; private set; }

    /// <summary>For 暂停: when the clock goes on at the latest, UTC.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Why, in words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When it was asked, UTC; a granted pause begins here.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Who asked; nobody decides a request of one's own.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>Name of that person.</summary>
    public string AskedByName { get; private set; } = "";

    /// <summary>Body of that person.</summary>
    public string AskedByBody { get; private set; } = "";

    /// <summary>What became of it.</summary>
    public TimeRequestState State { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Name of who decided.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>Body of who decided.</summary>
    public string? DecidedByBody { get; private set; }

    /// <summary>What was said with the decision.</summary>
    public string? Decision { get; private set; }

    /// <summary>For 暂停: when the clock went on before its time, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The limit a granted extension adds; null for a pause and for anything that was not granted.</summary>
    public TimeLimit? Adds() => this is { Kind: TimeRequestKind.Extension, State: TimeRequestState.Granted, Value: { } value, Unit: { } unit }
        ? new TimeLimit(RuleId, value, unit, Basis)
        : null;

    /// <summary>The stretch a granted pause takes out of the clock; null for an extension and for anything that was not granted.</summary>
    public ClockSpan? Stops() => this is { Kind: TimeRequestKind.Pause, State: TimeRequestState.Granted, Until: { } until }
        ? new ClockSpan(AskedAt, EndedAt ?? until)
        : null;

    internal static TimeRequest Extension(Guid caseId, int run, TimeLimit limit, string words, Actor actor, DateTimeOffset at)
    {
        var asked = Asked(caseId, run, TimeRequestKind.Extension, words, actor, at);
        (asked.Value, asked.Unit, asked.RuleId, asked.Basis) = (limit.Value, limit.Unit, limit.RuleId, limit.Basis);
        return asked;
    }

    internal static TimeRequest Pause(Guid caseId, int run, PauseReason reason, DateTimeOffset until, string words, Actor actor, DateTimeOffset at)
    {
        var asked = Asked(caseId, run, TimeRequestKind.Pause, words, actor, at);
        (asked.RuleId, asked.Basis, asked.ReasonName, asked.Until) = (reason.Key, reason.BasisText, reason.Name, until);
        return asked;
    }

    internal void Decide(bool granted, string words, Actor actor, DateTimeOffset at)
    {
        State = granted ? TimeRequestState.Granted : TimeRequestState.Refused;
        (DecidedAt, DecidedByName, DecidedByBody, Decision) = (at, actor.DisplayName, actor.BodyName, words);
    }

    internal void Lapse(DateTimeOffset at) => (State, DecidedAt) = (TimeRequestState.Lapsed, at);

    internal void End(DateTimeOffset at) => EndedAt = at;

    private static TimeRequest Asked(Guid caseId, int run, TimeRequestKind kind, string words, Actor actor, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = caseId,
        Run = run,
        Kind = kind,
        Words = words,
        AskedAt = at,
        AskedById = actor.UserId,
        AskedByName = actor.DisplayName,
        AskedByBody = actor.BodyName,
        State = TimeRequestState.Pending,
    };
}

/// <summary>Names of the vocabulary around requests.</summary>
public static class TimeRequestWords
{
    /// <summary>Name of a kind.</summary>
    public static string DisplayName(this TimeRequestKind kind) => kind == TimeRequestKind.Pause ? "暂停计时" : "延期";

    /// <summary>Name of a state.</summary>
    public static string DisplayName(this TimeRequestState state) => state switch
    {
        TimeRequestState.Pending => "待批",
        TimeRequestState.Granted => "已同意",
        TimeRequestState.Refused => "不同意",
        TimeRequestState.Lapsed => "已失效",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
