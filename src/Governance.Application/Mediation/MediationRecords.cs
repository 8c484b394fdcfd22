using Governance.Domain.Mediation;
using Governance.Domain.Organisation;

namespace Governance.Application.Mediation;

/// <summary>Filter of the list of committees.</summary>
/// <param name="Text">Part of the name, or null.</param>
/// <param name="Kind">Kind, or null.</param>
/// <param name="Categories">Codes of which one is a speciality; empty for any.</param>
/// <param name="Area">Division inside which it works, or null.</param>
/// <param name="Dissolved">True for dissolved ones instead of those that work.</param>
public sealed record CommitteeCriteria(
    string? Text = null, CommitteeKind? Kind = null, IReadOnlyList<string>? Categories = null, AreaCode? Area = null, bool Dissolved = false);

/// <summary>Which mediators a list shows.</summary>
public enum MediatorStanding
{
    /// <summary>在聘.</summary>
    InOffice = 1,

    /// <summary>休假中.</summary>
    OnLeave = 2,

    /// <summary>聘期已满: the term is over and nobody has said what next.</summary>
    TermOver = 3,

    /// <summary>已解聘.</summary>
    Ended = 4,
}

/// <summary>Filter of the list of mediators.</summary>
/// <param name="Text">Part of the name, or null.</param>
/// <param name="Categories">Codes of which one is a speciality; empty for any.</param>
/// <param name="Area">Division inside which the mediator serves, or null.</param>
/// <param name="Standing">Which.</param>
/// <param name="CommitteeId">Committee or studio, or null.</param>
public sealed record MediatorCriteria(
    string? Text = null, IReadOnlyList<string>? Categories = null, AreaCode? Area = null, MediatorStanding Standing = MediatorStanding.InOffice,
    Guid? CommitteeId = null);

/// <summary>A committee in a list.</summary>
public sealed record CommitteeRow(
    Guid Id, string Name, CommitteeKind Kind, IReadOnlyList<string> Specialities, AreaCode Area, string Address, string OfficePhone,
    string LeaderName, string? BodyCode, DateOnly? FoundedOn, int Rooms, DateOnly? DissolvedOn, int Mediators);

/// <summary>A mediator in a list.</summary>
public sealed record MediatorRow(
    Guid Id, string Name, Guid CommitteeId, string CommitteeName, string? StudioName, IReadOnlyList<string> Specialities, AreaCode Area,
    bool IsFullTime, DateOnly AppointedOn, DateOnly? TermUntil, DateOnly? EndedOn, DateOnly? AwayUntil)
{
    /// <summary>Work in hand and done.</summary>
    public MediatorRecord Record { get; init; } = MediatorRecord.None;
}

/// <summary>A line of history.</summary>
public sealed record ChangeRecord(MediationChangeKind Kind, DateTimeOffset At, string ActorName, string BodyName, string Words);

/// <summary>The page of a committee.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">Version for the next change.</param>
/// <param name="Facts">What it is.</param>
/// <param name="DissolvedOn">When it was dissolved, or null.</param>
/// <param name="Mediators">Mediators in office.</param>
/// <param name="History">Newest first.</param>
public sealed record CommitteeDetail(
    Guid Id, uint Version, CommitteeFacts Facts, DateOnly? DissolvedOn, int Mediators, IReadOnlyList<ChangeRecord> History)
{
    /// <summary>True when this person may change it.</summary>
    public bool MayManage { get; init; }
}

/// <summary>A leave on the page of a mediator.</summary>
public sealed record LeaveRecord(Guid Id, DateOnly From, DateOnly Until, LeaveKind Kind);

/// <summary>The page of a mediator.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">Version for the next change.</param>
/// <param name="Facts">Who.</param>
/// <param name="CommitteeName">Name of the committee.</param>
/// <param name="StudioName">Name of the studio, or null.</param>
/// <param name="AppointedOn">First day.</param>
/// <param name="TermUntil">Last day of the term, or null.</param>
/// <param name="EndedOn">End, or null.</param>
/// <param name="Leaves">Leaves, the latest first.</param>
/// <param name="History">Newest first.</param>
public sealed record MediatorDetail(
    Guid Id, uint Version, MediatorFacts Facts, string CommitteeName, string? StudioName, DateOnly AppointedOn, DateOnly? TermUntil, DateOnly? EndedOn,
    IReadOnlyList<LeaveRecord> Leaves, IReadOnlyList<ChangeRecord> History)
{
    /// <summary>The phone as anybody sees it, or null.</summary>
    public string? MaskedPhone { get; init; }

    /// <summary>Work in hand and done.</summary>
    public MediatorRecord Record { get; init; } = MediatorRecord.None;

    /// <summary>True when this person may change it.</summary>
    public bool MayManage { get; init; }
}

/// <summary>A committee as the public sees it: no person is named.</summary>
public sealed record PublicCommittee(
    string Name, CommitteeKind Kind, IReadOnlyList<string> Specialities, AreaCode Area, string Address, string OfficePhone, int Rooms);
