using Governance.Domain.Common;

namespace Governance.Domain.Charges;

/// <summary>Why something about the leader in charge was refused.</summary>
public static class ChargeErrors
{
    /// <summary>The person is no leader, or the case does not lie in the person's area.</summary>
    public sealed record NoLeaderHere() : Error("charge.no-leader-here", "请从列表中选择包案领导：须是领导，且案件在其管辖范围内。");

    /// <summary>The rhythm lies outside its bounds.</summary>
    public sealed record BadRhythm(int Least, int Most) : Error("charge.bad-rhythm", $"跟进间隔应在 {Least} 到 {Most} 天之间。");

    /// <summary>The same leader is in charge already, as often.</summary>
    public sealed record InChargeAlready(string Name) : Error("charge.in-charge-already", $"{Name}已在包办本案，跟进间隔也没有变化。");

    /// <summary>Nobody is in charge.</summary>
    public sealed record NobodyInCharge() : Error("charge.nobody-in-charge", "本案现在没有包案领导。");

    /// <summary>Only who is in charge follows up.</summary>
    public sealed record NotInCharge(string Name) : ForbiddenError("charge.not-in-charge", $"本案由{Name}包案，由其本人记录跟进。");

    /// <summary>There is no instruction to report on.</summary>
    public sealed record NothingInstructed() : Error("charge.nothing-instructed", "本案没有尚待落实的批示。");
}
