using System.Globalization;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Mediation;

/// <summary>What a mediator is, as somebody wrote it down. What a person believes or belongs to is not asked (A8).</summary>
/// <param name="Name">Name, shown to colleagues.</param>
/// <param name="CommitteeId">Committee that appoints the mediator.</param>
/// <param name="StudioId">The own studio, or null.</param>
/// <param name="Specialities">Codes of the categories, leaves or tops; empty for every civil dispute.</param>
/// <param name="Area">Division served, inside the committee's.</param>
/// <param name="IsFullTime">专职, else 兼职.</param>
public sealed record MediatorFacts(
    string Name, Guid CommitteeId, Guid? StudioId, IReadOnlyList<string> Specialities, AreaCode Area, bool IsFullTime)
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 40;

    /// <summary>The same facts without control characters, stray spaces and repeats.</summary>
    public MediatorFacts Cleaned() => this with
    {
        Name = PlainText.CleanLine(Name),
        Specialities = [.. Specialities.Select(PlainText.CleanLine).Where(s => s.Length > 0).Distinct().Order(StringComparer.Ordinal)],
    };

    /// <summary>Every field that is missing or wrong, each named with its field.</summary>
    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        FactsCheck.Text(errors, nameof(Name), "姓名", Name, NameLength, required: true);
        if (CommitteeId == Guid.Empty)
            errors.Add(new PlatformErrors.Required(nameof(CommitteeId), "调解组织") { Field = nameof(CommitteeId) });
        if (Area == default)
            errors.Add(new PlatformErrors.Required(nameof(Area), "服务地区") { Field = nameof(Area) });
        if (Specialities.Count > CommitteeFacts.MostSpecialities)
            errors.Add(new MediationErrors.TooManySpecialities(CommitteeFacts.MostSpecialities) { Field = nameof(Specialities) });
        return errors;
    }

    /// <inheritdoc />
    public bool Equals(MediatorFacts? other) =>
        other is not null && Name == other.Name && CommitteeId == other.CommitteeId && StudioId == other.StudioId
        && Specialities.SequenceEqual(other.Specialities) && Area == other.Area && IsFullTime == other.IsFullTime;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, CommitteeId, StudioId, Area, IsFullTime);
}

/// <summary>When an appointment begins and, where it is limited, ends.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null.</param>
/// <param name="Ground">Document or decision it rests on.</param>
public sealed record Appointment(DateOnly From, DateOnly? Until, string Ground)
{
    /// <summary>Every field that is wrong; the ground comes back cleaned.</summary>
    public Result<Appointment> Checked(DateOnly today)
    {
        var errors = new List<Error>();
        var ground = Ground;
        if (FactsCheck.Ground(ref ground, "聘任依据") is { } error)
            errors.Add(error);
        if (From > today)
            errors.Add(new MediationErrors.InTheFuture("聘任日期") { Field = nameof(From) });
        if (Until <= From)
            errors.Add(new MediationErrors.TermEndsEarly { Field = nameof(Until) });
        return errors.Count > 0 ? Result<Appointment>.Refused(errors) : this with { Ground = ground };
    }

    /// <summary>In words, for the history.</summary>
    public string Describe() =>
        $"{From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 起"
        + (Until is { } until ? $"，聘期至 {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "") + $"；依据：{Ground}";
}

/// <summary>
/// A mediator (调解员) of a committee (H41). Ended, never deleted: cases refer to the person. Each verb gives the line of history that goes
/// with it.
/// </summary>
public sealed class Mediator
{
    private readonly List<MediatorLeave> _leaves = [];
    private List<string> _specialities = [];

    private Mediator()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Committee of the appointment.</summary>
    public Guid CommitteeId { get; private set; }

    /// <summary>The own studio, or null.</summary>
    public Guid? StudioId { get; private set; }

    /// <summary>Codes of the categories; empty for every civil dispute.</summary>
    public IReadOnlyList<string> Specialities => _specialities;

    /// <summary>Division served.</summary>
    public AreaCode Area { get; private set; }

    /// <summary>专职, else 兼职.</summary>
    public bool IsFullTime { get; private set; }

    /// <summary>Phone, encrypted, or null.</summary>
    public ProtectedText? Phone { get; private set; }

    /// <summary>First day of the appointment.</summary>
    public DateOnly AppointedOn { get; private set; }

    /// <summary>Last day of the term, or null when it is not limited.</summary>
    public DateOnly? TermUntil { get; private set; }

    /// <summary>Day of 解聘; null while in office.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    /// <summary>Leaves, in the order they were entered.</summary>
    public IReadOnlyList<MediatorLeave> Leaves => _leaves;

    /// <summary>True while appointed.</summary>
    public bool IsInOffice => EndedOn is null;

    /// <summary>The facts as they are.</summary>
    public MediatorFacts Facts => new(Name, CommitteeId, StudioId, Specialities, Area, IsFullTime);

