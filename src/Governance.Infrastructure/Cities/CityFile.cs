using System.Globalization;
using System.Text.Json;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>city.json</c>.</summary>
internal sealed class CityFile(PackFiles files)
{
    private const string Name = "city.json";
    private string _text = "";

    /// <summary>The profile; null when a fault makes it useless.</summary>
    public CityProfile? Read()
    {
        if (files.Text(Name) is not { } text)
            return null;
        _text = text;
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            files.Refuse(Name, (int)(fault.LineNumber ?? 0) + 1, "不是有效的 JSON");
        }
        catch (MalformedValueException fault)
        {
            files.Refuse(Name, LineOf(fault.Property), fault.Message);
        }

        return null;
    }

    private CityProfile Read(JsonElement root)
    {
        var hours = Of(root, "officeHours", JsonValueKind.Object);
        var ordinance = Of(root, "ordinance", JsonValueKind.Object);
        var profile = new CityProfile
        {
            Id = Text(root, "id"),
            Name = Text(root, "name"),
            AreaCode = Area(root, "areaCode"),
            PortalTitle = Text(root, "portalTitle"),
            OfficeHours = new OfficeHours(Time(hours, "morningStart"), Time(hours, "end"))
            {
                BreakStart = TimeOrNone(hours, "breakStart"),
                BreakEnd = TimeOrNone(hours, "breakEnd"),
            },
            TimeZone = Text(root, "timeZone"),
            LevelNames = LevelNames(Of(root, "levelNames", JsonValueKind.Object)),
            LeadingGroupName = Text(root, "leadingGroupName"),
            LeadingGroupLevels = [.. Items(root, "leadingGroupLevels").Select(i => Level("leadingGroupLevels", i.GetString()))],
            GridKinds = [.. Items(root, "gridKinds").Select(i => i.GetString() ?? "")],
            Ordinance = new OrdinanceProfile(
                Text(ordinance, "file"),
                Text(ordinance, "title"),
                Text(ordinance, "shortTitle"),
                Date(ordinance, "effectiveFrom"),
                Text(ordinance, "prefix"),
                Number(ordinance, "chapters"),
                Number(ordinance, "articles")),
            TileMap = [.. Items(root, "tileMap").Select(i => new MapTile(Area(i, "area"), Number(i, "row"), Number(i, "column")))],
        };
        Check(profile);
        return profile;
    }

    private void Check(CityProfile profile)
    {
        if (profile.Id != files.Id)
            files.Refuse(Name, LineOf("id"), $"id 应与文件夹同名：{files.Id}");
        if (profile.AreaCode.Level != DivisionLevel.City)
            files.Refuse(Name, LineOf("areaCode"), "areaCode 应为地级市的代码");
        if (profile.OfficeHours.Start >= profile.OfficeHours.End)
            files.Refuse(Name, LineOf("officeHours"), "上班时间应早于下班时间");
        var (start, end, rest, back) = (profile.OfficeHours.Start, profile.OfficeHours.End, profile.OfficeHours.BreakStart, profile.OfficeHours.BreakEnd);
        if (rest is null != back is null || rest <= start || back <= rest || back >= end)
            files.Refuse(Name, LineOf("officeHours"), "午休应有开始和结束，并在上班时间之内");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _))
            files.Refuse(Name, LineOf("timeZone"), $"时区不存在：{profile.TimeZone}");
        if (profile.Ordinance.File != Path.GetFileName(profile.Ordinance.File))
            files.Refuse(Name, LineOf("file"), "条例文本应在本文件夹内");
    }

    /// <summary>Tiles must cover the county-level divisions, each once, no two on one place.</summary>
    public void CheckTiles(CityProfile profile, IReadOnlyList<Division> divisions)
    {
        var counties = divisions.Where(d => d.Level == DivisionLevel.County).ToDictionary(d => d.Code, d => d.Name);
        foreach (var tile in profile.TileMap.Where(t => !counties.ContainsKey(t.Area)))
            files.Refuse(Name, LineOf("tileMap"), $"tileMap 中的区划不在 divisions.csv 中：{tile.Area}");
        foreach (var (_, name) in counties.Where(c => profile.TileMap.Count(t => t.Area == c.Key) != 1))
            files.Refuse(Name, LineOf("tileMap"), $"tileMap 应有且只有一格：{name}");
        foreach (var place in profile.TileMap.GroupBy(t => (t.Row, t.Column)).Where(g => g.Count() > 1))
            files.Refuse(Name, LineOf("tileMap"), $"tileMap 同一位置有两格：第 {place.Key.Row} 行第 {place.Key.Column} 列");
    }

    private static Dictionary<DivisionLevel, string> LevelNames(JsonElement element) =>
        new[] { DivisionLevel.City, DivisionLevel.County, DivisionLevel.Township, DivisionLevel.Village }
            .ToDictionary(level => level, level => Text(element, SnakeName(level)));

    private static string SnakeName(DivisionLevel level) => level.ToString().ToLowerInvariant();

    private static DivisionLevel Level(string property, string? name) => SnakeEnum<DivisionLevel>.Find(name ?? "")
        ?? throw new MalformedValueException(property, $"{property} 中没有这一层级：{name}");

    private static JsonElement Of(JsonElement element, string property, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == kind
            ? value
            : throw new MalformedValueException(property, $"缺少 {property} 或类型不对");

    private static List<JsonElement> Items(JsonElement element, string property) =>
        Of(element, property, JsonValueKind.Array).EnumerateArray().ToList() is { Count: > 0 } items
            ? items
            : throw new MalformedValueException(property, $"{property} 不能为空");

    private static string Text(JsonElement element, string property) =>
        Of(element, property, JsonValueKind.String).GetString() is { Length: > 0 } text
            ? text
            : throw new MalformedValueException(property, $"{property} 不能为空");

    private static int Number(JsonElement element, string property) =>
        Of(element, property, JsonValueKind.Number).TryGetInt32(out var value) && value is >= 0 and <= 999
            ? value
            : throw new MalformedValueException(property, $"{property} 应为 0 至 999 的整数");

    private static AreaCode Area(JsonElement element, string property) => AreaCode.TryParse(Text(element, property), out var code)
        ? code
        : throw new MalformedValueException(property, $"{property} 不是十二位区划代码：{Text(element, property)}");

    private static TimeOnly Time(JsonElement element, string property) =>
        TimeOnly.TryParseExact(Text(element, property), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new MalformedValueException(property, $"{property} 不是时间：{Text(element, property)}");

    private static TimeOnly? TimeOrNone(JsonElement element, string property) => element.TryGetProperty(property, out _) ? Time(element, property) : null;

    private static DateOnly Date(JsonElement element, string property) =>
        DateOnly.TryParseExact(Text(element, property), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new MalformedValueException(property, $"{property} 不是日期：{Text(element, property)}");

    /// <summary>Line of the property's first mention; 1 when it is not there at all.</summary>
    private int LineOf(string property)
    {
        var at = _text.IndexOf($"\"{property}\"", StringComparison.Ordinal);
        return at < 0 ? 1 : _text.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>A value of city.json that cannot be used; caught in this class and turned into a fault of the pack.</summary>
    private sealed class MalformedValueException(string property, string reason) : Exception(reason)
    {
        public string Property => property;
    }
}
