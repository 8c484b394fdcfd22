using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Cases;

/// <summary>What somebody typed about a case, for 登记 and 更正 alike.</summary>
public sealed class CaseForm
{
    /// <summary>标题.</summary>
    public string Title { get; set; } = "";

    /// <summary>诉求经过.</summary>
    public string Description { get; set; } = "";

    /// <summary>地点.</summary>
    public ComboItem? Place { get; set; }

    /// <summary>详细地址.</summary>
    public string PlaceDetail { get; set; } = "";

    /// <summary>类别.</summary>
    public ComboItem? Category { get; set; }

    /// <summary>来源.</summary>
    public CaseChannel Channel { get; set; } = CaseChannel.Counter;

    /// <summary>紧急程度.</summary>
    public CaseUrgency Urgency { get; set; } = CaseUrgency.Normal;

    /// <summary>反映人姓名.</summary>
    public string ReporterName { get; set; } = "";

    /// <summary>反映人电话.</summary>
    public string ReporterPhone { get; set; } = "";

    /// <summary>要求保密.</summary>
    public bool Confidential { get; set; }

    /// <summary>The facts for the service.</summary>
    public CaseFacts ToFacts() => new(
        Title, Description, AreaCode.TryParse(Place?.Value, out var place) ? place : default, PlaceDetail,
        Category?.Value ?? "", Channel, Urgency);

    /// <summary>
    /// Takes over what somebody else saved meanwhile, except in the fields this person has changed: both people's work is kept.
    /// </summary>
    /// <param name="before">The case as this person opened it.</param>
    /// <param name="now">The case as it is now.</param>
    public void TakeOver(CaseForm before, CaseForm now)
    {
        Title = Title == before.Title ? now.Title : Title;
        Description = Description == before.Description ? now.Description : Description;
        Place = Place == before.Place ? now.Place : Place;
        PlaceDetail = PlaceDetail == before.PlaceDetail ? now.PlaceDetail : PlaceDetail;
        Category = Category == before.Category ? now.Category : Category;
        Channel = Channel == before.Channel ? now.Channel : Channel;
        Urgency = Urgency == before.Urgency ? now.Urgency : Urgency;
    }

    /// <summary>The form of an existing case.</summary>
    public static CaseForm Of(CaseDetailRecord found, CaseLabels labels) => new()
    {
        Title = found.Title,
        Description = found.Description,
        Place = new ComboItem(found.Place.Value, labels.Place(found.Place)),
        PlaceDetail = found.PlaceDetail,
        Category = new ComboItem(found.CategoryCode, labels.Category(found.CategoryCode)),
        Channel = found.Channel,
        Urgency = found.Urgency,
    };
}
