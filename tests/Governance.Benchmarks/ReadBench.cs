using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>Lists and details: statements, time against the same SQL sent raw, deep pages (B01, B03, B04).</summary>
internal static class ReadBench
{
    /// <summary>Measures.</summary>
    public static async Task RunAsync(BenchPortal portal, BenchRequest request, BenchReport report)
    {
        var reads = portal.Get<CaseReadService>();
        var city = portal.Pack.Profile.AreaCode;
        var county = portal.Pack.ChildrenOf(city).First().Code;
        var township = portal.Pack.ChildrenOf(county).First().Code;
        var centre = portal.Person(Role.CentreStaff, city, "centre");
        var people = new (string Name, Actor Who)[]
        {
            ("city centre", centre), ("county centre", portal.Person(Role.CentreStaff, county, "centre")),
            ("township clerk", portal.Person(Role.TownshipClerk, township, "office")),
            ("department", portal.Person(Role.DepartmentHandler, county, "housing")),
        };
        var known = CaseNumber.Parse(await portal.AskAsync<string>("select number from cases where closed_at is not null order by registered_at desc limit 1"));

        foreach (var (name, who) in people)
        {
            await MeasureAsync($"list, newest, {name}", () => reads.ListAsync(who, new CaseListCriteria(), new PageRequest()));
            await MeasureAsync($"list, due first, {name}", () => reads.ListAsync(who, new CaseListCriteria { Sort = CaseSort.DueFirst }, new PageRequest()));
            await MeasureAsync($"list, overdue, {name}", () => reads.ListAsync(
                who, new CaseListCriteria { Timeliness = CaseTimeliness.Overdue, Sort = CaseSort.DueFirst }, new PageRequest()));
            await MeasureAsync($"workbench, {name}", () => reads.CountWorkAsync(who));
        }
        foreach (var measure in new[] { CaseMeasure.Returned, CaseMeasure.Redone, CaseMeasure.Unsolved, CaseMeasure.RespondedLate })
            await MeasureAsync($"list, {measure}, city centre", () => reads.ListAsync(centre, new CaseListCriteria { Measure = measure }, new PageRequest()));
        await MeasureAsync("list, one department, city centre", () => reads.ListAsync(centre, new CaseListCriteria { Department = "housing" }, new PageRequest()));
        await MeasureAsync("detail", () => reads.FindAsync(centre, known));
        await DeepPageAsync(portal, reads, centre, report);

        async Task MeasureAsync(string what, Func<Task> act)
        {
            await act();
            var sent = await portal.Statements.HearAsync(act);
            var whole = await Timing.OfAsync(_ => act());
            var raw = await Timing.OfAsync(_ => RawAsync(portal, sent));
            report.Add(
                "B01", $"{what}: statements, slowest of them",
                FormattableString.Invariant($"{sent.Count}, {sent.Max(s => s.Duration.TotalMilliseconds):0.0} ms"), "at most 3, none over 50 ms");
            report.Add(
                "B03", $"{what}: through the service / the same SQL raw",
                FormattableString.Invariant($"{whole} / {raw.Median:0.0} ms = {whole.Median / raw.Median:0.00}x; {whole.AllocatedBytes / 1024.0:0} / {raw.AllocatedBytes / 1024.0:0} KB = {(double)whole.AllocatedBytes / raw.AllocatedBytes:0.0}x"),
                "1.75x time, 2x allocation");
        }
    }

    private static async Task RawAsync(BenchPortal portal, IReadOnlyList<LoggedStatement> sent)
    {
        await using var connection = await portal.Database.OpenConnectionAsync();
        foreach (var statement in sent)
        {
            await using var command = new NpgsqlCommand(statement.Text, connection);
            foreach (var parameter in statement.Parameters)
                command.Parameters.Add(parameter.Clone());
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                reader.GetValues(row);
        }
    }

    private static async Task DeepPageAsync(BenchPortal portal, CaseReadService reads, Actor centre, BenchReport report)
    {
        var count = await portal.CountCasesAsync();
        var page = Math.Min(100_000, (count / PageRequest.DefaultSize) - 2);
        await using var command = portal.Database.CreateCommand(
            $"select registered_at, id from cases order by registered_at desc, id desc offset {page * PageRequest.DefaultSize} limit 1");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var cursor = PageCursor.Of(reader.GetFieldValue<DateTimeOffset>(0), reader.GetGuid(1));
        await reader.DisposeAsync();

        // Rows only: the count beside them is the same for both.
        var first = await Timing.OfAsync(_ => reads.ListAsync(centre, new CaseListCriteria(), new PageRequest()));
        var deep = await Timing.OfAsync(_ => reads.ListAsync(centre, new CaseListCriteria(), new PageRequest(cursor)));
        var again = await Timing.OfAsync(_ => reads.ListAsync(centre, new CaseListCriteria(), new PageRequest()));
        report.Add(
            "B04", $"page {page:N0} of a list / page 1, A-B-A",
            FormattableString.Invariant($"{deep.Median:0.0} ms / {first.Median:0.0} and {again.Median:0.0} ms = {deep.Median / ((first.Median + again.Median) / 2):0.00}x"), "1.2x");
    }
}
