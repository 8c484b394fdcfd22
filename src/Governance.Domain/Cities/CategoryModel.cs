using System.Collections.Frozen;

namespace Governance.Domain.Cities;

/// <summary>How strongly a pair of characters speaks for each class.</summary>
/// <param name="Pair">Two Chinese characters that stand side by side.</param>
/// <param name="Weights">One weight a class, in the model's order; 0 where the pair says nothing.</param>
public sealed record PairWeights(string Pair, IReadOnlyList<int> Weights);

/// <summary>
/// What was learnt from messages that people had put into classes: which pairs of characters speak for which class. It holds weights,
/// never a text. A complement naive Bayes classifier: a pair speaks for a class as far as the other classes do without it (Rennie and
/// others, 2003). <see cref="CategoryLearning"/> makes it, <c>category-model.csv</c> of the pack keeps it.
/// </summary>
public sealed class CategoryModel
{
    /// <summary>Weights are whole numbers: this many make one unit of the logarithm.</summary>
    public const int Scale = 20;

    /// <summary>A pair in the title counts this often beside once for the description.</summary>
    public const int TitleTimes = 2;

    /// <summary>A text with so many known pairs is trusted half as much as an endless one.</summary>
    private const double HalfTrusted = 120;

    private readonly FrozenDictionary<int, int[]> _byPair;

    /// <summary>Builds the index once.</summary>
    /// <param name="labels">The classes, in the order of all weights.</param>
    /// <param name="biases">What every pair of a text costs a class, 0 or less: classes with many messages know more pairs.</param>
    /// <param name="pairs">The pairs.</param>
    public CategoryModel(IReadOnlyList<string> labels, IReadOnlyList<int> biases, IReadOnlyList<PairWeights> pairs)
    {
        (Labels, Biases, Pairs) = (labels, biases, pairs);
        _byPair = pairs.ToFrozenDictionary(p => Key(p.Pair[0], p.Pair[1]), p => p.Weights.ToArray());
    }

    /// <summary>The classes, in the order of all weights.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What every pair of a text costs a class, in the order of <see cref="Labels"/>.</summary>
    public IReadOnlyList<int> Biases { get; }

    /// <summary>The pairs as written in the file.</summary>
    public IReadOnlyList<PairWeights> Pairs { get; }

    /// <summary>What the text says of each class, in the order of <see cref="Labels"/>; 0 is neither for nor against, all 0 when no pair is known.</summary>
    /// <param name="title">Title; a pair here counts <see cref="TitleTimes"/> times.</param>
    /// <param name="body">Description; a pair counts once however often it stands there.</param>
    public IReadOnlyList<double> Score(string title, string body)
    {
        var scores = new double[Labels.Count];
        var known = 0;
        foreach (var (pair, times) in Count(title, body))
        {
            if (!_byPair.TryGetValue(pair, out var weights))
                continue;
            known += times;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += times * weights[i];
        }

        // By the root, as long texts repeat themselves: twice the words are not twice the certainty. And a few pairs prove little.
        for (var i = 0; i < scores.Length && known > 0; i++)
            scores[i] = (scores[i] + ((double)known * Biases[i])) / Math.Sqrt(known) / Scale * known / (known + HalfTrusted);
        return scores;
    }

    /// <summary>The pairs of the text that speak most for a class, the strongest first.</summary>
    public IReadOnlyList<string> PairsFor(int label, string title, string body, int limit) =>
    [
        .. Count(title, body).Where(found => _byPair.ContainsKey(found.Key))
            .Select(found => (found.Key, Weight: found.Value * (_byPair[found.Key][label] + Biases[label])))
            .Where(found => found.Weight > 0)
            .OrderByDescending(found => found.Weight).ThenBy(found => found.Key)
            .Take(limit).Select(found => Text(found.Key)),
    ];

    /// <summary>The pairs of Chinese characters of a text with how often they count.</summary>
    internal static Dictionary<int, int> Count(string title, string body)
    {
        var times = new Dictionary<int, int>();
        foreach (var pair in PairsOf(title))
            times[pair] = TitleTimes;
        foreach (var pair in PairsOf(body))
            times[pair] = times.GetValueOrDefault(pair) + 1;
        return times;
    }

    internal static string Text(int pair) => $"{(char)(pair >> 16)}{(char)(pair & 0xffff)}";

    private static HashSet<int> PairsOf(string text)
    {
        var pairs = new HashSet<int>();
        for (var i = 1; i < text.Length; i++)
        {
            // Letters and digits stand for masked places and numbers: they say nothing of the matter.
            if (IsChinese(text[i - 1]) && IsChinese(text[i]))
                pairs.Add(Key(text[i - 1], text[i]));
        }

        return pairs;
    }

    /// <summary>True for the characters that pairs are made of.</summary>
    public static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static int Key(char first, char second) => (first << 16) | second;
}
