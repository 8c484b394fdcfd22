using Governance.Application.Clients;
using Governance.Application.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;

namespace Governance.Web.Features.Clients;

/// <summary>Makes a client and shows its key once.</summary>
public sealed partial class ClientNew(IActorProvider actors, ClientService clients)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly ClientEntry _entry = new();
    private HandedOut? _made;

    private async Task SaveAsync()
    {
        _errors.Clear();
        var made = await clients.CreateAsync(await actors.GetAsync(), _entry.ToFacts());
        if (made.IsOk)
            _made = made.Value;
        else
            _errors.Set(made.Errors);
    }
}
