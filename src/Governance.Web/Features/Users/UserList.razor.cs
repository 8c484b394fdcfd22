using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Users;

/// <summary>The accounts of the administrator's scope.</summary>
public sealed partial class UserList(IActorProvider actors, UserReadService users, IReferenceData reference)
{
    private Page<UserRow>? _page;
    private TablePager? _pager;
    private Role? _role;
    private AreaCode _own;
    private bool _isFiltered;
    private string? _refusal;

    [SupplyParameterFromQuery(Name = "role")]
    private string? RoleName { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var actor = await actors.GetAsync();
        _role = Enum.TryParse<Role>(RoleName, out var role) && Enum.IsDefined(role) ? role : null;
        AreaCode? area = AreaCode.TryParse(Area, out var code) ? code : null;
        _isFiltered = !string.IsNullOrEmpty(Text) || _role is not null || area is not null;
        _own = actor.Scope;
        var found = await users.ListAsync(actor, new UserListCriteria(Text, _role, area), Navigation.Page());
        _refusal = found.IsOk ? null : found.Error.Message;
        _page = found.IsOk ? found.Value : new Page<UserRow>([], null, null, 0);
        _pager = _page.Pager(Navigation, "个");
    }

    private string PlaceName(AreaCode code) => reference.Pack.FindDivision(code)?.Name ?? code.Value;

    private static string State(UserRow user) => user switch
    {
        { IsSuspended: true } => "已锁定",
        { MustChangePassword: true } => "待改初始密码",
        _ => "正常",
    };

    private static TagTone Tone(UserRow user) => user switch
    {
        { IsSuspended: true } => TagTone.Late,
        { MustChangePassword: true } => TagTone.Warn,
        _ => TagTone.Good,
    };
}
