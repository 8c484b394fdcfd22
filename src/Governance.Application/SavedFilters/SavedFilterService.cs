using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.SavedFilters;

namespace Governance.Application.SavedFilters;

/// <summary>Filters of the list of cases that people keep (常用筛选). A filter gives no right: the list asks for those each time.</summary>
public sealed class SavedFilterService(IUnitOfWorkFactory units, ISavedFilterQueries queries, IPersonalDataProtector protector, TimeProvider time)
{
    private const int Shown = 30;

    /// <summary>The own filters and those the body shares.</summary>
    public async Task<IReadOnlyList<SavedFilterRow>> ListAsync(Actor actor, CancellationToken ct = default)
    {
        if (CaseVisibility.Of(actor).Nothing)
            return [];
        var found = await queries.ListAsync(actor.UserId, actor.BodyCode, Shown, ct);
        return [.. found.OrderByDescending(f => f.OwnerId == actor.UserId).Select(f => new SavedFilterRow(
            f.Id, f.Name, protector.Reveal(f.Query) ?? "", f.OwnerId == actor.UserId, f.IsShared, f.IsDefault && f.OwnerId == actor.UserId, f.OwnerName))];
    }

    /// <summary>Keeps a filter.</summary>
    /// <param name="actor">Who keeps it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="query">Query string of the list, starting with <c>?</c>.</param>
    /// <param name="shared">True to let colleagues of the body see it.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Guid>> KeepAsync(Actor actor, string name, string query, bool shared, CancellationToken ct = default) =>
        ChangeAsync(actor, "filter.keep", existing =>
        {
            if (query.Length is < 2 or > SavedFilter.QueryLength || protector.Protect(query) is not { } kept)
                return new SavedFilterErrors.NothingToKeep();
            return SavedFilter.Keep(actor, existing, name, kept, shared, time.GetUtcNow());
        }, (unit, filter) => unit.SavedFilters.Add(filter), ct);

    /// <summary>Lets the list open with a filter, or with none.</summary>
    public Task<Result<Guid>> OpenWithAsync(Actor actor, Guid id, bool isDefault, CancellationToken ct = default) =>
        ChangeAsync(actor, "filter.open-with", existing => Own(existing, id, filter => filter.OpenWith(existing, isDefault)), (_, _) => { }, ct);

    /// <summary>Removes a filter.</summary>
    public Task<Result<Guid>> RemoveAsync(Actor actor, Guid id, CancellationToken ct = default) =>
        ChangeAsync(actor, "filter.remove", existing => Own(existing, id, _ => { }), (unit, filter) => unit.SavedFilters.Remove(filter), ct);

    private Task<Result<Guid>> ChangeAsync(
        Actor actor, string action, Func<IReadOnlyList<SavedFilter>, Result<SavedFilter>> change, Action<IUnitOfWork, SavedFilter> store, CancellationToken ct) =>
        units.ExecuteAsync<Guid>(async unit =>
        {
            if (CaseVisibility.Of(actor).Nothing)
                return new PlatformErrors.NotPermitted();
            var changed = change(await unit.SavedFilters.FindOfAsync(actor.UserId, ct));
            if (!changed.IsOk)
                return Result<Guid>.Refused(changed.Errors);
            store(unit, changed.Value);
            unit.Audit(actor, new AuditRecord(action, "filter", actor.Account, null, changed.Value.IsShared ? "本单位共享" : ""));
            return changed.Value.Id;
        }, ct);

    private static Result<SavedFilter> Own(IReadOnlyList<SavedFilter> existing, Guid id, Action<SavedFilter> act)
    {
        if (existing.FirstOrDefault(f => f.Id == id) is not { } filter)
            return new SavedFilterErrors.NotFound();
        act(filter);
        return filter;
    }
}
