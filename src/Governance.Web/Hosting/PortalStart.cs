using Governance.Domain.Cities;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;

namespace Governance.Web.Hosting;

/// <summary>The steps between reading the options and serving, in their order: pack, database, schema, reference data.</summary>
public static class PortalStart
{
    /// <summary>City of a new data folder when none is named.</summary>
    public const string DefaultCity = "hohhot";

    /// <summary>Fills in what the data folder remembers: the city, and for administration verbs the server.</summary>
    /// <exception cref="StartRefusedException">The folder belongs to another city.</exception>
    public static PortalOptions WithMemory(PortalOptions options)
    {
        var record = PortalRecord.Read(options.DataDirectory);
        if (record is not null && options.City is { } asked && asked != record.City)
            throw new StartRefusedException(
                $"数据文件夹 {options.DataDirectory} 属于城市包 {record.City}，不能改用 {asked}。请用 --data 换一个文件夹。");
        return options with
        {
            City = options.City ?? record?.City ?? DefaultCity,
            ConnectionString = options.ConnectionString ?? (options.AdminCommand is null ? null : record?.ConnectionString),
        };
    }

    /// <summary>Reads the city pack.</summary>
    /// <exception cref="StartRefusedException">It has faults; the message lists each with file, line and reason.</exception>
    public static CityPack ReadPack(PortalOptions options)
    {
        var reading = CityPackCatalog.Read(options.CitiesDirectory, options.City!);
        return reading.Pack ?? throw new StartRefusedException(
            $"城市包 {options.City}（{options.CitiesDirectory}）不能使用：\n  " + string.Join("\n  ", reading.Problems));
    }

    /// <summary>Brings schema and reference data up to date, and makes the data folder remember whose they are.</summary>
    /// <exception cref="StartRefusedException">The key of the personal data is not the one the database was filled with.</exception>
    public static async Task PrepareDataAsync(IServiceProvider services, CityPack pack, CancellationToken cancellation)
    {
        var options = services.GetRequiredService<PortalOptions>();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellation);
        if (!await services.GetRequiredService<PersonalDataKeyCheck>().FitsAsync(cancellation))
            throw new StartRefusedException(
                "个人信息密钥与数据库不符，数据库中的姓名和电话将无法读取。请从备份放回数据文件夹的 "
                + $"{PersonalDataProtector.KeyFile}，或用 GOVERNANCE_DATA_KEY 给出原来的密钥。");
        // A verb must not overwrite what the running portal has written.
        if (options.AdminCommand is null || PortalRecord.Read(options.DataDirectory) is null)
            new PortalRecord(options.City!, options.ConnectionString).Write(options.DataDirectory);
        await services.GetRequiredService<ReferenceData>().InitialiseAsync(pack, cancellation);
    }
}
