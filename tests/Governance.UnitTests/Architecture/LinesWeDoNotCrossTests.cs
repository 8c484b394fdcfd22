using System.Text.RegularExpressions;
using System.Xml.Linq;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.UnitTests.Architecture;

/// <summary>
/// What the portal must never know of a person (A8, Personal Information Protection Law): no field for creed, ethnicity or opinion,
/// no score of a member of the public. And what makes it a portal for any city.
/// </summary>
[Trait("Provision", "P55")]
public sealed partial class LinesWeDoNotCrossTests
{
    [Fact]
    public void No_table_or_column_is_named_after_creed_ethnicity_or_opinion()
    {
        foreach (var entity in Model().GetEntityTypes())
        {
            Sensitive().IsMatch(Spaced(entity.GetTableName() + " " + entity.ClrType.Name)).ShouldBeFalse(entity.Name);
            foreach (var property in entity.GetFlattenedProperties())
                Sensitive().IsMatch($"{Spaced(property.GetColumnName())} {Spaced(property.Name)} {property.GetComment()} {Docstring(property)}")
                    .ShouldBeFalse($"{entity.Name}.{property.Name}");
        }
    }

    [Fact]
    public void No_table_about_people_holds_a_score_or_a_rank()
    {
        var people = Model().GetEntityTypes().Where(e => e.GetFlattenedProperties().Any(p => Personal().IsMatch(Spaced(p.GetColumnName())))).ToList();

        people.ShouldNotBeEmpty();
        foreach (var property in people.SelectMany(e => e.GetFlattenedProperties()))
            Score().IsMatch($"{Spaced(property.GetColumnName())} {property.GetComment()} {Docstring(property)}")
                .ShouldBeFalse($"{property.DeclaringType.Name}.{property.Name}");
    }

    [Fact]
    public void No_file_of_a_city_has_such_a_column()
    {
        var files = SourceTree.Files("cities", ".csv");

        files.ShouldNotBeEmpty();
        foreach (var path in files)
            Sensitive().IsMatch(Spaced(File.ReadLines(Path.Combine(SourceTree.Root, path)).First())).ShouldBeFalse(path);
    }

    [Theory]
    [InlineData("religion")]
    [InlineData("reporter_ethnicity")]
    [InlineData("PoliticalOpinion")]
    [InlineData("宗教信仰")]
    [InlineData("belief")]
    [InlineData("政治面貌")]
    public void The_guard_knows_the_words(string column) => Sensitive().IsMatch(Spaced(column)).ShouldBeTrue();

    [Theory]
    [InlineData("ground")]
    [InlineData("embrace")]
    [InlineData("trace_id")]
    [InlineData("state")]
    public void The_guard_leaves_other_words_alone(string column) => Sensitive().IsMatch(Spaced(column)).ShouldBeFalse();

    [Fact]
    public void No_city_is_named_in_the_code()
    {
        foreach (var path in SourceTree.Files("src", ".cs", ".razor", ".js", ".css").Where(p => !p.Contains("wwwroot/lib", StringComparison.Ordinal)))
            foreach (Match match in City().Matches(SourceTree.ReadCode(path)))
                // The default of an option may name a pack, and the help text may say so.
                (match.Value == "hohhot" && (path.EndsWith("PortalStart.cs", StringComparison.Ordinal) || path.EndsWith("Options.cs", StringComparison.Ordinal)))
                    .ShouldBeTrue($"{path}: {match.Value}");
    }

    private static IModel Model()
    {
        var options = new DbContextOptionsBuilder<GovernanceDbContext>().UseGovernancePostgres("Host=nowhere").Options;
        using var context = new GovernanceDbContext(options);
        return context.GetService<IDesignTimeModel>().Model;
    }

    private static string? Docstring(IProperty property) =>
        property.PropertyInfo is { } info && Docstrings.TryGetValue($"P:{info.DeclaringType!.FullName}.{info.Name}", out var text) ? text : null;

    private static readonly Dictionary<string, string> Docstrings = new[] { typeof(Error).Assembly, typeof(GovernanceDbContext).Assembly }
        .SelectMany(a => XDocument.Load(Path.ChangeExtension(a.Location, ".xml")).Descendants("member"))
        .DistinctBy(m => m.Attribute("name")!.Value).ToDictionary(m => m.Attribute("name")!.Value, m => m.Value);

    /// <summary>ReporterName and reporter_name as <c>reporter name</c>, so that whole words can be asked for.</summary>
    private static string Spaced(string? name) => WordStart().Replace(name ?? "", " $0").Replace('_', ' ').Replace(',', ' ').ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"\b(religio\w*|creed|faith|belief\w*|ethnic\w*|race|racial|minority|politic\w*|opinion\w*|ideolog\w*|lifestyle|sexual\w*)\b|宗教|信仰|民族|种族|政治面貌|政治观点|政治倾向")]
    private static partial Regex Sensitive();

    [GeneratedRegex(@"\b(score\w*|rating|ranking|credit|risk|prediction|danger\w*)\b|评分|积分|信用|风险等级|危险等级|打分")]
    private static partial Regex Score();

    [GeneratedRegex(@"\b(reporter|phone|id card|person|citizen|resident|applicant|party)\b")]
    private static partial Regex Personal();

    [GeneratedRegex("呼和浩特|安阳|hohhot|anyang", RegexOptions.IgnoreCase)]
    private static partial Regex City();
}
