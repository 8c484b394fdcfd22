namespace Governance.Domain.Cases;

/// <summary>How alike two short Chinese texts are, by the two-character pieces they share (Dice coefficient).</summary>
public static class TextLikeness
{
    /// <summary>Added when two cases are about the same village or community.</summary>
    public const double SamePlace = 0.15;

    /// <summary>0 for nothing in common, 1 for the same pieces.</summary>
    public static double Of(string left, string right)
    {
        var one = Pieces(left);
        var other = Pieces(right);
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var shared = one.Count(other.Contains);
        return 2.0 * shared / (one.Count + other.Count);
    }

    private static HashSet<string> Pieces(string text)
    {
        var letters = new string(text.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
        var pieces = new HashSet<string>();
        for (var i = 0; i + 1 < letters.Length; i++)
            pieces.Add(letters.Substring(i, 2));
        return pieces;
    }
}
