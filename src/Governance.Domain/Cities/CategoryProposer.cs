namespace Governance.Domain.Cities;

/// <summary>A category proposed for a text.</summary>
/// <param name="Category">Code of the leaf.</param>
/// <param name="Score">Sum of the weights of the words found; a word counts double in the title.</param>
/// <param name="Keywords">The words that led to it, the heaviest first.</param>
public sealed record CategoryProposal(string Category, int Score, IReadOnlyList<string> Keywords);

/// <summary>
/// Proposes categories for a case from the words in it. All keywords are looked for in one pass over the text (Aho-Corasick), so
/// it can run while the clerk types. A word inside a longer word that was found (物业 in 物业费) does not count.
/// </summary>
public sealed class CategoryProposer
{
    private readonly ILookup<string, CategoryKeyword> _byWord;
    private readonly KeywordAutomaton _automaton;

    /// <summary>Builds the index once.</summary>
    public CategoryProposer(IReadOnlyList<CategoryKeyword> keywords)
    {
        _byWord = keywords.ToLookup(k => k.Keyword, StringComparer.Ordinal);
        _automaton = new KeywordAutomaton([.. _byWord.Select(group => group.Key)]);
    }

    /// <summary>The categories the text speaks for, the best first; a tie goes to the smaller code.</summary>
    /// <param name="title">Title; each word found here counts twice.</param>
    /// <param name="body">Description; may be empty.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Empty when no keyword was found.</returns>
    public IReadOnlyList<CategoryProposal> Propose(string? title, string? body, int limit = 3)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in _automaton.LongestMatches(title ?? "").ToHashSet())
            times[word] = 2;
        // A word said ten times is no ten times stronger: once for the description.
        foreach (var word in _automaton.LongestMatches(body ?? "").ToHashSet())
            times[word] = times.GetValueOrDefault(word) + 1;

        return
        [
            .. times.SelectMany(found => _byWord[found.Key].Select(k => (k.Category, k.Keyword, Score: k.Weight * found.Value)))
                .GroupBy(hit => hit.Category)
                .Select(group => new CategoryProposal(
                    group.Key,
                    group.Sum(hit => hit.Score),
                    [.. group.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Keyword, StringComparer.Ordinal).Select(hit => hit.Keyword)]))
                .OrderByDescending(p => p.Score)
                .ThenBy(p => p.Category, StringComparer.Ordinal)
                .Take(limit),
        ];
    }
}
