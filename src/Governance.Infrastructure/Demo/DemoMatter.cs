using CsvHelper;
using Governance.Domain.Cases;
using Governance.Domain.Cities;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// A matter demo cases are about, invented. Its texts hold blanks: <c>{小区}</c> a housing estate, <c>{村组}</c> a village group,
/// <c>{路}</c> a road, <c>{楼}</c> the number of a building.
/// </summary>
/// <param name="Category">Code of a leaf of the packs.</param>
/// <param name="Urban">True when it can happen in a community.</param>
/// <param name="Rural">True when it can happen in a village.</param>
/// <param name="Channels">Ways it comes in.</param>
/// <param name="Lead">Key of the body that handles it; null for the category's.</param>
/// <param name="Urgency">How urgent; null for the category's.</param>
/// <param name="Title">Title with blanks.</param>
/// <param name="Description">Description with blanks.</param>
/// <param name="Result">What the body reports in the end.</param>
/// <param name="Answer">What the reporter is told.</param>
internal sealed record DemoMatter(
    string Category, bool Urban, bool Rural, IReadOnlyList<CaseChannel> Channels, string? Lead, CaseUrgency? Urgency,
    string Title, string Description, string Result, string Answer)
{
    private const string Resource = "Governance.Infrastructure.Demo.demo-matters.csv";

    /// <summary>All matters, in the order of their file.</summary>
    public static IReadOnlyList<DemoMatter> All { get; } = Read();

    private static List<DemoMatter> Read()
    {
        using var stream = typeof(DemoMatter).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = CsvReader.Create(stream);
        var matters = new List<DemoMatter>();
        while (reader.Read())
        {
            var settings = reader.GetString("settings").Split('|');
            matters.Add(new DemoMatter(
                reader.GetString("category"), settings.Contains("urban"), settings.Contains("rural"),
                [.. reader.GetString("channels").Split('|').Select(Enum.Parse<CaseChannel>)],
                reader.GetString("lead") is { Length: > 0 } lead ? lead : null,
                reader.GetString("urgency") is { Length: > 0 } urgency ? Enum.Parse<CaseUrgency>(urgency, ignoreCase: true) : null,
                reader.GetString("title"), reader.GetString("description"), reader.GetString("result"), reader.GetString("answer")));
        }
        return matters;
    }
}
