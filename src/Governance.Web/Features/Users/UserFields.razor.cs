using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Users;

/// <summary>Name, role, body and scope of an account.</summary>
public sealed partial class UserFields(IActorProvider actors, UserReadService users, IReferenceData reference)
{
    /// <summary>What is typed.</summary>
    [Parameter, EditorRequired]
    public UserEntry Entry { get; set; } = null!;

    /// <summary>What was refused.</summary>
    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    private async Task<IReadOnlyList<ComboItem>> FindBodiesAsync(string typed, CancellationToken ct) =>
        [.. users.FindBodies(await actors.GetAsync(ct), typed).Select(body => new ComboItem(body.Code, body.Name, body.Competence is { Length: > 0 } words ? words : null))];

    private async Task<IReadOnlyList<ComboItem>> FindScopesAsync(string typed, CancellationToken ct) =>
        [.. users.FindScopes(await actors.GetAsync(ct), typed).Select(UserEntry.Choice)];

    // Most people work for the whole area of their body: nobody should type it twice.
    private void ChooseBody(ComboItem? chosen)
    {
        Entry.Body = chosen;
        if (chosen is null || reference.Pack.FindBody(chosen.Value) is not { } body)
            return;
        var keeps = Entry.Scope is { } scope && AreaCode.TryParse(scope.Value, out var code) && body.AreaCode.Contains(code);
        if (!keeps && reference.Pack.FindDivision(body.AreaCode) is { } area)
            Entry.Scope = UserEntry.Choice(area);
    }
}
