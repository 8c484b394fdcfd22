using CsvHelper;
using Governance.Domain.Repeats;
using Governance.IntegrationTests.Imports;
using Governance.IntegrationTests.Support;
using Xunit.Abstractions;

namespace Governance.IntegrationTests.Repeats;

/// <summary>
/// Groups found on real messages against subjects labelled by hand: 398 messages of four districts over two years, 123 of them in 48 subjects.
/// The project keeps numbers of messages only; the words lie beside the checkout.
/// </summary>
[Trait("Provision", "P36")]
public sealed class RepeatGroupsOnMessagesTests(ITestOutputHelper output)
{
    private static readonly string[] Districts = ["A1区", "A4区", "A5区", "A6区"];

    [SharedDataFact("messages-lowrisk.csv")]
    public void Groups_are_the_labelled_subjects_with_few_mistakes()
    {
        var sample = Read();
        sample.Count.ShouldBe(398);
        var (precision, recall) = Measure(sample);
        var other = sample.GroupBy(m => m.Title).Select(g => g.First()).ToList();
        var (precisionOther, recallOther) = Measure(other);
        output.WriteLine($"pairs: precision {precision:P1}, recall {recall:P1}; each title once: precision {precisionOther:P1}, recall {recallOther:P1}");
        foreach (var half in new[] { "A1区A4区", "A5区A6区" })
        {
            var (p, r) = Measure([.. sample.Where(m => half.Contains(m.District, StringComparison.Ordinal))]);
            output.WriteLine($"{half}: precision {p:P1}, recall {r:P1}");
            p.ShouldBeGreaterThan(0.8);
            r.ShouldBeGreaterThan(0.8);
        }

        precision.ShouldBeGreaterThan(0.88);
        recall.ShouldBeGreaterThan(0.92);
        precisionOther.ShouldBeGreaterThan(0.85);
        recallOther.ShouldBeGreaterThan(0.8);
    }

    [SharedDataFact("messages-lowrisk.csv")]
    public void Two_thousand_messages_are_compared_in_little_time()
    {
        var texts = MessageSample.Best.Read("title", "body").Take(2000).Select(r => new RepeatText(r[0], r[1])).ToList();
        var blocks = texts.Select(_ => "150102").ToList();
        RepeatGroups.Find(texts, blocks);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var groups = RepeatGroups.Find(texts, blocks);
        output.WriteLine($"2000 messages, {groups.Count} groups, {watch.ElapsedMilliseconds} ms");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static (double Precision, double Recall) Measure(IReadOnlyList<Message> sample)
    {
        var found = RepeatGroups.Find([.. sample.Select(m => new RepeatText(m.Title, m.Body))], [.. sample.Select(m => m.District)])
            .SelectMany(Pairs).ToHashSet();
        var labelled = Enumerable.Range(0, sample.Count).Where(i => sample[i].Subject.Length > 0).GroupBy(i => sample[i].Subject)
            .SelectMany(g => Pairs([.. g])).ToHashSet();
        var right = found.Count(labelled.Contains);
        return ((double)right / found.Count, (double)right / labelled.Count);
    }

    private static IEnumerable<(int, int)> Pairs(IReadOnlyList<int> members) =>
        from one in members from other in members where one < other select (one, other);

    private static List<Message> Read()
    {
        using var labels = CsvReader.FromFile(Path.Combine(ImportPortal.Checkout, "tests", "Governance.IntegrationTests", "Data", "repeat-labels.csv"));
        var subjects = new Dictionary<string, string>();
        while (labels.Read())
            subjects[labels.GetString("message_id")] = labels.GetString("subject");
        return
        [
            .. MessageSample.Best.Read("message_id", "title", "body", "created_at").Where(r => subjects.ContainsKey(r[0]))
                .OrderBy(r => r[3], StringComparer.Ordinal)
                .Select(r => new Message(r[1], r[2], Districts.MinBy(d => r[1].IndexOf(d, StringComparison.Ordinal) is var at && at < 0 ? int.MaxValue : at)!, subjects[r[0]])),
        ];
    }

    private sealed record Message(string Title, string Body, string District, string Subject);
}
