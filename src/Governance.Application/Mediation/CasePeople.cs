using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Parties;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>A participant as the rule of recusal needs it.</summary>
public sealed record StoredCasePerson(ParticipantRole Role, ProtectedText Name, ProtectedText? PhoneHash, ProtectedText? NumberHash);

/// <summary>Who a case is about, as stored.</summary>
/// <param name="ReporterName">The reporter, or null.</param>
/// <param name="ReporterPhone">The reporter's phone, or null.</param>
/// <param name="ReporterConfidential">Whether the reporter asked to be kept confidential.</param>
/// <param name="ManagingBodyCode">Body that runs the case.</param>
/// <param name="Participants">The participants.</param>
public sealed record StoredCasePeople(
    ProtectedText? ReporterName, ProtectedText? ReporterPhone, bool ReporterConfidential, string ManagingBodyCode, IReadOnlyList<StoredCasePerson> Participants)
{
    /// <summary>Of a loaded case.</summary>
    public static StoredCasePeople Of(Case subject, IEnumerable<Participant> participants) => new(
        subject.ReporterName, subject.ReporterPhone, subject.ReporterConfidential, subject.ManagingBodyCode,
        [.. participants.Select(p => new StoredCasePerson(p.Role, p.Name, p.PhoneHash, p.IdentityHash))]);
}

/// <summary>Turns stored people into what <see cref="MediatorConflict"/> compares. The names go nowhere else.</summary>
public sealed class CasePeople(IPersonalDataProtector protector)
{
    /// <summary>
    /// The people of a case. A reporter whom this person may not know is not among them: a refusal would tell who reported.
    /// </summary>
    public IReadOnlyList<CasePerson> Of(Actor actor, StoredCasePeople stored)
    {
        var mayKnowReporter = Case.MayKnowReporter(actor, stored.ReporterConfidential, stored.ManagingBodyCode);
        var people = stored.Participants.Where(p => mayKnowReporter || p.Role != ParticipantRole.Reporter)
            .Select(p => new CasePerson(p.Role.DisplayName(), new PersonMarks(protector.Reveal(p.Name) ?? "", p.PhoneHash, p.NumberHash))).ToList();
        if (mayKnowReporter && (stored.ReporterName ?? stored.ReporterPhone) is not null)
            people.Add(new CasePerson(ParticipantRole.Reporter.DisplayName(), new PersonMarks(protector.Reveal(stored.ReporterName) ?? "", HashOf(stored.ReporterPhone), null)));
        return people;
    }

    /// <summary>Keyed hash of an encrypted phone, or null when there is none.</summary>
    public ProtectedText? HashOf(ProtectedText? phone) =>
        protector.Reveal(phone) is { } clear ? protector.KeyedHash(PersonalDataUse.Phone, clear) : null;
}
