using Governance.Domain.Cities;
using Governance.Infrastructure.Cities;

namespace Governance.UnitTests.Cities;

/// <summary>The packs of the repository, each read once for all tests.</summary>
internal static class Packs
{
    private static readonly Lazy<CityPack> LazyHohhot = new(() => Load("hohhot"));
    private static readonly Lazy<CityPack> LazyAnyang = new(() => Load("anyang"));

    public static string Root { get; } = FindRoot();

    public static CityPack Hohhot => LazyHohhot.Value;

    public static CityPack Anyang => LazyAnyang.Value;

    public static CityPack Of(string id) => id == "hohhot" ? Hohhot : Anyang;

    private static CityPack Load(string id)
    {
        var reading = CityPackCatalog.Read(Root, id);
        reading.Problems.ShouldBeEmpty();
        return reading.Pack.ShouldNotBeNull();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return Path.Combine(folder.FullName, "cities");
    }
}
