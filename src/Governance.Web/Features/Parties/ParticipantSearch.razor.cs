using Governance.Application.Parties;
using Governance.Application.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;

namespace Governance.Web.Features.Parties;

/// <summary>当事人查询: by an exact phone or number, for a stated reason. Nothing of it stands in an address.</summary>
public sealed partial class ParticipantSearch(ParticipantReadService reader, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CaseLabels _labels = labels;
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private IReadOnlyList<ParticipantFound>? _found;
    private string _value = "";
    private string _reason = "";

    private async Task SearchAsync()
    {
        var result = await reader.SearchAsync(await actors.GetAsync(_life.Token), _value, _reason, _life.Token);
        _errors.Set(result.Errors);
        _found = result.IsOk ? result.Value : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
