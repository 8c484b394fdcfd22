using Governance.Domain.Charges;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;

namespace Governance.Domain.Cases;

/// <summary>The leader in charge of a case (包案), who follows it up in a rhythm, and what became of instructions (批示落实).</summary>
public sealed partial class Case
{
    /// <summary>Shortest rhythm in days.</summary>
    public const int LeastFollowUpDays = 1;

    /// <summary>Longest one.</summary>
    public const int MostFollowUpDays = 90;

    /// <summary>Rhythm unless told.</summary>
    public const int UsualFollowUpDays = 7;

    /// <summary>Leader in charge, or null.</summary>
    public Guid? ChargeLeaderId { get; private set; }

    /// <summary>Name of that leader at the time.</summary>
    public string? ChargeLeaderName { get; private set; }

    /// <summary>Days between two follow-ups, or null.</summary>
    public int? ChargeEveryDays { get; private set; }

    /// <summary>Day in China on which the next follow-up is due, or null.</summary>
    public DateOnly? ChargeDueOn { get; private set; }

    /// <summary>True when a leader has instructed and nobody has reported since.</summary>
    public bool AwaitsReport =>
        _steps.LastOrDefault(s => s.Kind is CaseStepKind.Instruct or CaseStepKind.ReportInstruction)?.Kind == CaseStepKind.Instruct;

    /// <summary>What decides who may do what about charge and instructions.</summary>
    public ChargeStanding ChargeStanding => new(State, Place, ManagingBodyCode, LeadBodyCode, ChargeLeaderId, AwaitsReport);

    /// <summary>包案: names the leader in charge and how often the case is followed up; naming another one replaces the first.</summary>
    public Result NameInCharge(Actor actor, Actor? leader, int everyDays, string note, DateTimeOffset at)
    {
        if (CheckCharge(CaseStepKind.NameInCharge, actor, note, out var words) is { IsOk: false } refused)
            return refused;
        if (leader is null || !leader.May(Permission.FollowUpCharge, Place))
            return new ChargeErrors.NoLeaderHere { Field = "LeaderId" };
        if (everyDays is < LeastFollowUpDays or > MostFollowUpDays)
            return new ChargeErrors.BadRhythm(LeastFollowUpDays, MostFollowUpDays) { Field = "EveryDays" };
        if (ChargeLeaderId == leader.UserId && ChargeEveryDays == everyDays)
            return new ChargeErrors.InChargeAlready(leader.DisplayName);
        (ChargeLeaderId, ChargeLeaderName, ChargeEveryDays, ChargeDueOn) = (leader.UserId, leader.DisplayName, everyDays, at.ChinaDay().AddDays(everyDays));
        Record(CaseStepKind.NameInCharge, actor, at, words, ChargeRule.Ground, leader.DisplayName, facts: $"每 {everyDays} 天跟进一次");
        _steps[^1].Name([new Mention(leader.UserId, leader.DisplayName)]);
        return Result.Ok;
    }

    /// <summary>跟进: the leader in charge says how the case stands; the next follow-up is due one rhythm later.</summary>
    public Result FollowUp(Actor actor, string note, DateTimeOffset at)
    {
        if (ChargeLeaderId is null || ChargeEveryDays is not { } days)
            return new ChargeErrors.NobodyInCharge();
        if (ChargeLeaderId != actor.UserId)
            return new ChargeErrors.NotInCharge(ChargeLeaderName!);
        if (CheckCharge(CaseStepKind.FollowUp, actor, note, out var words) is { IsOk: false } refused)
            return refused;
        ChargeDueOn = at.ChinaDay().AddDays(days);
        Record(CaseStepKind.FollowUp, actor, at, words, ChargeRule.Ground);
        return Result.Ok;
    }

    /// <summary>解除包案.</summary>
    public Result EndCharge(Actor actor, string reason, DateTimeOffset at)
    {
        if (ChargeLeaderId is not { } leader || ChargeLeaderName is not { } name)
            return new ChargeErrors.NobodyInCharge();
        if (CheckCharge(CaseStepKind.EndCharge, actor, reason, out var words) is { IsOk: false } refused)
            return refused;
        (ChargeLeaderId, ChargeLeaderName, ChargeEveryDays, ChargeDueOn) = (null, null, null, null);
        Record(CaseStepKind.EndCharge, actor, at, words, ChargeRule.Ground, name);
        _steps[^1].Name([new Mention(leader, name)]);
        return Result.Ok;
    }

    /// <summary>落实批示: the body says what it has done; the leaders whose instructions it answers are told.</summary>
    public Result ReportInstruction(Actor actor, string note, DateTimeOffset at)
    {
        if (!AwaitsReport)
            return new ChargeErrors.NothingInstructed();
        if (CheckCharge(CaseStepKind.ReportInstruction, actor, note, out var words) is { IsOk: false } refused)
            return refused;
        var answered = _steps.Skip(_steps.FindLastIndex(s => s.Kind == CaseStepKind.ReportInstruction) + 1)
            .Where(s => s is { Kind: CaseStepKind.Instruct, ActorId: not null }).Select(s => new Mention(s.ActorId!.Value, s.ActorName)).DistinctBy(m => m.UserId).ToList();
        Record(CaseStepKind.ReportInstruction, actor, at, words, ChargeRule.Ground);
        _steps[^1].Name([.. answered.Take(Mention.Most)]);
        return Result.Ok;
    }

    private Result CheckCharge(CaseStepKind kind, Actor actor, string note, out string words)
    {
        var rule = ChargeRule.For(kind);
        words = PlainText.Clean(note);
        if (kind == CaseStepKind.NameInCharge && !State.IsOpen())
            return new CaseErrors.WrongState(kind, State) { Ground = ChargeRule.Ground };
        if (!rule.MayBeDoneBy(actor, ChargeStanding))
            return new PlatformErrors.NotPermitted { Ground = ChargeRule.Ground };
        if (rule.NoteRequired && words.Length == 0)
            return new CaseErrors.NoteRequired(rule.NoteLabel) { Field = "Note" };
        if (words.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong(rule.NoteLabel, CaseStep.NoteLength, words.Length) { Field = "Note" };
        return Result.Ok;
    }
}
