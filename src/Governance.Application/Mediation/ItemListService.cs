using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>
/// Makes the lists of matters of administrative mediation (H39): the centre of the area drafts, submits and publishes; the judicial
/// administration of the same level confirms or sends back.
/// </summary>
public sealed class ItemListService(IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time)
{
    /// <summary>Key of the judicial administration (司法行政部门) in a pack.</summary>
    public const string JudicialKey = "justice";

    /// <summary>起草 the next edition of an area; gives its key.</summary>
    public async Task<Result<Guid>> DraftAsync(Actor actor, AreaCode area, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ManageMediation))
            return new PlatformErrors.NotPermitted();
        if (!actor.Scope.Contains(area))
            return new PlatformErrors.OutsideScope(MediationWords.Area(area, reference.Pack));
        var now = time.GetUtcNow();
        return await units.ExecuteAsync<Guid>(async unit =>
        {
            if (await unit.Mediation.HasListUnderWayAsync(area, ct))
                return new ItemListErrors.AnotherUnderWay();
            var before = await unit.Mediation.FindLastPublishedAsync(area, ct);
            var drafted = MediationItemList.Draft(area, before, Proposals(area), actor, now);
            if (!drafted.IsOk)
                return Result<Guid>.Refused(drafted.Errors);
            unit.Mediation.Add(drafted.Value.List);
            Keep(unit, actor, drafted.Value.List, drafted.Value.Change);
            return drafted.Value.List.Id;
        }, ct);
    }

    /// <summary>Adds an item to a draft or changes one; gives its number.</summary>
    public Task<Result<int>> PutAsync(Actor actor, PutItem command, CancellationToken ct = default) =>
        OnDraftAsync(actor, command.ListId, command.Version, (list, now) =>
        {
            var facts = command.Facts.Cleaned();
            if (facts.Categories.FirstOrDefault(code => reference.Pack.CategoryByCode(code) is null) is { } unknown)
                return new MediationErrors.UnknownCategory(unknown) { Field = nameof(facts.Categories) };
            if (facts.BodyKey.Length > 0 && reference.Pack.Bodies.All(b => b.Key != facts.BodyKey))
                return new ItemListErrors.UnknownBody { Field = nameof(facts.BodyKey) };
            return list.Put(command.Number, facts, now);
        }, number => (command.Number is null ? "新增" : "修改") + $"第 {number} 项", ct);

    /// <summary>Takes an item out of a draft.</summary>
    public Task<Result<int>> RemoveAsync(Actor actor, Guid listId, uint version, int number, CancellationToken ct = default) =>
        OnDraftAsync(actor, listId, version, (list, _) =>
        {
            var removed = list.Remove(number);
            return removed.IsOk ? number : Result<int>.Refused(removed.Errors);
        }, _ => $"删除第 {number} 项", ct);

    /// <summary>Throws a draft away.</summary>
    public Task<Result<Guid>> DiscardAsync(Actor actor, Guid id, CancellationToken ct = default) =>
        OnListAsync(actor, id, Permission.ManageMediation, (unit, list, _) =>
        {
            if (list.State != ItemListState.Draft)
                return Task.FromResult<Result<Guid>>(new ItemListErrors.NotADraft(list.State));
            unit.Mediation.Remove(list);
            unit.Audit(actor, new AuditRecord(AuditActions.DiscardItemList, "item-list", Name(list), list.Area, ""));
            return Task.FromResult<Result<Guid>>(list.Id);
        }, ct);

    /// <summary>提请会同确认.</summary>
    public Task<Result<Guid>> SubmitAsync(Actor actor, Guid id, CancellationToken ct = default) =>
        OnListAsync(actor, id, Permission.ManageMediation, (unit, list, now) => Task.FromResult(Keep(unit, actor, list, list.Submit(actor, now))), ct);

    /// <summary>会同确认 for the judicial administration of the level.</summary>
    public Task<Result<Guid>> ConfirmAsync(Actor actor, Guid id, string words, CancellationToken ct = default) =>
        OnListAsync(actor, id, Permission.ConfirmMediationItems, (unit, list, now) => Task.FromResult(
            Keep(unit, actor, list, list.Confirm(actor, Judicial(list.Area), words, now))), ct);

    /// <summary>退回修改, by the judicial administration or by the centre that submitted it.</summary>
    public async Task<Result<Guid>> SendBackAsync(Actor actor, Guid id, string reason, CancellationToken ct = default)
    {
        if (actor.May(Permission.ManageMediation))
            return await OnListAsync(actor, id, Permission.ManageMediation, (unit, list, now) => Task.FromResult(
                Keep(unit, actor, list, list.SendBack(actor, reason, now))), ct);
        return await OnListAsync(actor, id, Permission.ConfirmMediationItems, (unit, list, now) => Task.FromResult(
            MediationItemList.IsJudicialAdministration(actor, Judicial(list.Area))
                ? Keep(unit, actor, list, list.SendBack(actor, reason, now))
                : new ItemListErrors.NotJudicialAdministration(Judicial(list.Area).Name)), ct);
    }

    /// <summary>公布, in force from a day.</summary>
    public Task<Result<Guid>> PublishAsync(Actor actor, Guid id, DateOnly effectiveOn, CancellationToken ct = default) =>
        OnListAsync(actor, id, Permission.ManageMediation, async (unit, list, now) => Keep(
            unit, actor, list, list.Publish(actor, effectiveOn, await unit.Mediation.FindLastPublishedAsync(list.Area, ct), now)), ct);

    /// <summary>The judicial administration that confirms for an area: its own, else that of the level above.</summary>
    internal Body Judicial(AreaCode area) => reference.Pack.FindBodyFor(area, JudicialKey)
        ?? throw new InvalidOperationException($"The pack has no body '{JudicialKey}'.");

    /// <summary>What the pack proposes, as far as the level of the area and those below mediate it.</summary>
    private IEnumerable<MediationItemFacts> Proposals(AreaCode area) => reference.Pack.Contents.MediationItems
        .Select(MediationItemFacts.Of)
        .Select(facts => facts with { Levels = [.. facts.Levels.Where(level => level >= area.Level)] })
        .Where(facts => facts.Levels.Count > 0);

    private async Task<Result<int>> OnDraftAsync(
        Actor actor, Guid id, uint version, Func<MediationItemList, DateTimeOffset, Result<int>> act, Func<int, string> words, CancellationToken ct)
    {
        var number = 0;
        var done = await OnListAsync(actor, id, Permission.ManageMediation, (unit, list, now) =>
        {
            if (list.Version != version)
                return Task.FromResult<Result<Guid>>(new MediationErrors.ChangedMeanwhile());
            var acted = act(list, now);
            if (!acted.IsOk)
                return Task.FromResult(Result<Guid>.Refused(acted.Errors));
            number = acted.Value;
            Keep(unit, actor, list, MediationChange.Create(list.Id, MediationChangeKind.Changed, actor, words(number), now));
            return Task.FromResult<Result<Guid>>(list.Id);
        }, ct);
        return done.IsOk ? number : Result<int>.Refused(done.Errors);
    }

    private async Task<Result<Guid>> OnListAsync(
        Actor actor, Guid id, Permission permission, Func<IUnitOfWork, MediationItemList, DateTimeOffset, Task<Result<Guid>>> act, CancellationToken ct)
    {
        if (!actor.May(permission))
            return new PlatformErrors.NotPermitted();
        var now = time.GetUtcNow();
        return await units.ExecuteAsync<Guid>(async unit =>
            await unit.Mediation.FindListAsync(id, ct) is { } list && actor.Scope.Contains(list.Area)
                ? await act(unit, list, now)
                : new ItemListErrors.NotFound(), ct);
    }

    private Result<Guid> Keep(IUnitOfWork unit, Actor actor, MediationItemList list, Result<MediationChange> change)
    {
        if (!change.IsOk)
            return Result<Guid>.Refused(change.Errors);
        Keep(unit, actor, list, change.Value);
        return list.Id;
    }

    private void Keep(IUnitOfWork unit, Actor actor, MediationItemList list, MediationChange change)
    {
        unit.Mediation.Add(change);
        unit.Audit(actor, new AuditRecord(AuditActions.OfItemList(change.Kind), "item-list", Name(list), list.Area, PlainText.Cut(change.Words, 500)));
    }

    private string Name(MediationItemList list) => $"{MediationWords.Area(list.Area, reference.Pack)}第 {list.Edition} 版";
}
