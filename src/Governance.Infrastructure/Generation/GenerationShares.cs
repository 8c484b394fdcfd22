using System.Collections.Frozen;

namespace Governance.Infrastructure.Generation;

/// <summary>
/// In which proportions cases are generated. Months and the categories 01, 04 to 10, 13, 14 and 16 follow a district's published grid events
/// of 2018 and 2019 (35,317 events; event types mapped to the packs' top categories). The table knows no private disputes: 15 and 12 follow the
/// share of neighbourhood, family and land disputes among mediations, the rest (02, 03, 11, 99) is an assumption.
/// </summary>
internal static class GenerationShares
{
    /// <summary>Events a month, January first.</summary>
    public static IReadOnlyList<int> Months { get; } = [3657, 936, 1882, 1085, 1972, 2808, 3171, 3670, 3653, 3363, 3427, 2877];

    /// <summary>Weight of a top category.</summary>
    public static FrozenDictionary<string, int> Categories { get; } = new Dictionary<string, int>
    {
        ["01"] = 8161, ["02"] = 3200, ["03"] = 1800, ["04"] = 11643, ["05"] = 6105, ["06"] = 1578, ["07"] = 310, ["08"] = 1820, ["09"] = 1287,
        ["10"] = 409, ["11"] = 700, ["12"] = 2400, ["13"] = 290, ["14"] = 2080, ["15"] = 7100, ["16"] = 1606, ["99"] = 350,
    }.ToFrozenDictionary();

    /// <summary>One case in so many is handled late: 4 of 601 dispatched ones in a county's published month.</summary>
    public const int LateOneIn = 150;

    /// <summary>One case in so many is the repeat of another one; an assumption.</summary>
    public const int RepeatedOneIn = 25;
}
