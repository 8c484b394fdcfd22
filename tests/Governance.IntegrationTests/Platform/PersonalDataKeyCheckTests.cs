using System.Security.Cryptography;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Platform;

public sealed class PersonalDataKeyCheckTests
{
    [Fact]
    public async Task The_key_the_database_was_filled_with_fits_and_another_does_not()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        await database.AskAsync("create table cases (id uuid primary key, reporter_name bytea, reporter_phone bytea)");
        await using var connection = new DatabaseConnection();
        connection.Use(database.ConnectionString);
        var ours = new PersonalDataProtector(RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize));
        var other = new PersonalDataProtector(RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize));
        (await new PersonalDataKeyCheck(connection, other).FitsAsync(CancellationToken.None)).ShouldBeTrue("nothing is stored yet");

        await InsertAsync(database, ours.Protect("13800001234")!.Cipher);
        await InsertAsync(database, null);
        (await new PersonalDataKeyCheck(connection, ours).FitsAsync(CancellationToken.None)).ShouldBeTrue();
        (await new PersonalDataKeyCheck(connection, other).FitsAsync(CancellationToken.None)).ShouldBeFalse();
    }

    private static async Task InsertAsync(PostgresTestDatabase database, byte[]? phone)
    {
        await using var command = database.DataSource.CreateCommand("insert into cases (id, reporter_phone) values ($1, $2)");
        command.Parameters.AddWithValue(Guid.CreateVersion7());
        command.Parameters.AddWithValue((object?)phone ?? DBNull.Value);
        await command.ExecuteNonQueryAsync();
    }
}
