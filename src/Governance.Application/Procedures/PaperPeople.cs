using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Parties;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>The people of a paper: name, kind, address and phone, masked unless they are shown for a stated reason.</summary>
/// <param name="protector">Decrypts.</param>
/// <param name="isClear">True to write them in clear.</param>
public sealed class PaperPeople(IPersonalDataProtector protector, bool isClear)
{
    /// <summary>What the fields of people say; empty where nothing is known.</summary>
    /// <param name="participants">The participants of the case.</param>
    /// <param name="reporterName">The reporter, who asked where no applicant was written down; null for one this person may not know.</param>
    /// <param name="reporterPhone">The reporter's phone, or null.</param>
    public IReadOnlyDictionary<string, string> Values(IReadOnlyList<Participant> participants, ProtectedText? reporterName, ProtectedText? reporterPhone)
    {
        var applicants = participants.Where(p => p.Role == ParticipantRole.Applicant).ToList();
        var names = applicants.Count > 0 ? [.. applicants.Select(p => Name(p.Name))] : reporterName is null ? new List<string>() : [Name(reporterName)];
        var asked = applicants.Count > 0 ? [.. applicants.Select(Line)]
            : reporterName is null ? new List<string>() : [Line(Name(reporterName), null, null, reporterPhone)];
        var others = participants.Where(p => p.Role is ParticipantRole.Respondent or ParticipantRole.ThirdParty).OrderBy(p => p.Role).ToList();
        return new Dictionary<string, string>
        {
            [DocumentFields.Applicant] = string.Join("、", names),
            [DocumentFields.Applicants] = string.Join('\n', asked),
            [DocumentFields.Respondents] = string.Join('\n', others.Where(p => p.Role == ParticipantRole.Respondent).Select(Line)),
            // One side alone would look as if there were no other: the other side's line is left to be written.
            [DocumentFields.Parties] = asked.Count == 0 && others.Count == 0 ? "" : string.Join('\n', BothSides(asked, others)),
        };
    }

    private IEnumerable<string> BothSides(List<string> asked, List<Participant> others)
    {
        foreach (var line in asked.DefaultIfEmpty(PaperFiller.Room))
            yield return $"{ParticipantRole.Applicant.DisplayName()}：{line}";
        if (others.All(p => p.Role != ParticipantRole.Respondent))
            yield return $"{ParticipantRole.Respondent.DisplayName()}：{PaperFiller.Room}";
        foreach (var other in others)
            yield return $"{other.Role.DisplayName()}：{Line(other)}";
    }

    private string Line(Participant participant) => Line(Name(participant.Name), participant.Kind, participant.Address, participant.Phone);

    // The address comes last: the rest of the line is room to write one.
    private string Line(string name, ParticipantKind? kind, ProtectedText? address, ProtectedText? phone) =>
        $"{name}{(kind is { } known ? $"（{known.DisplayName()}）" : "")}　联系电话：{Shown(phone, Masks.Phone)}　住址：{Shown(address, Masks.Address)}";

    private string Name(ProtectedText name) => Shown(name, Masks.Name);

    private string Shown(ProtectedText? secret, Func<string?, string?> mask) =>
        protector.Reveal(secret) is not { } clear ? PaperFiller.Room : isClear ? clear : mask(clear) ?? PaperFiller.Room;
}
