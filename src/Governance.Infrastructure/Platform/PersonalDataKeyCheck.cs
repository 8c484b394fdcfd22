using System.Security.Cryptography;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;

namespace Governance.Infrastructure.Platform;

/// <summary>Tells at start whether the key of the personal data is the one the database was filled with: a restore may lack it.</summary>
public sealed class PersonalDataKeyCheck(DatabaseConnection connection, IPersonalDataProtector protector)
{
    // Keys of cases grow with time, so these are the newest; a bound keeps the start short where few cases name anybody.
    private const string NewestStored = """
        select coalesce(reporter_phone, reporter_name)
        from (select id, reporter_phone, reporter_name from cases order by id desc limit 2000) as newest
        where coalesce(reporter_phone, reporter_name) is not null
        order by id desc
        limit 1
        """;

    /// <summary>False when the newest stored name or phone cannot be read with this key.</summary>
    public async Task<bool> FitsAsync(CancellationToken cancellation)
    {
        await using var command = connection.DataSource.CreateCommand(NewestStored);
        if (await command.ExecuteScalarAsync(cancellation) is not byte[] stored) return true;
        try
        {
            protector.Reveal(new ProtectedText(stored));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
