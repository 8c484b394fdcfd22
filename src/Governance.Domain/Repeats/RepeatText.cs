namespace Governance.Domain.Repeats;

/// <summary>
/// The words of a case, cut into pieces of two characters, to tell how alike two cases are. Of the measures tried on real messages the one
/// that asks 'how much of the title of one is said by the other?' found most repeats with fewest mistakes, and it can be said in one sentence.
/// </summary>
public sealed class RepeatText
{
    private readonly HashSet<string> _title;
    private readonly HashSet<string> _all;

    /// <summary>Cuts the words.</summary>
    public RepeatText(string title, string description)
    {
        _title = Pieces(title);
        _all = [.. _title, .. Pieces(description)];
    }

    /// <summary>Pieces of the title.</summary>
    public IReadOnlyCollection<string> Title => _title;

    /// <summary>Pieces of title and description.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>How much of the title of one is said by the other, the mean of both ways: 0 for nothing, 1 for all of it.</summary>
    public static double Likeness(RepeatText one, RepeatText other) => (Said(one, other) + Said(other, one)) / 2;

    /// <summary>How much of the title of one is said by the other.</summary>
    public static double Said(RepeatText title, RepeatText by) =>
        title._title.Count == 0 ? 0 : (double)title._title.Count(by._all.Contains) / title._title.Count;

    private static HashSet<string> Pieces(string text)
    {
        var letters = new string(text.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < letters.Length; i++)
            pieces.Add(letters.Substring(i, 2));
        return pieces;
    }
}
