using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;

namespace Governance.Application.Mediation;

/// <summary>Says what an entry of the register is and how it changed, for history and audit trail; no phone of a person is in it.</summary>
public static class MediationWords
{
    /// <summary>Names of categories, or 各类民间纠纷 for none.</summary>
    public static string Specialities(IReadOnlyList<string> codes, CityPack pack) =>
        codes.Count == 0 ? "各类民间纠纷" : string.Join("、", codes.Select(code => pack.CategoryByCode(code)?.Name ?? code));

    /// <summary>What changes of a committee.</summary>
    public static string Difference(CommitteeFacts before, CommitteeFacts after, CityPack pack) => Join(
        ("名称", before.Name, after.Name),
        ("类型", before.Kind.DisplayName(), after.Kind.DisplayName()),
        ("专长", Specialities(before.Specialities, pack), Specialities(after.Specialities, pack)),
        ("地区", Area(before.Area, pack), Area(after.Area, pack)),
        ("设立单位", Body(before.BodyCode, pack), Body(after.BodyCode, pack)),
        ("地址", before.Address, after.Address),
        ("办公电话", before.OfficePhone, after.OfficePhone),
        ("负责人", before.LeaderName, after.LeaderName),
        ("设立日期", Day(before.FoundedOn), Day(after.FoundedOn)),
        ("调解室", $"{before.Rooms}", $"{after.Rooms}"));

    /// <summary>What changes of a mediator.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="after">As it shall be.</param>
    /// <param name="committees">Names of the committees and studios either refers to.</param>
    /// <param name="phoneChanges">True when there is a new phone, which is not told.</param>
    /// <param name="pack">The city.</param>
    public static string Difference(
        MediatorFacts before, MediatorFacts after, IReadOnlyDictionary<Guid, string> committees, bool phoneChanges, CityPack pack)
    {
        var words = Join(
            ("姓名", before.Name, after.Name),
            ("调解组织", Committee(before.CommitteeId), Committee(after.CommitteeId)),
            ("工作室", Committee(before.StudioId), Committee(after.StudioId)),
            ("专长", Specialities(before.Specialities, pack), Specialities(after.Specialities, pack)),
            ("服务地区", Area(before.Area, pack), Area(after.Area, pack)),
            ("专兼职", FullTime(before.IsFullTime), FullTime(after.IsFullTime)));
        return phoneChanges ? words.Length == 0 ? "更换电话" : words + "；更换电话" : words;

        string Committee(Guid? id) => id is { } known ? committees.GetValueOrDefault(known, "未知") : "无";
    }

    /// <summary>专职 or 兼职.</summary>
    public static string FullTime(bool isFullTime) => isFullTime ? "专职" : "兼职";

    /// <summary>Name of a place for lists: county and below, or the city.</summary>
    public static string Area(AreaCode code, CityPack pack) =>
        pack.PlaceName(code) is { Length: > 0 } name ? name : pack.FindDivision(code)?.Name ?? code.Value;

    /// <summary>Levels of an item as the city names them: 市、旗县区.</summary>
    public static string Levels(IReadOnlyList<DivisionLevel> levels, CityPack pack) =>
        string.Join("、", levels.Select(level => pack.Profile.LevelNames.GetValueOrDefault(level, "")));

    /// <summary>Short name of the body that does a job in this city: 市场监管局.</summary>
    public static string BodyName(string key, CityPack pack) => pack.Bodies.FirstOrDefault(b => b.Key == key)?.ShortName is { } name
        ? pack.Bodies.First(b => b.Key == key).Kind == BodyKind.TownshipOffice ? "乡镇人民政府、街道办事处" : name
        : key;

    private static string Body(string? code, CityPack pack) => code is null ? "无" : pack.FindBody(code)?.Name ?? code;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "未填";

    private static string Join(params (string Label, string Before, string After)[] fields) => string.Join("；", fields
        .Where(f => f.Before != f.After)
        .Select(f => $"{f.Label}：{(f.Before.Length == 0 ? "空" : f.Before)} 改为 {(f.After.Length == 0 ? "空" : f.After)}"));
}
