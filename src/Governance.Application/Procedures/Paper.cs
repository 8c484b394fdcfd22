using System.Text.RegularExpressions;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>How a line of a paper stands.</summary>
public enum PaperLineKind
{
    /// <summary>A paragraph.</summary>
    Text,

    /// <summary>A small heading.</summary>
    Heading,

    /// <summary>On the right: number, date.</summary>
    Right,

    /// <summary>A place for a signature or seal.</summary>
    Signature,

    /// <summary>An empty ruled line to write on.</summary>
    Blank,
}

/// <summary>A line of a paper.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Text">What it says; empty for a blank one.</param>
public sealed record PaperLine(PaperLineKind Kind, string Text);

/// <summary>A filled paper, the same for Word and for print.</summary>
/// <param name="Title">Title, centred.</param>
/// <param name="Lines">Its lines.</param>
public sealed record Paper(string Title, IReadOnlyList<PaperLine> Lines);

/// <summary>
/// Fills a template: <c>=</c> begins a heading, <c>&gt;</c> a line on the right, <c>|</c> a place for a signature, <c>____3</c> stands for three
/// ruled lines, <c>____3{栏目}</c> for what is known or else three ruled lines, <c>{栏目}</c> for what is known. What is not known leaves room
/// to write by hand; a line that begins with <c>?</c> is left out then.
/// </summary>
public static partial class PaperFiller
{
    /// <summary>Room to write by hand.</summary>
    public const string Room = "　　　　　　";

    private const int MostBlanks = 20;

    /// <summary>The paper.</summary>
    public static Paper Fill(DocumentTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var lines = new List<PaperLine>();
        foreach (var line in template.Lines.Where(l => l.Length > 0))
        {
            if (Ruled().Match(line) is { Success: true } ruled)
            {
                if (values.GetValueOrDefault(ruled.Groups[2].Value) is { Length: > 0 } said)
                    lines.AddRange(said.Split('\n').Select(part => new PaperLine(PaperLineKind.Text, part)));
                else
                    lines.AddRange(Enumerable.Repeat(new PaperLine(PaperLineKind.Blank, ""), Math.Clamp(int.Parse(ruled.Groups[1].Value, null), 1, MostBlanks)));
                continue;
            }
            if (line[0] == '?' && Placeholder().Matches(line).Any(match => values.GetValueOrDefault(match.Groups[1].Value) is not { Length: > 0 }))
                continue;
            var kind = line[0] switch { '=' => PaperLineKind.Heading, '>' => PaperLineKind.Right, '|' => PaperLineKind.Signature, _ => PaperLineKind.Text };
            var text = kind == PaperLineKind.Text && line[0] != '?' ? line : line[1..].Trim();
            // One pass: what was filled in is never read as a placeholder.
            var filled = Placeholder().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value) is { Length: > 0 } known ? known : Room);
            lines.AddRange(filled.Split('\n').Where(part => part.Trim().Length > 0 || filled.Length == part.Length).Select(part => new PaperLine(kind, part)));
        }
        return new Paper(template.Title, lines);
    }

    /// <summary>True when the template asks for that value.</summary>
    public static bool Asks(DocumentTemplate template, string field) => template.Lines.Any(l => l.Contains($"{{{field}}}", StringComparison.Ordinal));

    [GeneratedRegex(@"^____([0-9]{1,2})(?:\{([^{}]*)\})?$")]
    private static partial Regex Ruled();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
