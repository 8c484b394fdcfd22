using Governance.Application.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;

namespace Governance.Web.Features.Users;

/// <summary>Makes an account and shows its initial password once.</summary>
public sealed partial class UserNew(IActorProvider actors, UserService users)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private UserEntry _entry = new();
    private string _account = "";
    private NewSignIn? _made;
    private DraftBox _draft = null!;

    private async Task SaveAsync()
    {
        _errors.Clear();
        var made = await users.CreateAsync(await actors.GetAsync(), new CreateUser(_account, _entry.ToFacts()));
        if (!made.IsOk)
        {
            _errors.Set(made.Errors);
            return;
        }
        await _draft.ClearAsync();
        _made = made.Value;
    }

    private void StartOver()
    {
        // The next colleague often sits in the same office.
        _entry = new UserEntry { Role = _entry.Role, Body = _entry.Body, Scope = _entry.Scope };
        _account = "";
        _made = null;
    }
}
