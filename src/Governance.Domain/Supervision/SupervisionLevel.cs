namespace Governance.Domain.Supervision;

/// <summary>How serious a supervision (督办) is; the number is the rank.</summary>
public enum SupervisionLevel
{
    /// <summary>黄牌.</summary>
    Yellow = 1,

    /// <summary>红牌.</summary>
    Red = 2,
}

/// <summary>Names of the levels.</summary>
public static class SupervisionLevels
{
    /// <summary>Chinese name.</summary>
    public static string DisplayName(this SupervisionLevel level) => level switch
    {
        SupervisionLevel.Yellow => "黄牌",
        SupervisionLevel.Red => "红牌",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
