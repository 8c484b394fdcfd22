namespace Governance.Domain.Mediation;

/// <summary>What a mediator has to do now and did within the last year. Counts of work in office, no judgement of a person.</summary>
/// <param name="Running">Procedures under way.</param>
/// <param name="Ended">Procedures ended within the last year.</param>
/// <param name="Agreed">Those of them that ended with an agreement.</param>
public sealed record MediatorRecord(int Running, int Ended, int Agreed)
{
    /// <summary>Below this many ended cases no rate is told: it would say nothing.</summary>
    public const int FewestForRate = 5;

    /// <summary>Nothing known yet.</summary>
    public static MediatorRecord None { get; } = new(0, 0, 0);

    /// <summary>Share that ended with an agreement; null when too few ended.</summary>
    public double? SuccessRate => Ended < FewestForRate ? null : (double)Agreed / Ended;

    /// <summary>In words, always with the counts.</summary>
    public string Describe() => Ended switch
    {
        0 => "近一年没有办结",
        < FewestForRate => $"近一年办结 {Ended} 件，达成协议 {Agreed} 件（不足 {FewestForRate} 件，不算成功率）",
        _ => $"近一年办结 {Ended} 件，达成协议 {Agreed} 件（{Math.Round(100.0 * Agreed / Ended):0}%）",
    };
}
