using System.Globalization;

namespace Governance.Benchmarks;

/// <summary>What is to be measured, where.</summary>
/// <param name="DataDirectory">Data folder of a portal that holds generated cases only.</param>
/// <param name="Url">Address of the published portal on the same data, for whole pages; null leaves them out.</param>
/// <param name="Password">Password of its demo accounts.</param>
/// <param name="Output">File the table is written to.</param>
/// <param name="Commit">Commit that is measured, for the head of the table.</param>
/// <param name="Commands">How many random commands are tried.</param>
/// <param name="Seconds">How long each intake run lasts.</param>
/// <param name="Parts">Names of <see cref="BenchParts"/>.</param>
internal sealed record BenchRequest(
    string DataDirectory, string? Url, string Password, string Output, string Commit, int Commands, int Seconds, IReadOnlyList<string> Parts)
{
    /// <summary>How it is called.</summary>
    public static string Usage =>
        "Governance.Benchmarks --data DIR [--url URL --password P] [--output FILE] [--commit C] [--commands N] [--seconds S] PART ...\nparts: "
        + string.Join(' ', BenchParts.All.Keys);

    /// <summary>Reads the command line; null when it cannot be read.</summary>
    public static BenchRequest? Read(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>();
        var parts = new List<string>();
        for (var i = 0; i < args.Count; i++)
            if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Count)
                values[args[i][2..]] = args[++i];
            else
                parts.Add(args[i]);
        if (!values.TryGetValue("data", out var data) || parts.Count == 0 || parts.Any(p => !BenchParts.All.ContainsKey(p)))
            return null;
        return new BenchRequest(
            Path.GetFullPath(data), values.GetValueOrDefault("url"), values.GetValueOrDefault("password", ""),
            values.GetValueOrDefault("output", "benchmarks.md"), values.GetValueOrDefault("commit", "unknown"),
            Number(values.GetValueOrDefault("commands", "20000")), Number(values.GetValueOrDefault("seconds", "10")), parts);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
