using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Platform;

namespace Governance.Benchmarks;

/// <summary>Search for words of two and more characters, common and rare (B05).</summary>
internal static class SearchBench
{
    /// <summary>Measures.</summary>
    public static async Task RunAsync(BenchPortal portal, BenchRequest request, BenchReport report)
    {
        var reads = portal.Get<CaseReadService>();
        var city = portal.Pack.Profile.AreaCode;
        var county = portal.Pack.ChildrenOf(city).First().Code;
        var people = new (string Name, Actor Who)[]
        {
            ("city centre", portal.Person(Role.CentreStaff, city, "centre")),
            ("township clerk", portal.Person(Role.TownshipClerk, portal.Pack.ChildrenOf(county).First().Code, "office")),
            ("department", portal.Person(Role.DepartmentHandler, county, "housing")),
        };
        var terms = await TermsAsync(portal);
        foreach (var (name, who) in people)
        {
            var timing = await Timing.OfAsync(
                i => reads.ListAsync(who, new CaseListCriteria { Text = terms[i % terms.Count] }, new PageRequest()), terms.Count * 2, terms.Count);
            report.Add("B05", $"search, {terms.Count} words of 2 to 6 characters, {name}", timing.ToString(), "p95 at most 50 ms at 10 million");
        }
    }

    // Words cut out of stored texts at random, and some that are found nowhere.
    private static async Task<IReadOnlyList<string>> TermsAsync(BenchPortal portal)
    {
        var random = new Random(5);
        var terms = new List<string> { "物业", "噪音", "路灯", "供暖", "拖欠工资", "量子隧道", "不存在的词" };
        await using var command = portal.Database.CreateCommand("select title || description from cases tablesample system (0.05) limit 43");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var text = reader.GetString(0);
            var length = Math.Min(random.Next(2, 7), text.Length);
            var term = text.Substring(random.Next(text.Length - length + 1), length);
            if (term.All(char.IsLetterOrDigit))
                terms.Add(term);
        }
        return terms;
    }
}
