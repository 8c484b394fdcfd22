using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Restricted;

/// <summary>The side 限定知悉 of a case: whether it is restricted, who knows of it, and what its keepers may change.</summary>
public sealed partial class CaseRestrictionTab(RestrictedReadService restricted, RestrictionService service, IActorProvider actors)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CaseTabPage _page = null!;
    private CaseHead? _head;
    private RestrictionView? _view;
    private Form? _form;
    private string _kind = "";
    private string _reason = "";
    private ComboItem? _person;
    private bool _keeper;
    private CircleRow? _leaving;
    private string _nameBody = "";
    private IReadOnlyList<Colleague> _people = [];
    private HashSet<Guid> _named = [];

    private enum Form
    {
        Restrict,
        Lift,
        Add,
        Name,
        Remove,
    }

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private RestrictedReadService Restricted => restricted;

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        var found = await restricted.FindAsync(actor, head, ct);
        (_head, _view) = found.IsOk ? (head, found.Value) : (null, null);
        return found.IsOk ? null : found.Error.Message;
    }

    private string Is(Form form) => _form == form ? "true" : "false";

    private void Open(Form form)
    {
        _errors.Clear();
        (_reason, _person, _keeper, _leaving) = ("", null, false, null);
        (_nameBody, _people, _named) = ("", [], []);
        _kind = restricted.Kinds.Count > 0 ? restricted.Kinds[0].Key : "";
        _form = form == _form ? null : form;
    }

    private void Leave(CircleRow member)
    {
        _form = null;
        Open(Form.Remove);
        _leaving = member;
    }

    private static string ReasonLabel(Form form) => form switch
    {
        Form.Restrict => "限定原因",
        Form.Lift => "解除原因",
        Form.Add => "添加原因",
        Form.Name => "指定原因",
        _ => "移出原因",
    };

    private static string ButtonText(Form form) => form switch
    {
        Form.Restrict => "限定知悉",
        Form.Lift => "解除限定知悉",
        Form.Add => "添加",
        Form.Name => "指定承办人",
        _ => "移出",
    };

    private async Task<IReadOnlyList<ComboItem>> FindPeopleAsync(string typed, CancellationToken ct)
    {
        if (_head is not { } head)
            return [];
        var people = await restricted.FindColleaguesAsync(await actors.GetAsync(ct), head, typed, ct);
        return [.. people.Select(p => new ComboItem(p.Id.ToString(), p.Name, $"{p.BodyName} · {p.Role.DisplayName()}"))];
    }

    private async Task ChooseBodyAsync(ChangeEventArgs chosen)
    {
        _errors.Clear();
        _nameBody = chosen.Value as string ?? "";
        _people = _head is { } head && _nameBody.Length > 0
            ? await restricted.FindPeopleOfAsync(await actors.GetAsync(), head, _nameBody)
            : [];
        // Who is in the circle stays named until the keeper takes the mark away.
        _named = [.. _view?.Record.Circle.Where(m => m.BodyCode == _nameBody).Select(m => m.UserId) ?? []];
    }

    private void Toggle(Guid person)
    {
        if (!_named.Remove(person))
            _named.Add(person);
    }

    private async Task SubmitAsync()
    {
        if (_head is not { } head || _form is not { } form)
            return;
        if (form == Form.Add && _person is null)
        {
            _errors.Set([new PlatformErrors.Required("Person", "人员") { Field = "Person" }]);
            return;
        }
        if (await _page.ChangeAsync(_errors, (actor, ct) => ChangeAsync(actor, head, form, ct)))
            _form = null;
    }

    private Task<Result<CaseNumber>> ChangeAsync(Actor actor, CaseHead head, Form form, CancellationToken ct) => form switch
    {
        Form.Restrict => service.RestrictAsync(actor, new RestrictCase(head.Id, head.Version, _kind.Length == 0 ? null : _kind, _reason), ct),
        Form.Lift => service.LiftAsync(actor, new LiftRestriction(head.Id, head.Version, _reason), ct),
        Form.Add => service.AddAsync(actor, new AddToCircle(head.Id, Guid.Parse(_person!.Value), _keeper, _reason), ct),
        Form.Name => service.NameHandlersAsync(actor, new NameHandlers(head.Id, head.Version, _nameBody, [.. _named], _reason), ct),
        _ => service.RemoveAsync(actor, new RemoveFromCircle(head.Id, _leaving!.UserId, _reason), ct),
    };
}
