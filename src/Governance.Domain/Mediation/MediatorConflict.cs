using Governance.Domain.Common;

namespace Governance.Domain.Mediation;

/// <summary>Marks by which two entries are told to be one person. Phone and citizen number are keyed hashes: nobody decrypts them to compare.</summary>
/// <param name="Name">Name, in clear.</param>
/// <param name="PhoneHash">Keyed hash of the phone, or null when none is known.</param>
/// <param name="NumberHash">Keyed hash of the citizen number, or null when none is known.</param>
public sealed record PersonMarks(string Name, ProtectedText? PhoneHash, ProtectedText? NumberHash);

/// <summary>Somebody a case is about.</summary>
/// <param name="Standing">What the person is in the case: 申请人, 反映人.</param>
/// <param name="Marks">Who.</param>
public sealed record CasePerson(string Standing, PersonMarks Marks);

/// <summary>
/// 回避: nobody mediates an own matter. A mediator is even-handed (People's Mediation Law, article 21) and chosen or accepted by the parties
/// (article 23), so whoever is a party or reported the matter keeps out of it.
/// </summary>
public static class MediatorConflict
{
    /// <summary>Who of the people a case is about the mediator is, or cannot be told from; null when the mediator may mediate.</summary>
    public static CasePerson? Find(PersonMarks mediator, IEnumerable<CasePerson> people) => people.FirstOrDefault(p => IsSamePerson(mediator, p.Marks));

    /// <summary>
    /// The same citizen number, the same phone, or the same name where neither number nor phone, known of both, tells the two apart.
    /// </summary>
    public static bool IsSamePerson(PersonMarks one, PersonMarks other) =>
        Compare(one.NumberHash, other.NumberHash) == true || Compare(one.PhoneHash, other.PhoneHash) == true
        || (Normal(one.Name) is { Length: > 0 } name && name == Normal(other.Name)
            && Compare(one.NumberHash, other.NumberHash) is null && Compare(one.PhoneHash, other.PhoneHash) is null);

    /// <summary>Whether two hashes are equal; null when one is not known.</summary>
    private static bool? Compare(ProtectedText? one, ProtectedText? other) =>
        one is null || other is null ? null : one.Cipher.AsSpan().SequenceEqual(other.Cipher);

    // 王　芳 is 王芳.
    private static string Normal(string name) => string.Concat(PlainText.CleanLine(name).Where(c => !char.IsWhiteSpace(c)));
}
