using Governance.Domain.Cities;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Support;
using Xunit.Abstractions;

namespace Governance.IntegrationTests.Imports;

/// <summary>
/// How often the proposals are of the class that people gave a real message, by cross-validation: each of five fixed folds is judged by a
/// model that was learnt from the other four. The table of keywords is not learnt from these messages by a program.
/// </summary>
[Trait("Provision", "P36")]
public sealed class CategoryAccuracyTests(ITestOutputHelper output)
{
    [SharedDataTheory("messages-lowrisk.csv")]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public async Task Table_and_model_together_guess_better_than_the_table_and_the_pack_holds_what_was_learnt(string city)
    {
        var contents = CityPackReader.Read(Path.Combine(ImportPortal.Checkout, "cities", city)).Pack!.Contents;

        var report = await CategoryLesson.RunAsync(contents, MessageSample.Best.Path);

        report.Messages.ShouldBe(621);
        Tell("table", report.OfTable);
        Tell("table and model", report.OfModel);
        First(report.OfTable).ShouldBeGreaterThan(0.78);
        Three(report.OfTable).ShouldBeGreaterThan(0.92);
        // Measured 86.4 % and 95.2 %.
        First(report.OfModel).ShouldBeGreaterThan(0.855);
        Three(report.OfModel).ShouldBeGreaterThan(0.943);
        report.OfModel.Zip(report.OfTable).ShouldAllBe(pair => pair.First.First > pair.Second.First);
        Three(report.OfModel).ShouldBeGreaterThan(Three(report.OfTable));
        // The same messages give the same file: whoever changes the learning learns anew.
        CategoryModelFile.Write(report.Model!).ShouldBe(await File.ReadAllTextAsync(Path.Combine(ImportPortal.Checkout, "cities", city, CategoryModelFile.Name)));
    }

    private static double First(IReadOnlyList<ValidationFold> folds) => (double)folds.Sum(f => f.First) / folds.Sum(f => f.Messages);

    private static double Three(IReadOnlyList<ValidationFold> folds) => (double)folds.Sum(f => f.Three) / folds.Sum(f => f.Messages);

    private void Tell(string what, IReadOnlyList<ValidationFold> folds) => output.WriteLine(
        $"{what}: first guess {First(folds):P1} ({string.Join(", ", folds.Select(f => $"{f.FirstShare:P1}"))}), one of three {Three(folds):P1} ({string.Join(", ", folds.Select(f => $"{f.ThreeShare:P1}"))})");
}
