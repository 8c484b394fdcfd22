using Governance.Domain.Common;

namespace Governance.Domain.Parties;

/// <summary>What a participant is.</summary>
public enum ParticipantKind
{
    /// <summary>自然人.</summary>
    Person = 1,

    /// <summary>法人.</summary>
    LegalPerson = 2,

    /// <summary>非法人组织.</summary>
    Organisation = 3,

    /// <summary>个体工商户: has a credit code, or is known by the owner's citizen number.</summary>
    SoleTrader = 4,
}

/// <summary>What a participant is in the dispute.</summary>
public enum ParticipantRole
{
    /// <summary>申请人.</summary>
    Applicant = 1,

    /// <summary>被申请人.</summary>
    Respondent = 2,

    /// <summary>第三人.</summary>
    ThirdParty = 3,

    /// <summary>反映人.</summary>
    Reporter = 4,

    /// <summary>其他.</summary>
    Other = 5,
}

/// <summary>Names of kinds and roles.</summary>
public static class ParticipantVocabulary
{
    /// <summary>Name of a kind.</summary>
    public static string DisplayName(this ParticipantKind kind) => kind switch
    {
        ParticipantKind.Person => "自然人",
        ParticipantKind.LegalPerson => "法人",
        ParticipantKind.Organisation => "非法人组织",
        ParticipantKind.SoleTrader => "个体工商户",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Name of a role.</summary>
    public static string DisplayName(this ParticipantRole role) => role switch
    {
        ParticipantRole.Applicant => "申请人",
        ParticipantRole.Respondent => "被申请人",
        ParticipantRole.ThirdParty => "第三人",
        ParticipantRole.Reporter => "反映人",
        ParticipantRole.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What its number is called.</summary>
    public static string NumberName(this ParticipantKind kind) => kind switch
    {
        ParticipantKind.Person => "公民身份号码",
        ParticipantKind.SoleTrader => "统一社会信用代码或公民身份号码",
        _ => "统一社会信用代码",
    };

    /// <summary>True when a number of that form belongs to the kind.</summary>
    public static bool Fits(this ParticipantKind kind, string normal) => kind switch
    {
        ParticipantKind.Person => CitizenId.IsValid(normal),
        ParticipantKind.SoleTrader => CreditCode.IsValid(normal) || CitizenId.IsValid(normal),
        _ => CreditCode.IsValid(normal),
    };
}

/// <summary>A value that is stored encrypted, with the keyed hash by which an equal one is found.</summary>
/// <param name="Cipher">The value.</param>
/// <param name="Hash">Its hash, or null where nobody searches for it.</param>
public sealed record SealedText(ProtectedText Cipher, ProtectedText? Hash);

/// <summary>
/// 当事人: somebody a dispute is about or whom it concerns (A8, Personal Information Protection Law). Everything that names the person is
/// encrypted; phone and number are found by a keyed hash of exactly the same value.
/// </summary>
public sealed class Participant
{
    /// <summary>Most participants of a case.</summary>
    public const int MostOfCase = 50;

    private Participant()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What it is.</summary>
    public ParticipantKind Kind { get; private set; }

    /// <summary>What it is in the dispute.</summary>
    public ParticipantRole Role { get; private set; }

    /// <summary>Name, encrypted.</summary>
    public ProtectedText Name { get; private set; } = null!;

    /// <summary>Phone, encrypted.</summary>
    public ProtectedText? Phone { get; private set; }

    /// <summary>Keyed hash of the phone.</summary>
    public ProtectedText? PhoneHash { get; private set; }

    /// <summary>Number of the document that says who it is, encrypted; see <see cref="CitizenId"/> and <see cref="CreditCode"/>.</summary>
    public ProtectedText? IdentityNumber { get; private set; }

    /// <summary>Keyed hash of that number.</summary>
    public ProtectedText? IdentityHash { get; private set; }

    /// <summary>Address, encrypted.</summary>
    public ProtectedText? Address { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    /// <summary>Writes a participant down.</summary>
    public static Participant Add(
        Guid caseId, ParticipantKind kind, ParticipantRole role, ProtectedText name, SealedText? phone, SealedText? number, ProtectedText? address,
        DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), CaseId = caseId, Kind = kind, Role = role, Name = name, Phone = phone?.Cipher, PhoneHash = phone?.Hash,
        IdentityNumber = number?.Cipher, IdentityHash = number?.Hash, Address = address, AddedAt = at,
    };

    /// <summary>Corrects it; what is null stays as it is. A number belongs to a kind: with another kind it is written anew or goes.</summary>
    public void Correct(
        ParticipantKind kind, ParticipantRole role, ProtectedText? name, SealedText? phone, SealedText? number, ProtectedText? address)
    {
        if (number is not null || kind != Kind)
            (IdentityNumber, IdentityHash) = (number?.Cipher, number?.Hash);
        (Kind, Role, Name, Address) = (kind, role, name ?? Name, address ?? Address);
        if (phone is not null)
            (Phone, PhoneHash) = (phone.Cipher, phone.Hash);
    }
}
