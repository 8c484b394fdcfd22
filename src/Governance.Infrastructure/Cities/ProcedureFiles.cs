using System.Text.RegularExpressions;
using Governance.Domain.Cities;
using Governance.Domain.Procedures;

namespace Governance.Infrastructure.Cities;

/// <summary>
/// Reads the five files of procedures: limits, kinds, steps, outcomes and the ways an outcome opens. They are the nation's, so both cities share
/// them; a city that differs puts a file of the same name into its own folder.
/// </summary>
internal static class ProcedureFiles
{
    private const string LimitsName = "procedure-limits.csv";
    private const string KindsName = "procedures.csv";
    private const string StepsName = "procedure-steps.csv";
    private const string OutcomesName = "procedure-outcomes.csv";
    private const string WaysName = "procedure-ways.csv";
    private const string CourtLimit = "SF-02";
    private const string NoLimit = "-";

    /// <summary>The catalogue; faults are noted.</summary>
    public static ProcedureCatalogue Read(PackFiles files)
    {
        var limits = ReadLimits(files);
        var byId = limits.ToDictionary(l => l.Id);
        var templates = DocumentFiles.Read(files);
        var steps = ReadSteps(files, byId, [.. templates.Select(t => t.Code)]);
        var ways = ReadWays(files, byId);
        var outcomes = ReadOutcomes(files, byId, ways);
        var kinds = ReadKinds(files, steps, outcomes);
        CheckReferences(files, kinds, steps, outcomes, ways);
        return files.Problems.Count > 0 ? ProcedureCatalogue.Empty : new ProcedureCatalogue(kinds, limits, byId.GetValueOrDefault(CourtLimit), templates);
    }

