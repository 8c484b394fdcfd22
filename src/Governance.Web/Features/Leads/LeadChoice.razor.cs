using Governance.Application.Cities;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Leads;

/// <summary>Further competent departments and concerned places of a matter that is dispatched.</summary>
public sealed partial class LeadChoice(PlaceSearch places, IReferenceData reference)
{
    private ComboItem? _department;
    private ComboItem? _place;

    /// <summary>Further departments; changed in place.</summary>
    [Parameter, EditorRequired]
    public IList<ComboItem> Departments { get; set; } = null!;

    /// <summary>Further places; changed in place.</summary>
    [Parameter, EditorRequired]
    public IList<ComboItem> Places { get; set; } = null!;

    /// <summary>Finds departments of the case's places.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<ComboItem>>> FindDepartments { get; set; } = null!;

    /// <summary>Refusals, shown at their fields.</summary>
    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    // Parties of a matter may live anywhere in the city, also outside the area of the person who dispatches.
    private Task<IReadOnlyList<ComboItem>> FindPlaces(string typed, CancellationToken ct) => Task.FromResult<IReadOnlyList<ComboItem>>(
        [.. places.Find(typed, reference.Pack.Profile.AreaCode).Select(p => new ComboItem(p.Code.Value, p.Name))]);

    private void Add(IList<ComboItem> list, ComboItem? item)
    {
        if (item is not null && list.All(known => known.Value != item.Value))
            list.Add(item);
        // The field is free for the next one.
        (_department, _place) = (null, null);
    }

    private RenderFragment Chips(IList<ComboItem> list) => builder =>
    {
        if (list.Count == 0)
            return;
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "chip-row");
        foreach (var item in list.ToList())
        {
            builder.OpenElement(2, "button");
            builder.SetKey(item.Value);
            builder.AddAttribute(3, "type", "button");
            builder.AddAttribute(4, "class", "chip chip-remove");
            builder.AddAttribute(5, "aria-label", $"去掉{item.Text}");
            builder.AddAttribute(6, "onclick", EventCallback.Factory.Create(this, () => list.Remove(item)));
            builder.AddContent(7, $"{item.Text} ×");
            builder.CloseElement();
        }
        builder.CloseElement();
    };
}
