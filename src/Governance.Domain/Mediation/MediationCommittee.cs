using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Mediation;

/// <summary>What a mediation committee is, as somebody wrote it down.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Specialities">Codes of the categories it mediates, leaves or tops; empty for every civil dispute.</param>
/// <param name="Area">Division it works for.</param>
/// <param name="BodyCode">Body that set it up, or null.</param>
/// <param name="Address">Where people go.</param>
/// <param name="OfficePhone">Phone of the office, which is published.</param>
/// <param name="LeaderName">Name of the director (主任、负责人).</param>
/// <param name="FoundedOn">Day it was set up.</param>
/// <param name="Rooms">Mediation rooms (调解室).</param>
public sealed record CommitteeFacts(
    string Name,
    CommitteeKind Kind,
    IReadOnlyList<string> Specialities,
    AreaCode Area,
    string? BodyCode,
    string Address,
    string OfficePhone,
    string LeaderName,
    DateOnly? FoundedOn,
    int Rooms)
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 60;

    /// <summary>Longest address.</summary>
    public const int AddressLength = 100;

    /// <summary>Longest phone number.</summary>
    public const int PhoneLength = 20;

    /// <summary>Most rooms.</summary>
    public const int MostRooms = 99;

    /// <summary>Most specialities.</summary>
    public const int MostSpecialities = 20;

    /// <summary>The same facts without control characters, stray spaces and repeats.</summary>
    public CommitteeFacts Cleaned() => this with
    {
        Name = PlainText.CleanLine(Name),
        Specialities = [.. Specialities.Select(PlainText.CleanLine).Where(s => s.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        BodyCode = string.IsNullOrWhiteSpace(BodyCode) ? null : BodyCode.Trim(),
        Address = PlainText.CleanLine(Address),
        OfficePhone = PlainText.CleanLine(OfficePhone),
        LeaderName = PlainText.CleanLine(LeaderName),
    };

    /// <summary>Every field that is missing or wrong, each named with its field.</summary>
    public IReadOnlyList<Error> Check(DateOnly today)
    {
        var errors = new List<Error>();
        FactsCheck.Text(errors, nameof(Name), "名称", Name, NameLength, required: true);
        FactsCheck.Text(errors, nameof(Address), "地址", Address, AddressLength, required: false);
        FactsCheck.Text(errors, nameof(OfficePhone), "办公电话", OfficePhone, PhoneLength, required: false);
        FactsCheck.Text(errors, nameof(LeaderName), "负责人", LeaderName, MediatorFacts.NameLength, required: false);
        if (!Enum.IsDefined(Kind))
            errors.Add(new PlatformErrors.Required(nameof(Kind), "类型") { Field = nameof(Kind) });
        if (Area == default)
            errors.Add(new PlatformErrors.Required(nameof(Area), "所在地区") { Field = nameof(Area) });
        if (Kind == CommitteeKind.Trade && Specialities.Count == 0)
            errors.Add(new MediationErrors.TradeWithoutSpeciality { Field = nameof(Specialities), Ground = GroundKeys.MediationCommittees });
        if (Kind == CommitteeKind.Administrative && BodyCode is null)
            errors.Add(new MediationErrors.AdministrativeWithoutBody { Field = nameof(BodyCode), Ground = GroundKeys.MediationItems });
        if (Specialities.Count > MostSpecialities)
            errors.Add(new MediationErrors.TooManySpecialities(MostSpecialities) { Field = nameof(Specialities) });
        if (FoundedOn > today)
            errors.Add(new MediationErrors.InTheFuture("设立日期") { Field = nameof(FoundedOn) });
        if (Rooms is < 0 or > MostRooms)
            errors.Add(new MediationErrors.RoomsOutOfBounds(MostRooms) { Field = nameof(Rooms) });
        return errors;
    }

    /// <inheritdoc />
    public bool Equals(CommitteeFacts? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Specialities.SequenceEqual(other.Specialities) && Area == other.Area
        && BodyCode == other.BodyCode && Address == other.Address && OfficePhone == other.OfficePhone && LeaderName == other.LeaderName
        && FoundedOn == other.FoundedOn && Rooms == other.Rooms;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Area, BodyCode);
}

/// <summary>
/// A mediation committee (调解组织): 人民调解委员会, 行业性专业性调解委员会, 行政调解委员会, 个人调解工作室 (H39, H40, H41). It is dissolved, never
/// deleted: cases refer to it. Each verb gives the line of history that goes with it.
/// </summary>
public sealed class MediationCommittee
{
    /// <summary>Longest ground of a change.</summary>
    public const int GroundLength = 200;

    private List<string> _specialities = [];

    private MediationCommittee()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Kind.</summary>
    public CommitteeKind Kind { get; private set; }

    /// <summary>Codes of the categories it mediates; empty for every civil dispute.</summary>
    public IReadOnlyList<string> Specialities => _specialities;

    /// <summary>Division it works for.</summary>
    public AreaCode Area { get; private set; }

    /// <summary>Body that set it up, or null.</summary>
    public string? BodyCode { get; private set; }

    /// <summary>Where people go.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Phone of the office.</summary>
    public string OfficePhone { get; private set; } = "";

    /// <summary>Name of the director.</summary>
    public string LeaderName { get; private set; } = "";

    /// <summary>Day it was set up, or null when not known.</summary>
    public DateOnly? FoundedOn { get; private set; }

    /// <summary>Mediation rooms.</summary>
    public int Rooms { get; private set; }

    /// <summary>Day it was dissolved; null while it works.</summary>
    public DateOnly? DissolvedOn { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    /// <summary>True while it works.</summary>
    public bool IsActive => DissolvedOn is null;

    /// <summary>Its facts as they are.</summary>
    public CommitteeFacts Facts => new(Name, Kind, Specialities, Area, BodyCode, Address, OfficePhone, LeaderName, FoundedOn, Rooms);

    /// <summary>设立: enters a committee in the register. The facts have been cleaned and checked.</summary>
    public static (MediationCommittee Committee, MediationChange Change) Found(CommitteeFacts facts, Actor actor, DateTimeOffset at)
    {
        var founded = new MediationCommittee { Id = Guid.CreateVersion7(at) };
        founded.Set(facts);
        return (founded, MediationChange.Create(founded.Id, MediationChangeKind.Founded, actor, "登记入册", at));
    }

    /// <summary>修改; null when nothing changes.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="facts">Cleaned and checked facts.</param>
    /// <param name="words">What changes, in words.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<MediationChange?> Change(Actor actor, CommitteeFacts facts, string words, DateTimeOffset at)
    {
        if (!IsActive)
            return new MediationErrors.Dissolved();
        if (facts.Equals(Facts))
            return Result<MediationChange?>.Ok(null);
        Set(facts);
        return MediationChange.Create(Id, MediationChangeKind.Changed, actor, words, at);
    }

    /// <summary>撤销, with its ground. A committee with mediators in office is not dissolved: they would belong nowhere.</summary>
    /// <param name="actor">Who dissolves it.</param>
    /// <param name="mediatorsInOffice">How many mediators it has now.</param>
    /// <param name="ground">Document or decision it rests on.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<MediationChange> Dissolve(Actor actor, int mediatorsInOffice, string ground, DateTimeOffset at)
    {
        if (!IsActive)
            return new MediationErrors.Dissolved();
        if (mediatorsInOffice > 0)
            return new MediationErrors.HasMediators(mediatorsInOffice);
        if (FactsCheck.Ground(ref ground, "撤销依据") is { } error)
            return error;
        DissolvedOn = at.ChinaDay();
        return MediationChange.Create(Id, MediationChangeKind.Dissolved, actor, ground, at);
    }

    /// <summary>恢复 of a dissolved committee, with its ground.</summary>
    public Result<MediationChange> Restore(Actor actor, string ground, DateTimeOffset at)
    {
        if (IsActive)
            return new MediationErrors.NotDissolved();
        if (FactsCheck.Ground(ref ground, "恢复依据") is { } error)
            return error;
        DissolvedOn = null;
        return MediationChange.Create(Id, MediationChangeKind.Restored, actor, ground, at);
    }

    private void Set(CommitteeFacts facts)
    {
        Name = facts.Name;
        Kind = facts.Kind;
        _specialities = [.. facts.Specialities];
        Area = facts.Area;
        BodyCode = facts.BodyCode;
        Address = facts.Address;
        OfficePhone = facts.OfficePhone;
        LeaderName = facts.LeaderName;
        FoundedOn = facts.FoundedOn;
        Rooms = facts.Rooms;
    }
}