    private static List<ProcedureLimitRule> ReadLimits(PackFiles files)
    {
        var limits = new List<ProcedureLimitRule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in files.SharedRows(
            LimitsName, "id", "subject", "name", "value", "unit", "start", "extension_value", "extension", "holiday", "law", "article", "status", "evidence", "note"))
        {
            if (!ids.Add(row.Required("id")))
            {
                row.Refuse($"编号重复：{row["id"]}");
                continue;
            }
            var unit = row.Enum<ProcedureLimitUnit>("unit");
            var status = row.Enum<TimeLimitStatus>("status");
            int? value = row["value"].Length == 0 ? null : row.Int("value", 1, ProcedureLimitRule.MostUnits);
            int? extension = row["extension_value"].Length == 0 ? null : row.Int("extension_value", 1, ProcedureLimitRule.MostUnits);
            if (row["holiday"] is not ("next" or "same"))
                row.Refuse($"holiday 应为 next、same 之一：{row["holiday"]}");
            // Only what was seen in the text of a law may be shown as law.
            if (status == TimeLimitStatus.Verified && (value is null || row["law"].Length == 0 || row["article"].Length == 0 || row["evidence"].Length == 0))
                row.Refuse("已核实的时限应写明数值、法律、条款和原文");
            if (status == TimeLimitStatus.CityToConfirm && row["note"].Length == 0)
                row.Refuse("待本市确认的时限应说明原因");
            if (extension is not null && row["extension"].Length == 0)
                row.Refuse("可以延长的，应写明条件");
            limits.Add(new ProcedureLimitRule
            {
                Id = row["id"], Subject = row.Required("subject"), Name = row.Required("name"), PackValue = value, PackUnit = unit ?? ProcedureLimitUnit.CalendarDay,
                Start = row.Required("start"), ExtensionValue = extension, Extension = row["extension"], MovesToWorkingDay = row["holiday"] == "next",
                Law = row["law"], Article = row["article"], Status = status ?? TimeLimitStatus.CityToConfirm, Evidence = row["evidence"], Note = row["note"],
            });
        }
        if (limits.Count > 0 && !ids.Contains(CourtLimit))
            files.Refuse(LimitsName, 0, $"缺少时限：{CourtLimit}");
        return limits;
    }

    private static ILookup<string, (ProcedureStepRule Rule, PackRow Row)> ReadSteps(
        PackFiles files, Dictionary<string, ProcedureLimitRule> limits, HashSet<string> templates)
    {
        var steps = new List<(string Kind, ProcedureStepRule Rule, PackRow Row)>();
        foreach (var row in files.SharedRows(StepsName, "kind", "step", "name", "limit", "documents", "next"))
        {
            var documents = Split(row["documents"]);
            foreach (var unknown in documents.Where(d => !templates.Contains(d)))
                row.Refuse($"没有这种文书：{unknown}");
            if (steps.Exists(s => s.Kind == row["kind"] && s.Rule.Code == row["step"]))
                row.Refuse($"步骤重复：{row["step"]}");
            steps.Add((row.Required("kind"), new ProcedureStepRule(
                row.Required("step"), row.Required("name"), Limit(row, "limit", limits), row["limit"] == NoLimit, documents, Split(row["next"])), row));
        }
        foreach (var (kind, rule, row) in steps)
            foreach (var unknown in rule.Next.Where(next => !steps.Exists(s => s.Kind == kind && s.Rule.Code == next)))
                row.Refuse($"没有这一步：{unknown}");
        return steps.ToLookup(s => s.Kind, s => (s.Rule, s.Row));
    }

    private static ILookup<(string Kind, string Outcome), (ProcedureNextWay Way, PackRow Row)> ReadWays(
        PackFiles files, Dictionary<string, ProcedureLimitRule> limits) =>
        files.SharedRows(WaysName, "kind", "outcome", "next", "limit", "counted", "why", "law", "article").ToLookup(
            row => (row.Required("kind"), row.Required("outcome")),
            row => (new ProcedureNextWay(
                row.Required("next"), Limit(row, "limit", limits), YesNo(row, "counted"), row.Required("why"), row["law"], row["article"]), row));

    private static ILookup<string, (ProcedureOutcomeRule Rule, PackRow Row)> ReadOutcomes(
        PackFiles files, Dictionary<string, ProcedureLimitRule> limits, ILookup<(string Kind, string Outcome), (ProcedureNextWay Way, PackRow Row)> ways)
    {
        var outcomes = new List<(string Kind, ProcedureOutcomeRule Rule, PackRow Row)>();
        foreach (var row in files.SharedRows(
            OutcomesName, "kind", "outcome", "name", "result", "from", "agreement", "final", "confirm", "why", "law", "article"))
        {
            if (outcomes.Exists(o => o.Kind == row["kind"] && o.Rule.Code == row["outcome"]))
                row.Refuse($"结果重复：{row["outcome"]}");
            outcomes.Add((row.Required("kind"), new ProcedureOutcomeRule
            {
                Code = row.Required("outcome"), Name = row.Required("name"), Result = row.Enum<ProcedureResult>("result") ?? ProcedureResult.Failure,
                From = row.Required("from") == "*" ? [] : Split(row["from"]), IsAgreement = YesNo(row, "agreement"), IsFinal = YesNo(row, "final"),
                Confirmation = Limit(row, "confirm", limits), Why = row["why"], Law = row["law"], Article = row["article"],
                Ways = [.. ways[(row["kind"], row["outcome"])].Select(w => w.Way)],
            }, row));
            if (row["confirm"].Length > 0 && row["agreement"] != "yes")
                row.Refuse("只有协议可以司法确认");
        }
        return outcomes.ToLookup(o => o.Kind, o => (o.Rule, o.Row));
    }

    private static List<ProcedureKind> ReadKinds(
        PackFiles files, ILookup<string, (ProcedureStepRule Rule, PackRow Row)> steps, ILookup<string, (ProcedureOutcomeRule Rule, PackRow Row)> outcomes)
    {
        var kinds = new List<ProcedureKind>();
        foreach (var row in files.SharedRows(KindsName, "kind", "nature", "name", "lead", "body", "consent", "act", "administrative", "fits", "needs", "law", "article"))
        {
            var code = row.Required("kind");
            if (kinds.Exists(k => k.Code == code))
                row.Refuse($"程序重复：{code}");
            if (!steps.Contains(code))
                row.Refuse($"程序没有步骤：{code}");
            if (!outcomes.Contains(code))
                row.Refuse($"程序没有结果：{code}");
            kinds.Add(new ProcedureKind
            {
                Code = code, Nature = row.Enum<ProcedureNature>("nature") ?? ProcedureNature.Mediation, Name = row.Required("name"), Lead = row.Required("lead"), Body = Places(row, "body"),
                NeedsConsent = YesNo(row, "consent"), NeedsAct = YesNo(row, "act"), IsAdministrative = YesNo(row, "administrative"), Departments = Split(row["fits"]), Needs = row.Required("needs"),
                Law = row["law"], Article = row["article"], Steps = [.. steps[code].Select(s => s.Rule)], Outcomes = [.. outcomes[code].Select(o => o.Rule)],
            });
        }
        if (kinds.Count > 0)
            foreach (var way in Enum.GetValues<ProcedureWay>().Where(w => !kinds.Exists(k => k.Way == w)))
                files.Refuse(KindsName, 0, $"缺少途径：{way.DisplayName()}");
        return kinds;
    }

    private static void CheckReferences(
        PackFiles files, List<ProcedureKind> kinds, ILookup<string, (ProcedureStepRule Rule, PackRow Row)> steps,
        ILookup<string, (ProcedureOutcomeRule Rule, PackRow Row)> outcomes, ILookup<(string Kind, string Outcome), (ProcedureNextWay Way, PackRow Row)> ways)
    {
        bool Known(string code) => kinds.Exists(k => k.Code == code);
        foreach (var row in steps.Where(g => !Known(g.Key)).SelectMany(g => g.Select(s => s.Row)).Concat(outcomes.Where(g => !Known(g.Key)).SelectMany(g => g.Select(o => o.Row))))
            row.Refuse($"没有这种程序：{row["kind"]}");
        foreach (var group in outcomes)
            foreach (var (rule, row) in group)
                foreach (var unknown in rule.From.Where(from => !steps[group.Key].Any(s => s.Rule.Code == from)))
                    row.Refuse($"没有这一步：{unknown}");
        foreach (var group in ways)
            foreach (var (way, row) in group)
            {
                if (!outcomes[group.Key.Kind].Any(o => o.Rule.Code == group.Key.Outcome))
                    row.Refuse($"没有这种结果：{group.Key.Kind}/{group.Key.Outcome}");
                if (!Known(way.KindCode))
                    row.Refuse($"没有这种程序：{way.KindCode}");
            }
    }

    private static ProcedureLimitRule? Limit(PackRow row, string column, Dictionary<string, ProcedureLimitRule> limits)
    {
        if (row[column] is "" or NoLimit)
            return null;
        if (limits.TryGetValue(row[column], out var limit))
            return limit;
        row.Refuse($"没有这一时限：{row[column]}");
        return null;
    }

    private static string Places(PackRow row, string column)
    {
        if (ProcedureKind.BodyPlaces.Aggregate(row[column], (text, place) => text.Replace(place.Mark, "", StringComparison.Ordinal)).Contains('{', StringComparison.Ordinal))
            row.Refuse($"{column} 只能用 {string.Join("、", ProcedureKind.BodyPlaces.Select(p => p.Mark))}：{row[column]}");
        return row[column];
    }

    private static bool YesNo(PackRow row, string column)
    {
        if (row[column] is not ("yes" or "no"))
            row.Refuse($"{column} 应为 yes、no 之一：{row[column]}");
        return row[column] == "yes";
    }

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Reads the papers: plain text, the title first, then the short word of its number, then its lines.</summary>
internal static partial class DocumentFiles
{
    private const string Folder = "documents";
    private const string SignHead = "文号简称：";

    private static readonly string[] Codes = ["application", "acceptance", "record", "agreement", "followup", "handover"];

    /// <summary>The papers in the order people see them.</summary>
    public static IReadOnlyList<DocumentTemplate> Read(PackFiles files)
    {
        var templates = new List<DocumentTemplate>();
        foreach (var code in Codes)
        {
            var file = $"{Folder}/{code}.txt";
            if (files.SharedText(file) is not { } text)
                continue;
            var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            if (lines.Length < 3 || !lines[1].StartsWith(SignHead, StringComparison.Ordinal) || lines[1].Length == SignHead.Length)
            {
                files.Refuse(file, 2, $"第一行应为标题，第二行应为 {SignHead}…");
                continue;
            }
            for (var i = 2; i < lines.Length; i++)
                foreach (Match match in Placeholder().Matches(lines[i]))
                    if (!DocumentFields.All.Contains(match.Groups[1].Value))
                        files.Refuse(file, i + 1, $"不认识的栏目：{match.Value}");
            templates.Add(new DocumentTemplate(code, lines[0].Trim(), lines[1][SignHead.Length..].Trim(), lines[2..]));
        }
        return templates;
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
