using Governance.Application.Clients;
using Governance.Application.Platform;
using Governance.Web.Features.Cases;
using Governance.Web.Security;

namespace Governance.Web.Features.Clients;

/// <summary>The systems that deliver over the interface.</summary>
public sealed partial class ClientList(ClientService clients, CaseLabels labels, IActorProvider actors)
{
    private readonly CaseLabels _labels = labels;
    private IReadOnlyList<ClientRow>? _rows;
    private string? _refusal;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var found = await clients.ListAsync(await actors.GetAsync());
        _refusal = found.IsOk ? null : found.Error.Message;
        _rows = found.IsOk ? found.Value : [];
    }
}
