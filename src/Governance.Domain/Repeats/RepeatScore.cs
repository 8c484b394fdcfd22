using Governance.Domain.Common;
using Governance.Domain.Organisation;

namespace Governance.Domain.Repeats;

/// <summary>How near two places are.</summary>
public enum PlaceNearness
{
    /// <summary>同一社区 or 同一村.</summary>
    SameVillage = 1,

    /// <summary>同一乡镇街道.</summary>
    SameTownship = 2,

    /// <summary>同一旗县区.</summary>
    SameCounty = 3,

    /// <summary>Farther apart, or not known.</summary>
    Apart = 4,
}

/// <summary>How likely two cases are the same matter, from words, place and time, and why, in words a clerk can check.</summary>
/// <param name="Likeness">0 to 1, see <see cref="RepeatText"/>.</param>
/// <param name="Nearness">How near the places are.</param>
/// <param name="Days">Days between the two.</param>
public sealed record RepeatScore(double Likeness, PlaceNearness Nearness, int Days)
{
    /// <summary>From this likeness on cases are offered while somebody types: better one too many, a person decides.</summary>
    public const double WorthALook = 0.35;

    /// <summary>From this likeness on cases of one county are shown as one group; measured on labelled messages.</summary>
    public const double SameSubject = 0.5;

    private const int OldAfterDays = 180;

    /// <summary>Compares two cases.</summary>
    public static RepeatScore Of(RepeatText one, AreaCode place, DateTimeOffset at, RepeatText other, AreaCode otherPlace, DateTimeOffset otherAt) => new(
        RepeatText.Likeness(one, other), NearnessOf(place, otherPlace), Math.Abs(at.ChinaDay().DayNumber - otherAt.ChinaDay().DayNumber));

    /// <summary>What suggestions are ordered by: the words first, then the place, then the time.</summary>
    public double Total => Likeness + Nearness switch
    {
        PlaceNearness.SameVillage => 0.15,
        PlaceNearness.SameTownship => 0.08,
        PlaceNearness.SameCounty => 0,
        _ => -0.1,
    } - (0.1 * Math.Min(Days, OldAfterDays) / OldAfterDays);

    /// <summary>E.g. <c>文字相近 82%，同一村（社区），3 天前</c>.</summary>
    public string Explanation => $"文字相近 {Math.Round(Likeness * 100)}%，{Place}，{Time}";

    private string Place => Nearness switch
    {
        PlaceNearness.SameVillage => "同一村（社区）",
        PlaceNearness.SameTownship => "同一乡镇街道",
        PlaceNearness.SameCounty => "同一旗县区",
        _ => "地点不同",
    };

    private string Time => Days == 0 ? "同一天" : $"相隔 {Days} 天";

    private static PlaceNearness NearnessOf(AreaCode one, AreaCode other) =>
        one == default || other == default ? PlaceNearness.Apart
        : one == other && one.Level == DivisionLevel.Village ? PlaceNearness.SameVillage
        : Same(one, other, DivisionLevel.Township) ? PlaceNearness.SameTownship
        : Same(one, other, DivisionLevel.County) ? PlaceNearness.SameCounty
        : PlaceNearness.Apart;

    private static bool Same(AreaCode one, AreaCode other, DivisionLevel level) =>
        one.Level >= level && other.Level >= level && one.AncestorAt(level) == other.AncestorAt(level);
}
