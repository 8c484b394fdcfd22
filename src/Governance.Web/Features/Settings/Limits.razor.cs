using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Web.Security;

namespace Governance.Web.Features.Settings;

/// <summary>办理时限: every time limit with what it rests on, the calendar they are counted on, and the pack they come from.</summary>
public sealed partial class Limits(CitySettingsService service, IActorProvider actors)
{
    private CitySettings _settings = null!;
    private int _toConfirm;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // Whoever lacks the right never gets here: the frame asks the same question.
        _settings = service.Read(await actors.GetAsync()).Value;
        _toConfirm = _settings.Limits.Count(line => !line.IsVerified);
    }
}
