using Governance.Domain.Cities;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>restrictions.csv</c>: which matters only named persons may know of.</summary>
internal static class RestrictionFile
{
    private const string Name = "restrictions.csv";
    private const int LongestHours = 720;

    /// <summary>The restrictions in the file's order.</summary>
    public static IReadOnlyList<RestrictionRule> Read(
        PackFiles files, IReadOnlyList<BodyTemplate> bodies, IReadOnlyList<CaseCategory> categories, IReadOnlyList<Ground> grounds)
    {
        var rows = files.Rows(Name, "key", "name", "categories", "keeper", "seats", "hand_over_to", "receipt_hours", "intake", "finding", "notices", "ground");
        var (keys, named) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var rules = new List<RestrictionRule>();
        foreach (var row in rows)
        {
            if (!keys.Add(row.Required("key")))
                row.Refuse($"限定知悉的键重复：{row["key"]}");
            var covered = Split(row["categories"]);
            foreach (var category in covered)
            {
                if (!categories.Any(c => c.IsLeaf && c.Code == category))
                    row.Refuse($"小类不存在：{category}");
                if (!named.Add(category))
                    row.Refuse($"小类已在另一行：{category}");
            }
            CheckBody(row, bodies, row["keeper"]);
            var seats = Split(row["seats"]).Select(seat => Seat(row, bodies, seat)).OfType<CircleSeat>().ToList();
            if (!seats.Exists(s => s.BodyKey == row["keeper"]))
                row.Refuse("seats 须有管理单位的人员");
            var handOver = row["hand_over_to"].Length == 0 ? null : row["hand_over_to"];
            if (handOver is not null)
                CheckBody(row, bodies, handOver);
            if (handOver is null != (row["receipt_hours"].Length == 0))
                row.Refuse("hand_over_to 和 receipt_hours 须同时填写");
            if (grounds.Count > 0 && !grounds.Any(g => g.Key == row["ground"]))
                row.Refuse($"依据不在 grounds.csv 中：{row["ground"]}");
            rules.Add(new RestrictionRule(
                row["key"], row.Required("name"), covered, row["keeper"], seats, handOver,
                row["receipt_hours"].Length == 0 ? null : row.Int("receipt_hours", 1, LongestHours), row["ground"])
            {
                HasIntake = YesNo(row, "intake"), NeedsFinding = YesNo(row, "finding"), NoticeBodies = Split(row["notices"]),
            });
            foreach (var body in rules[^1].NoticeBodies)
                CheckBody(row, bodies, body);
            if (rules[^1].HasIntake && covered.Length == 0)
                row.Refuse("intake 为 yes 的须有小类");
            if (rules.Count(r => r.HasIntake) > 1)
                row.Refuse("只能有一行的 intake 为 yes");
        }
        return rules;
    }

    private static CircleSeat? Seat(PackRow row, IReadOnlyList<BodyTemplate> bodies, string text)
    {
        if (text.Split(':') is not [var body, var name] || SnakeEnum<Role>.Find(name) is not { } role || !role.Allows(Permission.ReadBodyCases))
        {
            row.Refuse($"seats 应为 机构键:角色，角色须办理案件：{text}");
            return null;
        }
        CheckBody(row, bodies, body);
        return new CircleSeat(body, role);
    }

    private static void CheckBody(PackRow row, IReadOnlyList<BodyTemplate> bodies, string key)
    {
        // Nothing to compare with when bodies.csv itself could not be read.
        if (bodies.Count > 0 && !bodies.Any(b => b.Key == key))
            row.Refuse($"机构键不在 bodies.csv 中：{key}");
    }

    private static bool YesNo(PackRow row, string column)
    {
        if (row[column] is not ("yes" or ""))
            row.Refuse($"{column} 应为 yes 或留空：{row[column]}");
        return row[column] == "yes";
    }

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
