using Microsoft.AspNetCore.Components;

namespace Governance.Web.Components.Shared;

/// <summary>
/// A list: header and rows are written by the page as plain <c>th</c> and <c>td</c>. Give each <c>td</c> a <c>data-label</c>: at phone width
/// rows become cards and the label stands before the value.
/// </summary>
/// <typeparam name="TRow">A flat record made for this screen.</typeparam>
public sealed partial class DataTable<TRow>
{
    /// <summary>The page's rows; null while they load.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TRow>? Rows { get; set; }

    /// <summary>What tells rows apart, so that a change redraws one row only.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, object> Key { get; set; } = null!;

    /// <summary>Name of the list for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The <c>th</c> cells.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Header { get; set; } = null!;

    /// <summary>The <c>td</c> cells of a row.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TRow> Row { get; set; } = null!;

    /// <summary>Shown instead of the table when there is nothing; say why and what to do.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Addresses of the neighbouring pages and the count text.</summary>
    [Parameter]
    public TablePager? Pager { get; set; }

    /// <summary>Class of a row, e.g. <c>row-late</c>.</summary>
    [Parameter]
    public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>False keeps the table shape at phone width and lets it scroll sideways: for figures that are compared.</summary>
    [Parameter]
    public bool Cards { get; set; } = true;

    /// <summary>True for lists of many rows: at phone width the facts of a card stand beside each other under its title.</summary>
    [Parameter]
    public bool Dense { get; set; }

    /// <summary>Keys of the picked rows; null for a list without picking. The set is changed in place.</summary>
    [Parameter]
    public HashSet<object>? Selected { get; set; }

    /// <summary>Runs after the picked rows changed.</summary>
    [Parameter]
    public EventCallback SelectedChanged { get; set; }

    /// <summary>How a row is called in the label of its tick box.</summary>
    [Parameter]
    public Func<TRow, string>? RowName { get; set; }

    private bool AllPicked => Rows!.All(row => Selected!.Contains(Key(row)));

    private Task PickAsync(TRow row, ChangeEventArgs change)
    {
        if (change.Value is true)
            Selected!.Add(Key(row));
        else
            Selected!.Remove(Key(row));
        return SelectedChanged.InvokeAsync();
    }

    private Task PickAllAsync(ChangeEventArgs change)
    {
        foreach (var row in Rows!)
        {
            if (change.Value is true)
                Selected!.Add(Key(row));
            else
                Selected!.Remove(Key(row));
        }
        return SelectedChanged.InvokeAsync();
    }
}
