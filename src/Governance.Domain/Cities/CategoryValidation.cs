namespace Governance.Domain.Cities;

/// <summary>How often proposals were right on messages that were kept from the learning.</summary>
/// <param name="Messages">Messages of the fold.</param>
/// <param name="First">Of them the first guess was of the right class.</param>
/// <param name="Three">Of them one of three guesses was.</param>
public sealed record ValidationFold(int Messages, int First, int Three)
{
    /// <summary>Share of right first guesses, 0 to 1.</summary>
    public double FirstShare => (double)First / Messages;

    /// <summary>Share of messages with a right one among three guesses, 0 to 1.</summary>
    public double ThreeShare => (double)Three / Messages;
}

/// <summary>
/// Measures proposals by cross-validation: the messages lie in five fixed folds, and those of a fold are judged by a model that was
/// learnt from the other four. The table is judged on the same folds.
/// </summary>
public static class CategoryValidation
{
    /// <summary>Number of folds.</summary>
    public const int Folds = 5;

    /// <summary>The folds judged by table and model together.</summary>
    /// <param name="messages">Messages in the order of their file: the order decides the fold.</param>
    /// <param name="keywords">The table.</param>
    /// <param name="labels">The classes with their top categories.</param>
    /// <param name="categories">Categories, in order of their code.</param>
    public static IReadOnlyList<ValidationFold> OfModel(
        IReadOnlyList<LabelledText> messages, IReadOnlyList<CategoryKeyword> keywords, IReadOnlyList<MessageLabel> labels, IReadOnlyList<CaseCategory> categories) =>
        Judge(messages, labels, rest => new CategoryProposer(keywords, CategoryLearning.Learn(rest, [.. labels.Select(l => l.Label)]), labels, categories));

    /// <summary>The folds judged by the table alone, which learns nothing.</summary>
    public static IReadOnlyList<ValidationFold> OfTable(
        IReadOnlyList<LabelledText> messages, IReadOnlyList<CategoryKeyword> keywords, IReadOnlyList<MessageLabel> labels) =>
        Judge(messages, labels, _ => new CategoryProposer(keywords));

    private static List<ValidationFold> Judge(
        IReadOnlyList<LabelledText> messages, IReadOnlyList<MessageLabel> labels, Func<IReadOnlyList<LabelledText>, CategoryProposer> learn)
    {
        var tops = labels.ToDictionary(l => l.Label, l => l.Categories);
        // Every fifth message of a class: each fold has its share of every class.
        var placed = messages.Where(m => tops.ContainsKey(m.Label)).GroupBy(m => m.Label)
            .SelectMany(same => same.Select((message, i) => (message, Fold: i % Folds))).ToList();
        return
        [
            .. Enumerable.Range(0, Folds).Select(fold =>
            {
                var proposer = learn([.. placed.Where(p => p.Fold != fold).Select(p => p.message)]);
                var judged = placed.Where(p => p.Fold == fold).Select(p => Guesses(proposer, p.message, tops[p.message.Label])).ToList();
                return new ValidationFold(judged.Count, judged.Count(j => j is [true, ..]), judged.Count(j => j.Contains(true)));
            }),
        ];
    }

    private static List<bool> Guesses(CategoryProposer proposer, LabelledText message, IReadOnlyList<string> right) =>
        [.. proposer.Propose(message.Title, message.Body).Select(p => right.Contains(p.Category[..2]))];
}
