namespace Governance.Infrastructure.Cities;

/// <summary>The city packs a machine has.</summary>
public static class CityPackCatalog
{
    /// <summary>Ids of the packs under a root folder, in order: the sub-folders that hold a <c>city.json</c>.</summary>
    /// <returns>Empty when the root does not exist.</returns>
    public static IReadOnlyList<string> List(string root) => !Directory.Exists(root)
        ? []
        : [.. Directory.EnumerateDirectories(root)
            .Where(folder => File.Exists(Path.Combine(folder, "city.json")))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads the pack <paramref name="id"/> under <paramref name="root"/>.</summary>
    public static PackReading Read(string root, string id) => List(root).Contains(id)
        ? CityPackReader.Read(Path.Combine(root, id))
        : new PackReading(null, [new PackProblem(id, 0, $"没有这个城市包，可用：{string.Join('、', List(root))}")]);
}
