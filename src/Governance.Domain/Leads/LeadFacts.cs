using Governance.Domain.Common;

namespace Governance.Domain.Leads;

/// <summary>Says in words which facts decided who leads.</summary>
public static class LeadFacts
{
    /// <summary>Longest text.</summary>
    public const int Length = 1000;

    /// <summary>The facts that count and the rule.</summary>
    public static string Say(LeadSituation situation, LeadRule rule)
    {
        var facts = new List<string>();
        if (situation.Departments.Count > 0)
            facts.Add($"职责部门 {situation.Departments.Count} 个：{Names(situation.Departments)}");
        if (situation.Areas.Count > 1)
            facts.Add($"涉及地区 {situation.Areas.Count} 个：{string.Join("、", situation.Areas.Select(a => a.Name))}");
        foreach (var department in situation.Departments)
            if (situation.Proposals.TryGetValue(department.Code, out var proposed))
                facts.Add(proposed.Code == department.Code ? $"{department.Name}同意由本部门主办" : $"{department.Name}主张由{proposed.Name}主办");
        if (situation.Proposals.Count > 0 && situation.Unanswered.ToList() is { Count: > 0 } silent)
            facts.Add($"尚未答复：{Names(silent)}");
        if (situation.ReturnedBy.Count > 0)
            facts.Add($"已被退回 {situation.ReturnedBy.Count} 次：{string.Join("、", situation.ReturnedBy)}");
        if (situation.Objector is { } objector)
            facts.Add($"{objector.Name}提出派单异议");
        if (situation.Named is { } named)
            facts.Add($"{situation.Centre.Name}指定{named.Name}主办");
        else if (rule.Outcome == LeadOutcome.Centre)
            facts.Add($"由{situation.Centre.Name}办理");
        return PlainText.Cut($"{string.Join("；", facts)}。{rule.Sentence}。", Length);
    }

    private static string Names(IEnumerable<LeadDepartment> departments) => string.Join("、", departments.Select(d => d.Name));
}
