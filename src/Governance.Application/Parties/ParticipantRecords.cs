using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Parties;

namespace Governance.Application.Parties;

/// <summary>What somebody types about a participant.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Role">What it is in the dispute.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Phone; may be empty.</param>
/// <param name="IdentityNumber">Citizen number or credit code; may be empty.</param>
/// <param name="Address">Address; may be empty.</param>
public sealed record ParticipantFacts(ParticipantKind Kind, ParticipantRole Role, string? Name, string? Phone, string? IdentityNumber, string? Address);

/// <summary>Adds a participant.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Facts">What is known.</param>
public sealed record AddParticipant(Guid CaseId, ParticipantFacts Facts);

/// <summary>Corrects a participant; what is left empty stays as it is.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Id">The participant.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Facts">What is to be changed.</param>
public sealed record CorrectParticipant(Guid CaseId, Guid Id, uint Version, ParticipantFacts Facts);

/// <summary>Removes a participant with all that is known.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Id">The participant.</param>
/// <param name="Reason">Why.</param>
public sealed record RemoveParticipant(Guid CaseId, Guid Id, string Reason);

/// <summary>A participant as stored.</summary>
public sealed record ParticipantRecord(
    Guid Id, uint Version, ParticipantKind Kind, ParticipantRole Role, ProtectedText Name, ProtectedText? Phone, ProtectedText? IdentityNumber,
    ProtectedText? Address);

/// <summary>A participant as shown: masked.</summary>
public sealed record ParticipantRow(
    Guid Id, uint Version, ParticipantKind Kind, ParticipantRole Role, string? Name, string? Phone, string? IdentityNumber, string? Address);

/// <summary>A participant in clear, for a stated reason.</summary>
public sealed record RevealedParticipant(string? Name, string? Phone, string? IdentityNumber, string? Address);

/// <summary>The tab 当事人 of a case.</summary>
/// <param name="Rows">The participants in the order they were written down, masked.</param>
/// <param name="MayKeep">True when this person may add, correct and remove.</param>
/// <param name="MayReveal">True when this person may see one in clear for a reason.</param>
public sealed record ParticipantView(IReadOnlyList<ParticipantRow> Rows, bool MayKeep, bool MayReveal);

/// <summary>A case somebody takes part in, as found.</summary>
public sealed record ParticipantFound(
    CaseNumber Number, string Title, CaseState State, AreaCode Place, ParticipantRole Role, string? Name, DateTimeOffset RegisteredAt, bool IsRestricted);

/// <summary>The same as stored.</summary>
public sealed record ParticipantFoundRecord(
    CaseNumber Number, string Title, CaseState State, AreaCode Place, ParticipantRole Role, ProtectedText Name, DateTimeOffset RegisteredAt, bool IsRestricted,
    bool ReporterConfidential, string ManagingBodyCode);

/// <summary>Reads participants; every query takes what the person may know of.</summary>
public interface IParticipantQueries
{
    /// <summary>The participants of a case this person may know of.</summary>
    Task<IReadOnlyList<ParticipantRecord>> ListAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>The cases in which somebody with exactly that phone or number takes part, the newest first.</summary>
    Task<IReadOnlyList<ParticipantFoundRecord>> FindAsync(CaseVisibility visibility, ProtectedText hash, bool byPhone, int most, CancellationToken ct);
}

/// <summary>Loads and stores participants.</summary>
public interface IParticipantRepository
{
    /// <summary>One participant of a case, or null.</summary>
    Task<Participant?> FindAsync(Guid caseId, Guid id, CancellationToken ct);

    /// <summary>Names of the participants of a case.</summary>
    Task<IReadOnlyList<ProtectedText>> FindNamesAsync(Guid caseId, CancellationToken ct);

    /// <summary>Those of a case, in the order they were written down, to read only.</summary>
    Task<IReadOnlyList<Participant>> OfCaseAsync(Guid caseId, CancellationToken ct);

    /// <summary>How many a case has.</summary>
    Task<int> CountAsync(Guid caseId, CancellationToken ct);

    /// <summary>Adds one.</summary>
    void Add(Participant added);

    /// <summary>Removes one with all that is known.</summary>
    void Remove(Participant removed);
}
