namespace Governance.Domain.Organisation;

/// <summary>
/// An administrative division: province, city, county, township or village. The divisions of a city come from its pack's
/// <c>divisions.csv</c> and are kept in the database as well, so that names of merged divisions stay readable.
/// </summary>
public sealed class Division
{
    private Division()
    {
    }

    /// <summary>The 12-digit statistical code.</summary>
    public AreaCode Code { get; private set; }

    /// <summary>Full name as published, e.g. 海拉尔东路街道 or 福源社区居民委员会.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The division one level above; null for the province.</summary>
    public AreaCode? Parent { get; private set; }

    /// <summary>Level; always that of the code.</summary>
    public DivisionLevel Level { get; private set; }

    /// <summary>What sort of unit it is, one of <see cref="DivisionKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Lower-case pinyin initials of the short name, e.g. <c>xcq</c> for 新城区, so that a place is found by typing.</summary>
    public string Initials { get; private set; } = "";

    /// <summary>
    /// True for a zone that exists in statistics only and has no government of its own (经济技术开发区 and the like).
    /// </summary>
    public bool IsStatisticsOnly => Kind == DivisionKinds.StatisticsOnlyZone;

    /// <summary>Name without the committee's words: 福源社区 for 福源社区居民委员会; the full name above the village level.</summary>
    public string ShortName => DivisionKinds.ShortName(Name, Level);

    /// <summary>A division; the pack's reader has checked that code, parent and level agree.</summary>
    public static Division Create(
        AreaCode code, string name, AreaCode? parent, DivisionLevel level, string kind, string initials) => new()
    {
        Code = code,
        Name = name,
        Parent = parent,
        Level = level,
        Kind = kind,
        Initials = initials,
    };
}
