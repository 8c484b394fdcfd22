using System.Text.RegularExpressions;
using Governance.Web.Hosting;

namespace Governance.UnitTests.Hosting;

/// <summary>Code, container files and handbook name the same variables, ports and paths.</summary>
public sealed partial class ContainerFilesTests
{
    // The image holds no PostgreSQL server to look for; measuring is for test machines.
    private static readonly string[] NotInContainers = ["GOVERNANCE_PG_BIN", "GOVERNANCE_MEASURE"];

    private static readonly string Root = FindRoot();
    private static readonly string Compose = Text("docker-compose.yml");
    private static readonly string Dockerfile = Text("Dockerfile");

    private static IEnumerable<string> VariablesOfTheCode => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
        .SelectMany(f => QuotedVariable().Matches(File.ReadAllText(f)))
        .Select(m => m.Groups[1].Value)
        .Distinct().Order(StringComparer.Ordinal);

    private static string PortalService => Compose[Compose.IndexOf("\n  portal:", StringComparison.Ordinal)..Compose.IndexOf("\nvolumes:", StringComparison.Ordinal)];

    [Fact]
    public void The_compose_file_sets_exactly_the_variables_the_code_reads()
    {
        var set = SetVariable().Matches(PortalService).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        set.ShouldBe(VariablesOfTheCode.Except(NotInContainers));
        VariablesOfTheCode.ShouldContain("GOVERNANCE_CONNECTION");
    }

    [Fact]
    public void The_example_of_the_environment_names_exactly_what_the_compose_file_takes_from_it()
    {
        var taken = TakenVariable().Matches(Compose).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        var example = ExampleVariable().Matches(Text(".env.example")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        example.ShouldBe(taken);
    }

    [Fact]
    public void The_handbook_explains_every_variable()
    {
        var handbook = Text("docs/operations.md");
        foreach (var variable in VariablesOfTheCode.Concat(ExampleVariable().Matches(Text(".env.example")).Select(m => m.Groups[1].Value)))
            handbook.ShouldContain($"`{variable}`");
    }

    [Fact]
    public void Secrets_come_from_the_environment_and_are_asked_for_by_name()
    {
        foreach (var secret in (string[])["GOVERNANCE_DB_PASSWORD", "GOVERNANCE_DATA_KEY"])
            Compose.ShouldContain($"${{{secret}:?");
        PasswordLine().Matches(Compose).Select(m => m.Value).ShouldAllBe(line => line.Contains("${GOVERNANCE_", StringComparison.Ordinal));
    }

    [Fact]
    public void The_ports_agree_and_only_loopback_is_opened()
    {
        var inside = Match(Dockerfile, @"EXPOSE (\d+)");
        Match(Dockerfile, @"GOVERNANCE_URLS=http://0\.0\.0\.0:(\d+)").ShouldBe(inside);
        Match(PortalService, @"GOVERNANCE_URLS: http://0\.0\.0\.0:(\d+)").ShouldBe(inside);
        Match(PortalService, """- "127\.0\.0\.1:\$\{GOVERNANCE_PORT:-\d+\}:(\d+)""").ShouldBe(inside);
        Match(PortalService, """- "127\.0\.0\.1:\$\{GOVERNANCE_PORT:-(\d+)\}""").ShouldBe(new Uri(PortalOptions.DefaultUrls).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var file in (string[])[Dockerfile, PortalService])
            file.ShouldContain($"http://127.0.0.1:{inside}{HealthEndpoint.Path}");
        Compose[..Compose.IndexOf("\n  portal:", StringComparison.Ordinal)].ShouldNotContain("ports:");
    }

    [Fact]
    public void The_image_is_built_in_two_stages_does_not_run_as_root_and_keeps_its_data_in_a_volume()
    {
        FromLine().Count(Dockerfile).ShouldBe(2);
        Dockerfile.ShouldContain("\nUSER $APP_UID\n");
        Dockerfile.ShouldContain("\nHEALTHCHECK ");
        var data = Match(Dockerfile, "GOVERNANCE_DATA=(\\S+)");
        Dockerfile.ShouldContain($"\nVOLUME {data}\n");
        PortalService.ShouldContain($"- portal:{data}\n");
        Match(PortalService, "GOVERNANCE_DATA: (\\S+)").ShouldBe(data);
    }

    [Fact]
    public void Npm_packages_have_exact_versions_and_the_lock_file_no_addresses()
    {
        DependencyLine().Matches(Text("package.json")).Select(m => m.Groups[1].Value).ShouldAllBe(version => char.IsDigit(version[0]));
        Text("package-lock.json").ShouldNotContain("\"resolved\"");
    }

    private static string Match(string text, string pattern)
    {
        var match = Regex.Match(text, pattern);
        match.Success.ShouldBeTrue(pattern);
        return match.Groups[1].Value;
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Root, name));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("\"(GOVERNANCE_[A-Z_]+)\"")]
    private static partial Regex QuotedVariable();

    [GeneratedRegex(@"^      (GOVERNANCE_[A-Z_]+):", RegexOptions.Multiline)]
    private static partial Regex SetVariable();

    [GeneratedRegex(@"\$\{(GOVERNANCE_[A-Z_]+)")]
    private static partial Regex TakenVariable();

    [GeneratedRegex("^(GOVERNANCE_[A-Z_]+)=", RegexOptions.Multiline)]
    private static partial Regex ExampleVariable();

    [GeneratedRegex(@"^.*(?:PASSWORD:|Password=|KEY:).*$", RegexOptions.Multiline)]
    private static partial Regex PasswordLine();

    [GeneratedRegex(@"^FROM ", RegexOptions.Multiline)]
    private static partial Regex FromLine();

    [GeneratedRegex("""^    "[^"]+": "([^"]+)",?$""", RegexOptions.Multiline)]
    private static partial Regex DependencyLine();
}
