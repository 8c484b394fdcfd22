using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Governance.Web.Components.Shared;

/// <summary>
/// A dialog. A button anywhere on the page opens it without asking the server when it carries <c>data-dialog="id"</c>; a button
/// inside closes it with <c>data-dialog-close="value"</c>.
/// </summary>
public sealed partial class Modal(IJSRuntime browser)
{
    private ElementReference _dialog;

    /// <summary>Id of the dialog.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Title.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>For forms with two columns.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>What it holds.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Buttons at its foot.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>
    /// Opens the dialog and waits until it is closed; gives the value of the button that closed it, empty after Esc, ×, or when the page
    /// went away.
    /// </summary>
    public async Task<string> ShowAsync()
    {
        try
        {
            // A person may think longer than the usual time limit of a call to the browser.
            return await browser.InvokeAsync<string>("portalDialog.show", Timeout.InfiniteTimeSpan, _dialog);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            return "";
        }
    }

    /// <summary>Closes the dialog, as after a command that succeeded.</summary>
    public async Task CloseAsync(string value = "")
    {
        try
        {
            await browser.InvokeVoidAsync("portalDialog.close", _dialog, value);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the dialog with it.
        }
    }
}
