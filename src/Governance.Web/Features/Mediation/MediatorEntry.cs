using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Mediation;

/// <summary>What somebody types into the form of a mediator.</summary>
public sealed class MediatorEntry
{
    /// <summary>姓名.</summary>
    public string Name { get; set; } = "";

    /// <summary>调解组织, or null while none is chosen.</summary>
    public ComboItem? Committee { get; set; }

    /// <summary>工作室, or null.</summary>
    public ComboItem? Studio { get; set; }

    /// <summary>专长.</summary>
    public IReadOnlyList<string> Specialities { get; set; } = [];

    /// <summary>服务地区, or null while none is chosen.</summary>
    public ComboItem? Area { get; set; }

    /// <summary>专职.</summary>
    public bool IsFullTime { get; set; }

    /// <summary>电话.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The entry of a mediator that exists; the phone stays hidden.</summary>
    public static MediatorEntry Of(MediatorFacts facts, string committee, string? studio, CityPack pack) => new()
    {
        Name = facts.Name,
        Committee = new ComboItem(facts.CommitteeId.ToString(), committee),
        Studio = facts.StudioId is { } id ? new ComboItem(id.ToString(), studio ?? "") : null,
        Specialities = facts.Specialities,
        Area = CommitteeEntry.AreaChoice(facts.Area, pack),
        IsFullTime = facts.IsFullTime,
    };

    /// <summary>As the service takes it; what was not chosen stays empty and is refused there.</summary>
    public MediatorFacts ToFacts() => new(
        Name, Guid.TryParse(Committee?.Value, out var committee) ? committee : Guid.Empty, Guid.TryParse(Studio?.Value, out var studio) ? studio : null,
        Specialities, AreaCode.TryParse(Area?.Value, out var area) ? area : default, IsFullTime);
}

/// <summary>What somebody types of an appointment.</summary>
public sealed class AppointmentEntry
{
    /// <summary>聘任日期.</summary>
    public DateOnly? From { get; set; }

    /// <summary>聘期至.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>聘任依据.</summary>
    public string Ground { get; set; } = "";

    /// <summary>As the service takes it.</summary>
    public Appointment ToAppointment(DateOnly today) => new(From ?? today, Until, Ground);
}
