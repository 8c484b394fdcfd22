using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;

namespace Governance.Web.Features.Cases;

/// <summary>
/// The one way a page changes a case: what was done is read anew; a refusal stands at its field; a lost race says who was faster and waits,
/// with the typed words still in their fields, until the person has looked. Drawn by <see cref="ConflictAlert"/>.
/// </summary>
public sealed class CaseChange(IActorProvider actors)
{
    /// <summary>Who was faster, or null when nobody was.</summary>
    public string? Conflict { get; private set; }

    /// <summary>Makes a change with the person's rights as they are now; the result tells whether the form may be cleared.</summary>
    /// <param name="errors">Takes the refusals of the form the change came from.</param>
    /// <param name="change">Sends the command.</param>
    /// <param name="reload">Reads what the page shows, after a change that was done.</param>
    /// <param name="draft">The form's draft, thrown away when its words are saved.</param>
    /// <param name="ct">Ends with the page.</param>
    public async Task<bool> MakeAsync<T>(
        FormErrors errors, Func<Actor, CancellationToken, Task<Result<T>>> change, Func<Task> reload, DraftBox? draft, CancellationToken ct)
    {
        Conflict = null;
        errors.Clear();
        var result = await change(await actors.GetAsync(ct), ct);
        if (result.IsOk)
        {
            if (draft is not null)
                await draft.ClearAsync();
            await reload();
        }
        else if (result.Error is ConflictError conflict)
            Conflict = conflict.Message;
        else
            errors.Set(result.Errors);
        return result.IsOk;
    }

    /// <summary>The person has read who was faster and looks at the case as it is now.</summary>
    public Task LookAgainAsync(Func<Task> reload)
    {
        Conflict = null;
        return reload();
    }
}
