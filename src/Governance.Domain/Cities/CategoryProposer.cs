namespace Governance.Domain.Cities;

/// <summary>A category proposed for a text.</summary>
/// <param name="Category">Code of the leaf.</param>
/// <param name="Score">Sum of the weights of the words found, a word counts double in the title, and of what the model adds or takes.</param>
/// <param name="Keywords">What led to it: the words of the table, the heaviest first; without any, the pairs of characters the model knows.</param>
public sealed record CategoryProposal(string Category, int Score, IReadOnlyList<string> Keywords);

/// <summary>
/// Proposes categories for a case from the words in it. All keywords are looked for in one pass over the text (Aho-Corasick), so
/// it can run while the clerk types. A word inside a longer word that was found (物业 in 物业费) does not count. Where the pack has a
/// model, what it says of a class is added to the categories of the class; it moves them, and names a category of its own only where it
/// is sure. A person decides.
/// </summary>
public sealed class CategoryProposer
{
    /// <summary>What one unit of the model's score is worth in weights of the table; chosen by cross-validation.</summary>
    private const double ModelWorth = 16;

    /// <summary>
    /// What of the best class's worth goes to categories of no class (neighbours, services …): nobody has labelled messages of them, so the
    /// model cannot speak for them and must not speak against them alone.
    /// </summary>
    private const double UnlearntShare = 0.25;

    /// <summary>What the model must say of a class before it is named without any word of the table.</summary>
    private const double SureWithoutWord = 9;

    private const int PairsNamed = 3;

    private readonly ILookup<string, CategoryKeyword> _byWord;
    private readonly KeywordAutomaton _automaton;
    private readonly CategoryModel? _model;
    private readonly Dictionary<string, int> _labelOfTop = [];
    private readonly string[] _usualLeaf = [];

    /// <summary>Builds the index once.</summary>
    /// <param name="keywords">The table.</param>
    public CategoryProposer(IReadOnlyList<CategoryKeyword> keywords)
    {
        _byWord = keywords.ToLookup(k => k.Keyword, StringComparer.Ordinal);
        _automaton = new KeywordAutomaton([.. _byWord.Select(group => group.Key)]);
    }

    /// <summary>Builds the index once, with what was learnt.</summary>
    /// <param name="keywords">The table.</param>
    /// <param name="model">What was learnt, or null for the table alone.</param>
    /// <param name="labels">The model's classes with their top categories.</param>
    /// <param name="categories">Categories, in order of their code.</param>
    public CategoryProposer(
        IReadOnlyList<CategoryKeyword> keywords, CategoryModel? model, IReadOnlyList<MessageLabel> labels, IReadOnlyList<CaseCategory> categories)
        : this(keywords)
    {
        if (model is null)
            return;
        _model = model;
        var known = labels.ToDictionary(l => l.Label, l => l.Categories);
        // A class without words leads where a message of it goes that says nothing more: to its first category.
        _usualLeaf = [.. model.Labels.Select(label => categories.First(c => c.Parent == known[label][0]).Code)];
        for (var i = 0; i < model.Labels.Count; i++)
        {
            foreach (var top in known[model.Labels[i]])
                _labelOfTop.TryAdd(top, i);
        }
    }

    /// <summary>The categories the text speaks for, the best first; a tie goes to the smaller code.</summary>
    /// <param name="title">Title; each word found here counts twice.</param>
    /// <param name="body">Description; may be empty.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Empty when no keyword was found and the model is not sure of any class.</returns>
    public IReadOnlyList<CategoryProposal> Propose(string? title, string? body, int limit = 3)
    {
        var byWords = FromTable(title ?? "", body ?? "");
        var proposals = _model is null ? byWords : WithModel(_model, byWords, title ?? "", body ?? "");
        return [.. proposals.OrderByDescending(p => p.Score).ThenBy(p => p.Category, StringComparer.Ordinal).Take(limit)];
    }

    private IEnumerable<CategoryProposal> FromTable(string title, string body)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in _automaton.LongestMatches(title).ToHashSet())
            times[word] = 2;
        // A word said ten times is no ten times stronger: once for the description.
        foreach (var word in _automaton.LongestMatches(body).ToHashSet())
            times[word] = times.GetValueOrDefault(word) + 1;

        return times.SelectMany(found => _byWord[found.Key].Select(k => (k.Category, k.Keyword, Score: k.Weight * found.Value)))
            .GroupBy(hit => hit.Category)
            .Select(group => new CategoryProposal(
                group.Key,
                group.Sum(hit => hit.Score),
                [.. group.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Keyword, StringComparer.Ordinal).Select(hit => hit.Keyword)]));
    }

    private IEnumerable<CategoryProposal> WithModel(CategoryModel model, IEnumerable<CategoryProposal> byWords, string title, string body)
    {
        double[] worth = [.. model.Score(title, body).Select(score => score * ModelWorth)];
        var unlearnt = Math.Max(0, worth.Max()) * UnlearntShare;
        var moved = byWords.Select(p => p with { Score = p.Score + (int)Math.Round(LabelOf(p) is { } label ? worth[label] : unlearnt) }).ToList();
        var named = moved.Select(LabelOf).ToHashSet();
        return moved.Concat(Enumerable.Range(0, worth.Length).Where(label => worth[label] >= SureWithoutWord && !named.Contains(label))
            .Select(label => new CategoryProposal(_usualLeaf[label], (int)Math.Round(worth[label]), model.PairsFor(label, title, body, PairsNamed))));
    }

    private int? LabelOf(CategoryProposal proposal) => _labelOfTop.TryGetValue(proposal.Category[..2], out var label) ? label : null;
}
