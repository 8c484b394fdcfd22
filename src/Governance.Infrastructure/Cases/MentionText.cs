using Governance.Domain.Remarks;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Governance.Infrastructure.Cases;

/// <summary>Keeps who is named in a note in one column: a line each, key and name.</summary>
internal static class MentionText
{
    private const int KeyLength = 32;

    public static ValueConverter<IReadOnlyList<Mention>, string> Converter { get; } = new(people => Write(people), text => Read(text));

    public static ValueComparer<IReadOnlyList<Mention>> Comparer { get; } = new(
        (one, other) => one!.SequenceEqual(other!), people => people.Aggregate(0, HashCode.Combine), people => people.ToArray());

    private static string Write(IReadOnlyList<Mention> people) => string.Join('\n', people.Select(p => $"{p.UserId:N}{p.Name}"));

    private static Mention[] Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Mention(Guid.ParseExact(line[..KeyLength], "N"), line[KeyLength..]))];
}
