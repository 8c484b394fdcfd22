using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Platform;

/// <summary>The tests' own ground: a class has a database to itself, with the schema in it.</summary>
public sealed class PostgresFixtureTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_class_gets_a_database_with_the_schema()
    {
        await using var command = fixture.DataSource.CreateCommand("select count(*) from schema_migrations");
        ((long)(await command.ExecuteScalarAsync())!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Databases_made_at_once_are_apart_and_gone_when_let_go()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgresTestServer.Current.CreateDatabaseAsync(migrated: true)));
        await databases[0].AskAsync("create table mark (id int)");
        (await databases[1].AskAsync("select to_regclass('mark')::text")).ShouldBe(DBNull.Value);
        var names = databases.Select(d => new Npgsql.NpgsqlConnectionStringBuilder(d.ConnectionString).Database).ToList();
        foreach (var database in databases) await database.DisposeAsync();
        await using var command = fixture.DataSource.CreateCommand("select count(*) from pg_database where datname = any($1)");
        command.Parameters.AddWithValue(names.ToArray());
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task An_empty_database_can_be_had_for_tests_of_the_migrations()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        (await database.AskAsync("select count(*) from pg_class where relnamespace = 'public'::regnamespace")).ShouldBe(0L);
    }
}
