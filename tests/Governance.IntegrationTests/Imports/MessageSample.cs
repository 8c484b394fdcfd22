using CsvHelper;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Imports;

/// <summary>
/// The file the import is tried on: the public set of real messages where it lies beside the checkout (<c>../shared/data</c>), else
/// the project's own few.
/// </summary>
internal sealed record MessageSample(string Path, int Messages, int Replied)
{
    public static MessageSample Own { get; } = new(System.IO.Path.Combine(
        ImportPortal.Checkout, "tests", "Governance.IntegrationTests", "Data", "messages.csv"), 40, 11);

    public static MessageSample Best { get; } = SharedData.Find("messages-lowrisk.csv") is { } real ? new(real, 4659, 676) : Own;

    /// <summary>The values of some columns of every row.</summary>
    public IReadOnlyList<string[]> Read(params string[] columns)
    {
        using var reader = CsvReader.FromFile(Path);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. columns.Select(reader.GetString)]);
        return rows;
    }
}
