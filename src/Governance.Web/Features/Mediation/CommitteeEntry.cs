using Governance.Application.Mediation;
using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Mediation;

/// <summary>What somebody types into the form of a committee.</summary>
public sealed class CommitteeEntry
{
    /// <summary>名称.</summary>
    public string Name { get; set; } = "";

    /// <summary>类型.</summary>
    public CommitteeKind Kind { get; set; } = CommitteeKind.Peoples;

    /// <summary>专长.</summary>
    public IReadOnlyList<string> Specialities { get; set; } = [];

    /// <summary>地区, or null while none is chosen.</summary>
    public ComboItem? Area { get; set; }

    /// <summary>设立单位, or null.</summary>
    public ComboItem? Body { get; set; }

    /// <summary>地址.</summary>
    public string Address { get; set; } = "";

    /// <summary>办公电话.</summary>
    public string OfficePhone { get; set; } = "";

    /// <summary>负责人.</summary>
    public string LeaderName { get; set; } = "";

    /// <summary>设立日期.</summary>
    public DateOnly? FoundedOn { get; set; }

    /// <summary>调解室.</summary>
    public int Rooms { get; set; } = 1;

    /// <summary>The entry of a committee that exists.</summary>
    public static CommitteeEntry Of(CommitteeFacts facts, CityPack pack) => new()
    {
        Name = facts.Name,
        Kind = facts.Kind,
        Specialities = facts.Specialities,
        Area = AreaChoice(facts.Area, pack),
        Body = facts.BodyCode is { } code ? new ComboItem(code, pack.FindBody(code)?.Name ?? code) : null,
        Address = facts.Address,
        OfficePhone = facts.OfficePhone,
        LeaderName = facts.LeaderName,
        FoundedOn = facts.FoundedOn,
        Rooms = facts.Rooms,
    };

    /// <summary>As the service takes it; what was not chosen stays empty and is refused there.</summary>
    public CommitteeFacts ToFacts() => new(
        Name, Kind, Specialities, AreaCode.TryParse(Area?.Value, out var area) ? area : default, Body?.Value, Address, OfficePhone, LeaderName,
        FoundedOn, Rooms);

    /// <summary>A division as a choice.</summary>
    public static ComboItem AreaChoice(AreaCode code, CityPack pack) => new(code.Value, MediationWords.Area(code, pack));
}
