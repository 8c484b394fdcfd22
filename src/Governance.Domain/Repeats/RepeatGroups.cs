namespace Governance.Domain.Repeats;

/// <summary>Finds groups of cases about one subject: who is like enough to anybody of a group belongs to it, within one county.</summary>
public static class RepeatGroups
{
    /// <summary>The groups of two and more, as positions in the list, the largest first and the first of each group first.</summary>
    /// <param name="texts">The words of the cases.</param>
    /// <param name="blocks">Cases of different blocks (counties) are never about one subject.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<RepeatText> texts, IReadOnlyList<string> blocks)
    {
        var parent = Enumerable.Range(0, texts.Count).ToArray();
        foreach (var block in Enumerable.Range(0, texts.Count).GroupBy(i => blocks[i]))
            foreach (var (one, other) in LikePairs(texts, [.. block]))
                parent[Root(parent, other)] = Root(parent, one);
        return
        [
            .. Enumerable.Range(0, texts.Count).GroupBy(i => Root(parent, i)).Where(g => g.Count() > 1)
                .Select(g => (IReadOnlyList<int>)[.. g.Order()]).OrderByDescending(g => g.Count).ThenBy(g => g[0]),
        ];
    }

    // A pair is like enough only when one of the two says at least so much of the other's title: those are found by counting.
    private static IEnumerable<(int One, int Other)> LikePairs(IReadOnlyList<RepeatText> texts, int[] members)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var member in members)
            foreach (var piece in texts[member].All)
                (holders.TryGetValue(piece, out var list) ? list : holders[piece] = []).Add(member);
        var shared = new int[texts.Count];
        foreach (var one in members)
        {
            var title = texts[one].Title;
            var met = new List<int>();
            foreach (var piece in title)
                foreach (var other in holders[piece])
                    if (shared[other]++ == 0)
                        met.Add(other);
            foreach (var other in met)
            {
                if (other != one && shared[other] >= RepeatScore.SameSubject * title.Count && RepeatText.Likeness(texts[one], texts[other]) >= RepeatScore.SameSubject)
                    yield return (one, other);
                shared[other] = 0;
            }
        }
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    }
}
