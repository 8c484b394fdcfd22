namespace Governance.Web.Features.Ordinances;

/// <summary>Finds searched words in a text.</summary>
public static class TextMarks
{
    /// <summary>Cuts the text into parts that are a searched word and parts that are not; overlapping words become one part.</summary>
    public static IReadOnlyList<(string Part, bool IsHit)> Split(string text, IReadOnlyList<string> words)
    {
        var hit = new bool[text.Length];
        foreach (var word in words.Where(w => w.Length > 0))
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
                Array.Fill(hit, true, at, word.Length);

        var parts = new List<(string, bool)>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && hit[i] == hit[start])
                continue;
            parts.Add((text[start..i], hit[start]));
            start = i;
        }
        return parts;
    }
}
