using Governance.Infrastructure.Persistence;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.IntegrationTests.Persistence;

/// <summary>The schema the migrations made, compared with the model the code believes in.</summary>
public sealed class SchemaTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task Every_column_of_the_model_is_there_with_its_type_length_and_nullability_and_no_other()
    {
        var expected = new List<string>();
        await WithModelAsync(model =>
        {
            foreach (var table in model.GetRelationalModel().Tables)
                expected.AddRange(table.Columns.Where(c => c.Name != "xmin").Select(c =>
                    $"{table.Name}.{c.Name} {Plain(c.StoreType)} {(c.IsNullable ? "null" : "not null")}"));
        });

        var actual = await portal.ColumnAsync<string>("""
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else ' null' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'schema_migrations'
            """);

        actual.Select(Plain).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_index_of_the_model_is_there()
    {
        var expected = new List<string>();
        await WithModelAsync(model =>
        {
            foreach (var table in model.GetRelationalModel().Tables)
                expected.AddRange(table.Indexes.Select(i =>
                    $"{i.Name} on {table.Name} ({string.Join(", ", i.Columns.Select(c => c.Name))}){(i.IsUnique ? " unique" : "")}{(i.Filter is null ? "" : " filtered")}"));
        });

        var actual = await portal.ColumnAsync<string>("""
            select i.relname || ' on ' || t.relname || ' (' ||
              (select string_agg(a.attname, ', ' order by k.place) from unnest(x.indkey::int2[]) with ordinality k(number, place)
                join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
                where k.place <= x.indnkeyatts)
              || ')' || case when x.indisunique then ' unique' else '' end || case when x.indpred is not null then ' filtered' else '' end
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = 'public' and not x.indisprimary and x.indexprs is null
            """);

        expected.Where(index => !actual.Contains(index)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Codes_compare_byte_by_byte_and_moments_know_their_zone()
    {
        (await portal.ColumnAsync<string>("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and column_name like '%area\_code' and collation_name is distinct from 'C'
            """)).ShouldBeEmpty();
        (await portal.ColumnAsync<string>("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'timestamp without time zone'
            """)).ShouldBeEmpty();
        (await portal.AskAsync<string>("select pg_encoding_to_char(encoding) from pg_database where datname = current_database()")).ShouldBe("UTF8");
    }

    [Fact]
    public async Task A_state_that_does_not_exist_is_refused_by_the_database_itself()
    {
        (await portal.ColumnAsync<string>("""
            select conrelid::regclass || ' ' || conname from pg_constraint where contype = 'c' and not convalidated
            """)).ShouldBeEmpty();
        foreach (var column in new[] { "state", "channel", "urgency" })
            (await portal.AskAsync<long>(
                "select count(*) from pg_constraint where contype = 'c' and conrelid = 'cases'::regclass and conname = $1", "ck_case_" + column))
                .ShouldBe(1, column);
    }

    [Fact]
    public async Task The_column_is_open_agrees_with_the_domain_for_every_state()
    {
        foreach (var state in Enum.GetValues<Governance.Domain.Cases.CaseState>())
        {
            var number = await Cases.CaseMaker.MakeAsync(portal, state);
            (await portal.AskAsync<bool>("select is_open from cases where number = $1", number.Value))
                .ShouldBe(Governance.Domain.Cases.CaseStateRules.IsOpen(state), state.ToString());
        }
    }

    private async Task WithModelAsync(Action<IModel> look)
    {
        await using var context = await portal.Get<IDbContextFactory<GovernanceDbContext>>().CreateDbContextAsync();
        look(context.GetService<IDesignTimeModel>().Model);
    }

    private static string Plain(string type) => type.Replace("character varying", "varchar", StringComparison.Ordinal);
}
