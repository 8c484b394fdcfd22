using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Governance.Application.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Governance.Web.Components;

/// <summary>
/// Draws one work page. It is the root of the circuit, because only a boundary above the page catches the faults of the page's
/// own event handlers; a boundary inside the page would not.
/// </summary>
public sealed partial class WorkFrame(IActorProvider actors, IHttpContextAccessor http) : ComponentBase
{
    private enum FrameState
    {
        Loading,
        Admitted,
        Refused,
        SignedOut,
    }

    private FrameState _state;
    private Type _pageType = typeof(object);
    private Dictionary<string, object> _parameters = [];
    private FaultBoundary? _boundary;

    /// <summary>Full name of the page's type. The value is sealed by the framework on its way through the browser.</summary>
    [Parameter, EditorRequired]
    public string Page { get; set; } = "";

    /// <summary>Route values as text.</summary>
    [Parameter]
    public Dictionary<string, string> Values { get; set; } = [];

    /// <summary>Changes when the account is signed out everywhere while the page lies open.</summary>
    [CascadingParameter]
    private Task<AuthenticationState>? SignIn { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _pageType = typeof(WorkFrame).Assembly.GetType(Page, throwOnError: true)!;
        _parameters = Values.ToDictionary(v => v.Key, v => Read(_pageType, v.Key, v.Value));
        _boundary?.Recover();
        var work = _pageType.GetCustomAttribute<WorkPageAttribute>()
            ?? throw new InvalidOperationException($"{Page} is not marked as a work page.");
        _state = await actors.FindAsync() switch
        {
            null => FrameState.SignedOut,
            var actor when work.Admits(actor) => FrameState.Admitted,
            _ => FrameState.Refused,
        };
        if (_state is FrameState.Refused && http.HttpContext is { Response.HasStarted: false } context && !RendererInfo.IsInteractive)
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static object Read(Type page, string name, string text)
    {
        var property = page.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            ?? throw new InvalidOperationException($"{page.Name} has no parameter {name}.");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) ? text : TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text)!;
    }
}
