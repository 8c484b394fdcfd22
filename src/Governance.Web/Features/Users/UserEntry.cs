using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Users;

/// <summary>What an administrator types into the form of an account.</summary>
public sealed class UserEntry
{
    /// <summary>姓名.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>角色.</summary>
    public Role Role { get; set; } = Role.TownshipClerk;

    /// <summary>单位, or null while none is chosen.</summary>
    public ComboItem? Body { get; set; }

    /// <summary>管辖范围, or null while none is chosen.</summary>
    public ComboItem? Scope { get; set; }

    /// <summary>As the service takes it; what was not chosen stays empty and is refused there.</summary>
    public UserFacts ToFacts() =>
        new(DisplayName, Role, Body?.Value ?? "", AreaCode.TryParse(Scope?.Value, out var scope) ? scope : default);

    /// <summary>A division as a choice.</summary>
    public static ComboItem Choice(Division division) => new(division.Code.Value, division.Name);
}
