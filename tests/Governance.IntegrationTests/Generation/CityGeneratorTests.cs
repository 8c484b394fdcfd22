using Governance.Infrastructure.Generation;
using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Imports;

namespace Governance.IntegrationTests.Generation;

public sealed class CityGeneratorTests
{
    private const string Indexes = "select string_agg(indexdef, '; ' order by indexname) from pg_indexes where schemaname = 'public'";
    private const string References = "select string_agg(conname || pg_get_constraintdef(oid), '; ' order by conname) from pg_constraint where contype = 'f'";

    private static readonly GenerationRequest Request = new(2500, new DateOnly(2026, 6, 30), Years: 3);

    [Fact]
    public async Task What_is_generated_is_whole_and_the_tables_are_as_they_were()
    {
        await using var portal = await ImportPortal.StartAsync();
        var (indexes, references) = (await portal.AskAsync<string>(Indexes), await portal.AskAsync<string>(References));

        var report = await portal.Get<CityGenerator>().RunAsync(Request);

        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(report.Cases);
        (await portal.AskAsync<string>(Indexes)).ShouldBe(indexes);
        (await portal.AskAsync<string>(References)).ShouldBe(references);
        (await portal.AskAsync<long>("select count(*) from case_steps")).ShouldBe(
            await portal.AskAsync<long>("select count(*) from audit_entries where subject_kind = 'case'"));
        (await portal.AskAsync<long>("select sum(registered)::bigint from case_tallies where dimension = 'Category' and parent_code = '1501'"))
            .ShouldBe(report.Cases);
        (await portal.AskAsync<long>("""
            select count(*) from case_number_counters k
            join lateral (select count(*) as made from cases c where c.county_code = k.county_code and split_part(c.number, '-', 2)::int = k.year) m on true
            where m.made <> k.last
            """)).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from cases where registered_at > '2026-06-30 10:00Z' or closed_at > '2026-06-30 10:00Z'")).ShouldBe(0);
        foreach (var share in new[] { "state = 'Archived'", "is_open", "state = 'Archived' and closed_at > due_at", "title like '邻居也反映%'", "reopen_count > 0" })
            (await portal.AskAsync<long>($"select count(*) from cases where {share}")).ShouldBeGreaterThan(0, share);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_cases_and_another_seed_others()
    {
        const string content = """
            select md5(string_agg(c.number || c.title || c.description || c.area_code || c.state || c.due_at || coalesce(c.answer, '') || s.steps, '' order by c.number))
            from cases c join lateral (select string_agg(kind || at || note, ',' order by sequence) as steps from case_steps where case_id = c.id) s on true
            """;
        var made = new List<string>();
        foreach (var request in new[] { Request, Request, Request with { Seed = 7 } })
        {
            await using var portal = await ImportPortal.StartAsync();
            await portal.Get<CityGenerator>().RunAsync(request with { Cases = 300 });
            made.Add(await portal.AskAsync<string>(content));
        }

        made[1].ShouldBe(made[0]);
        made[2].ShouldNotBe(made[0]);
    }

    [Fact]
    public async Task A_database_that_holds_cases_is_left_alone()
    {
        await using var portal = await ImportPortal.StartAsync();
        await portal.Get<MessageImport>().RunAsync(MessageSample.Own.Path);

        await Should.ThrowAsync<DatabaseInUseException>(() => portal.Get<CityGenerator>().RunAsync(Request));

        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(MessageSample.Own.Messages);
    }
}
