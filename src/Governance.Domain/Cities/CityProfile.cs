using Governance.Domain.Organisation;

namespace Governance.Domain.Cities;

/// <summary>What a city is and how it names things: <c>city.json</c> of its pack.</summary>
public sealed record CityProfile
{
    /// <summary>Name of the pack's folder, e.g. <c>hohhot</c>.</summary>
    public required string Id { get; init; }

    /// <summary>呼和浩特市.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the city.</summary>
    public required AreaCode AreaCode { get; init; }

    /// <summary>Title of the portal in the page head.</summary>
    public required string PortalTitle { get; init; }

    /// <summary>Office hours, local time; a deadline of days ends at their end.</summary>
    public required OfficeHours OfficeHours { get; init; }

    /// <summary>IANA time zone of the city.</summary>
    public required string TimeZone { get; init; }

    /// <summary>How the ordinance names each level from the city down, e.g. 旗县区.</summary>
    public required IReadOnlyDictionary<DivisionLevel, string> LevelNames { get; init; }

    /// <summary>The levels at which the ordinance sets up leading groups.</summary>
    public required IReadOnlyList<DivisionLevel> LeadingGroupLevels { get; init; }

    /// <summary>Names of the leading group and its working office.</summary>
    public required string LeadingGroupName { get; init; }

    /// <summary>Kinds of grid, the general one first: 基础网格, 专属网格.</summary>
    public required IReadOnlyList<string> GridKinds { get; init; }

    /// <summary>The city's ordinance.</summary>
    public required OrdinanceProfile Ordinance { get; init; }

    /// <summary>Where each county-level division sits on the schematic tile map.</summary>
    public required IReadOnlyList<MapTile> TileMap { get; init; }
}

/// <summary>Office hours in the city's local time.</summary>
/// <param name="Start">Opening, e.g. 08:30.</param>
/// <param name="End">Closing, e.g. 17:30.</param>
public sealed record OfficeHours(TimeOnly Start, TimeOnly End)
{
    /// <summary>When the midday break begins; null without one.</summary>
    public TimeOnly? BreakStart { get; init; }

    /// <summary>When it ends.</summary>
    public TimeOnly? BreakEnd { get; init; }

    /// <summary>The parts of a working day that are worked, in order.</summary>
    public IReadOnlyList<(TimeOnly From, TimeOnly To)> Windows =>
        BreakStart is { } from && BreakEnd is { } to ? [(Start, from), (to, End)] : [(Start, End)];
}

/// <summary>Facts about a city's ordinance.</summary>
/// <param name="File">Text file inside the pack.</param>
/// <param name="Title">Full title without 《》.</param>
/// <param name="ShortTitle">What pages call it, e.g. 条例.</param>
/// <param name="EffectiveFrom">First day in force.</param>
/// <param name="Prefix">Letter that names it in documents and tests: H43, A11.</param>
/// <param name="Chapters">How many chapters the text must have, so that a damaged file is noticed.</param>
/// <param name="Articles">How many articles the text must have.</param>
public sealed record OrdinanceProfile(
    string File, string Title, string ShortTitle, DateOnly EffectiveFrom, string Prefix, int Chapters, int Articles);

/// <summary>Place of a county-level division on the schematic tile map; rows and columns count from 0 at the north-west.</summary>
/// <param name="Area">Code of the division.</param>
/// <param name="Row">Row from the north.</param>
/// <param name="Column">Column from the west.</param>
public sealed record MapTile(AreaCode Area, int Row, int Column);
