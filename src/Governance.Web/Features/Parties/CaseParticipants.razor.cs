using Governance.Application.Cases;
using Governance.Application.Parties;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Parties;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Parties;

/// <summary>The side 当事人 of a case. What is shown in clear is forgotten with the page.</summary>
public sealed partial class CaseParticipants(ParticipantReadService reader, ParticipantService service, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly Dictionary<Guid, RevealedParticipant> _revealed = [];
    private CaseTabPage _page = null!;
    private CaseHead? _head;
    private ParticipantView? _view;
    private ParticipantRow? _row;
    private Form? _form;
    private ParticipantRole _role;
    private ParticipantKind _kind;
    private string _name = "";
    private string _phone = "";
    private string _number = "";
    private string _address = "";
    private string _reason = "";

    private enum Form
    {
        Add,
        Correct,
        Remove,
        Reveal,
    }

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        var found = await reader.ListAsync(actor, head, ct);
        (_head, _view) = found.IsOk ? (head, found.Value) : (null, null);
        // A form that was left open over a lost race goes on with the row as it is now.
        if (_row is { } open && (_row = _view?.Rows.FirstOrDefault(r => r.Id == open.Id)) is null)
            _form = null;
        return found.IsOk ? null : found.Error.Message;
    }

    private string Is(Form form, ParticipantRow? row) => _form == form && _row?.Id == row?.Id ? "true" : "false";

    private string? Hint(string? hint) => _form == Form.Correct ? "不改的留空" : hint;

    private void Open(Form form, ParticipantRow? row)
    {
        if (_form == form && _row?.Id == row?.Id)
        {
            Close();
            return;
        }
        _errors.Clear();
        (_form, _row) = (form, row);
        (_role, _kind) = (row?.Role ?? ParticipantRole.Applicant, row?.Kind ?? ParticipantKind.Person);
        (_name, _phone, _number, _address, _reason) = ("", "", "", "", "");
    }

    private void Close()
    {
        Open(Form.Add, null);
        (_form, _row) = (null, null);
    }

    private async Task<IReadOnlyList<Error>> RevealAsync(string reason)
    {
        if (_head is not { } head || _row is not { } row)
            return [];
        var result = await reader.RevealAsync(await actors.GetAsync(_life.Token), head, row.Id, reason, _life.Token);
        if (!result.IsOk)
            return result.Errors;
        _revealed[row.Id] = result.Value;
        (_form, _row) = (null, null);
        StateHasChanged();
        return [];
    }

    private Task SaveAsync()
    {
        var facts = new ParticipantFacts(_kind, _role, _name, _phone, _number, _address);
        return ChangeAsync((actor, ct) => _form == Form.Add
            ? service.AddAsync(actor, new AddParticipant(_head!.Id, facts), ct)
            : service.CorrectAsync(actor, new CorrectParticipant(_head!.Id, _row!.Id, _row.Version, facts), ct));
    }

    private Task RemoveAsync() => ChangeAsync((actor, ct) => service.RemoveAsync(actor, new RemoveParticipant(_head!.Id, _row!.Id, _reason), ct));

    private async Task ChangeAsync(Func<Actor, CancellationToken, Task<Result<Guid>>> change)
    {
        if (_head is null)
            return;
        var changed = _row?.Id;
        if (!await _page.ChangeAsync(_errors, change))
            return;
        if (changed is { } id)
            _revealed.Remove(id);
        (_form, _row) = (null, null);
    }
    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
