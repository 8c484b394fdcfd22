namespace Governance.Domain.Cities;

/// <summary>A message that a person has put into a class.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text.</param>
/// <param name="Label">The class.</param>
public sealed record LabelledText(string Title, string Body, string Label);

/// <summary>Learns a <see cref="CategoryModel"/>. The same messages give the same model, to the last digit.</summary>
public static class CategoryLearning
{
    /// <summary>A pair of one message alone may be a name or a number of that message: it is not learnt.</summary>
    public const int LeastMessages = 2;

    /// <summary>Added to every count, so that a pair seen with one class only is no proof.</summary>
    private const double Smoothing = 0.3;

    /// <summary>Learns from messages.</summary>
    /// <param name="messages">Messages; those of a class that is not in <paramref name="labels"/> are passed over.</param>
    /// <param name="labels">The classes, in the order the model keeps.</param>
    public static CategoryModel Learn(IReadOnlyList<LabelledText> messages, IReadOnlyList<string> labels)
    {
        var place = labels.Select((label, i) => (label, i)).ToDictionary(x => x.label, x => x.i);
        var counted = messages.Where(m => place.ContainsKey(m.Label)).Select(m => (Label: place[m.Label], Pairs: CategoryModel.Count(m.Title, m.Body))).ToList();
        var spread = counted.SelectMany(m => m.Pairs.Keys).GroupBy(pair => pair).Where(same => same.Count() >= LeastMessages)
            .OrderBy(same => same.Key).ToDictionary(same => same.Key, same => same.Count());
        var rarity = spread.ToDictionary(s => s.Key, s => Math.Log((double)counted.Count / s.Value));
        var (byLabel, total) = Weigh(counted, spread, labels.Count);

        var pairs = spread.Keys
            .Select(pair => new PairWeights(CategoryModel.Text(pair), [.. Enumerable.Range(0, labels.Count).Select(label => Weight(total[pair], byLabel[label].GetValueOrDefault(pair), rarity[pair]))]))
            .Where(p => p.Weights.Any(w => w > 0)).ToList();
        var all = total.Values.Sum() + (Smoothing * total.Count);
        var usual = spread.Count == 0 ? 0 : spread.Sum(s => rarity[s.Key] * s.Value) / spread.Values.Sum();
        int[] biases = [.. byLabel.Select(own => all == 0 ? 0 : (int)Math.Round(CategoryModel.Scale * usual * Math.Log(1 - (own.Values.Sum() / all))))];
        return new CategoryModel(labels, biases, pairs);
    }

    // Every message weighs the same, however long it is.
    private static (List<Dictionary<int, double>> ByLabel, Dictionary<int, double> Total) Weigh(
        List<(int Label, Dictionary<int, int> Pairs)> counted, Dictionary<int, int> spread, int labels)
    {
        var byLabel = Enumerable.Range(0, labels).Select(_ => new Dictionary<int, double>()).ToList();
        var total = new Dictionary<int, double>();
        foreach (var (label, pairs) in counted)
        {
            var kept = pairs.Where(p => spread.ContainsKey(p.Key)).OrderBy(p => p.Key).ToList();
            var length = Math.Sqrt(kept.Sum(p => (double)p.Value * p.Value));
            foreach (var (pair, times) in kept)
            {
                byLabel[label][pair] = byLabel[label].GetValueOrDefault(pair) + (times / length);
                total[pair] = total.GetValueOrDefault(pair) + (times / length);
            }
        }

        return (byLabel, total);
    }

    private static int Weight(double total, double own, double rarity) =>
        (int)Math.Round(CategoryModel.Scale * rarity * Math.Log((total + Smoothing) / (total - own + Smoothing)));
}
