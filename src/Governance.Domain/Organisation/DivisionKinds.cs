namespace Governance.Domain.Organisation;

/// <summary>
/// The kinds of division a pack may use. <c>_like</c> kinds are units the statistics treat as a township or a village although
/// they are not one in law: industrial parks, farms, virtual communities.
/// </summary>
public static class DivisionKinds
{
    /// <summary>省、自治区.</summary>
    public const string Province = "province";

    /// <summary>设区的市.</summary>
    public const string City = "city";

    /// <summary>市辖区.</summary>
    public const string District = "district";

    /// <summary>县、旗.</summary>
    public const string CountyOrBanner = "county_or_banner";

    /// <summary>县级市.</summary>
    public const string CountyLevelCity = "county_level_city";

    /// <summary>A zone at county level that exists in statistics only.</summary>
    public const string StatisticsOnlyZone = "stat_only_zone";

    private static readonly string[] CommitteeWords =
        ["村民委员会", "居民委员会", "街民委员会", "村委会", "居委会"];

    private static readonly Dictionary<DivisionLevel, string[]> ByLevel = new()
    {
        [DivisionLevel.Province] = [Province],
        [DivisionLevel.City] = [City],
        [DivisionLevel.County] = [District, CountyOrBanner, CountyLevelCity, StatisticsOnlyZone],
        [DivisionLevel.Township] = ["subdistrict", "town", "township", "township_like"],
        [DivisionLevel.Village] =
            ["residents_committee", "residents_committee_like", "villagers_committee", "villagers_committee_like"],
    };

    /// <summary>The kinds a division of this level may have.</summary>
    public static IReadOnlyList<string> Of(DivisionLevel level) => ByLevel[level];

    /// <summary>Name of a village or community without the words for its committee; other levels keep their name.</summary>
    public static string ShortName(string name, DivisionLevel level)
    {
        if (level != DivisionLevel.Village)
            return name;
        var words = CommitteeWords.FirstOrDefault(w => name.EndsWith(w, StringComparison.Ordinal) && name.Length > w.Length);
        return words is null ? name : name[..^words.Length];
    }
}