    /// <summary>聘任. Facts and appointment have been cleaned and checked.</summary>
    public static (Mediator Mediator, MediationChange Change) Appoint(
        MediatorFacts facts, ProtectedText? phone, Appointment appointment, Actor actor, DateTimeOffset at)
    {
        var appointed = new Mediator
        {
            Id = Guid.CreateVersion7(at),
            Phone = phone,
            AppointedOn = appointment.From,
            TermUntil = appointment.Until,
        };
        appointed.Set(facts);
        return (appointed, MediationChange.Create(appointed.Id, MediationChangeKind.Appointed, actor, appointment.Describe(), at));
    }

    /// <summary>修改; null when nothing changes.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="facts">Cleaned and checked facts.</param>
    /// <param name="phone">The new phone; null leaves the one there is.</param>
    /// <param name="words">What changes, in words, without the phone.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<MediationChange?> Change(Actor actor, MediatorFacts facts, ProtectedText? phone, string words, DateTimeOffset at)
    {
        if (!IsInOffice)
            return new MediationErrors.NotInOffice();
        if (facts.Equals(Facts) && phone is null)
            return Result<MediationChange?>.Ok(null);
        Set(facts);
        Phone = phone ?? Phone;
        return MediationChange.Create(Id, MediationChangeKind.Changed, actor, words, at);
    }

    /// <summary>解聘, with its ground.</summary>
    public Result<MediationChange> End(Actor actor, string ground, DateTimeOffset at)
    {
        if (!IsInOffice)
            return new MediationErrors.NotInOffice();
        if (FactsCheck.Ground(ref ground, "解聘依据") is { } error)
            return error;
        EndedOn = at.ChinaDay();
        return MediationChange.Create(Id, MediationChangeKind.Ended, actor, ground, at);
    }

    /// <summary>续聘 after the end.</summary>
    /// <param name="actor">Who appoints.</param>
    /// <param name="appointment">Checked new term.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<MediationChange> Reappoint(Actor actor, Appointment appointment, DateTimeOffset at)
    {
        if (IsInOffice)
            return new MediationErrors.InOffice();
        (AppointedOn, TermUntil, EndedOn) = (appointment.From, appointment.Until, null);
        return MediationChange.Create(Id, MediationChangeKind.Reappointed, actor, appointment.Describe(), at);
    }

    /// <summary>请假.</summary>
    public Result<MediationChange> TakeLeave(Actor actor, DateOnly from, DateOnly until, LeaveKind kind, DateTimeOffset at)
    {
        if (!IsInOffice)
            return new MediationErrors.NotInOffice();
        if (until < from)
            return new MediationErrors.LeaveEndsEarly { Field = "Until" };
        if (until < at.ChinaDay())
            return new MediationErrors.LeaveIsOver { Field = "Until" };
        if (until.DayNumber - from.DayNumber >= MediatorLeave.MostDays)
            return new MediationErrors.LeaveTooLong(MediatorLeave.MostDays) { Field = "Until" };
        if (_leaves.Exists(l => l.From <= until && from <= l.Until))
            return new MediationErrors.LeaveOverlaps { Field = "From" };
        var leave = MediatorLeave.Create(Id, from, until, kind, at);
        _leaves.Add(leave);
        return MediationChange.Create(Id, MediationChangeKind.LeaveTaken, actor, leave.Describe(), at);
    }

    /// <summary>销假: back before the leave ends; one that has not begun never was.</summary>
    public Result<MediationChange> EndLeave(Actor actor, Guid leaveId, DateTimeOffset at)
    {
        if (_leaves.Find(l => l.Id == leaveId) is not { } leave)
            return new MediationErrors.LeaveNotFound();
        var today = at.ChinaDay();
        if (leave.Until < today)
            return new MediationErrors.LeaveIsOver();
        var words = leave.Describe();
        if (leave.From >= today)
            _leaves.Remove(leave);
        else
            leave.EndBefore(today);
        return MediationChange.Create(Id, MediationChangeKind.LeaveEnded, actor, words, at);
    }

    /// <summary>True when the mediator is away on that day.</summary>
    public bool IsOnLeave(DateOnly day) => _leaves.Exists(l => l.Covers(day));

    private void Set(MediatorFacts facts)
    {
        Name = facts.Name;
        CommitteeId = facts.CommitteeId;
        StudioId = facts.StudioId;
        _specialities = [.. facts.Specialities];
        Area = facts.Area;
        IsFullTime = facts.IsFullTime;
    }
}

/// <summary>Days on which a mediator is away (请假).</summary>
public sealed class MediatorLeave
{
    /// <summary>Most days of one leave.</summary>
    public const int MostDays = 366;

    private MediatorLeave()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid MediatorId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Why.</summary>
    public LeaveKind Kind { get; private set; }

    /// <summary>A leave.</summary>
    public static MediatorLeave Create(Guid mediatorId, DateOnly from, DateOnly until, LeaveKind kind, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        MediatorId = mediatorId,
        From = from,
        Until = until,
        Kind = kind,
    };

    /// <summary>True on its days.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;

    /// <summary>In words, for the history.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Kind.DisplayName()} {From:yyyy-MM-dd} 至 {Until:yyyy-MM-dd}");

    internal void EndBefore(DateOnly day) => Until = day.AddDays(-1);
}
