using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Remarks;

/// <summary>A person named in a note (提到): told of it, and shown as a tag.</summary>
/// <param name="UserId">Account.</param>
/// <param name="Name">Name as written in the note.</param>
public sealed record Mention(Guid UserId, string Name)
{
    /// <summary>Most people of one note.</summary>
    public const int Most = 20;

    private const int NameShown = 10;

    private static readonly char[] Signs = ['@', '＠'];

    /// <summary>Reads who is named by <c>@姓名</c>.</summary>
    /// <param name="words">The note.</param>
    /// <param name="people">Who may be named: people who may know of the case.</param>
    /// <param name="picked">Accounts that were chosen from the list: they decide between people of the same name.</param>
    /// <returns>Each person once, in the order of the note; refused when a name means nobody or more than one.</returns>
    public static Result<IReadOnlyList<Mention>> Read(string words, IReadOnlyList<Actor> people, IReadOnlyCollection<Guid> picked)
    {
        var named = new List<Mention>();
        for (var at = words.IndexOfAny(Signs); at >= 0; at = words.IndexOfAny(Signs, at + 1))
        {
            // Part of an address such as a@b is no mention.
            if (at > 0 && char.IsAsciiLetterOrDigit(words[at - 1]))
                continue;
            var rest = words[(at + 1)..];
            if (rest.Length == 0 || !char.IsLetter(rest[0]))
                continue;
            var fitting = people.Where(p => rest.StartsWith(p.DisplayName, StringComparison.Ordinal)).ToList();
            if (fitting.Count == 0)
                return new RemarkErrors.CannotBeMentioned(new string([.. rest.TakeWhile(char.IsLetter).Take(NameShown)])) { Field = "Note" };
            // 王芳 and 王芳华 both fit 王芳华: the longer name is meant.
            var longest = fitting.Max(p => p.DisplayName.Length);
            var meant = fitting.Where(p => p.DisplayName.Length == longest).ToList();
            if (meant.Count > 1)
                meant = [.. meant.Where(p => picked.Contains(p.UserId))];
            if (meant.Count == 0)
                return new RemarkErrors.SeveralOfThatName(fitting.First(p => p.DisplayName.Length == longest).DisplayName) { Field = "Note" };
            named.AddRange(meant.Select(p => new Mention(p.UserId, p.DisplayName)));
        }
        var each = named.DistinctBy(m => m.UserId).ToList();
        return each.Count > Most
            ? new RemarkErrors.TooManyMentioned(Most) { Field = "Note" }
            : Result<IReadOnlyList<Mention>>.Ok(each);
    }
}
