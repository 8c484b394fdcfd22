using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Mediation;

/// <summary>
/// One edition of an area's list of matters of administrative mediation (行政调解事项清单, H39): drafted by the centre for the bodies,
/// confirmed by the judicial administration of the same level, published, until the next edition comes into force. A published edition
/// never changes.
/// </summary>
public sealed class MediationItemList
{
    private readonly List<MediationItem> _items = [];

    private MediationItemList()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>City or county.</summary>
    public AreaCode Area { get; private set; }

    /// <summary>Number of the edition within the area, from 1.</summary>
    public int Edition { get; private set; }

    /// <summary>Where it stands.</summary>
    public ItemListState State { get; private set; }

    /// <summary>Highest number given to an item of the area so far.</summary>
    public int LastNumber { get; private set; }

    /// <summary>When it was published, UTC, or null.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>First day in force, or null.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>First day on which the next edition is in force instead, or null.</summary>
    public DateOnly? SupersededOn { get; private set; }

    /// <summary>The judicial administration that confirmed it, or null.</summary>
    public string? ConfirmedByBody { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    /// <summary>The items in order of their numbers.</summary>
    public IReadOnlyList<MediationItem> Items => _items;

    /// <summary>起草 the next edition: the items of the one before, or the pack's where there is none.</summary>
    /// <param name="area">City or county.</param>
    /// <param name="before">The last published edition, or null.</param>
    /// <param name="proposals">What the pack proposes for a first edition.</param>
    /// <param name="actor">Who drafts.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<(MediationItemList List, MediationChange Change)> Draft(
        AreaCode area, MediationItemList? before, IEnumerable<MediationItemFacts> proposals, Actor actor, DateTimeOffset at)
    {
        if (area.Level is not (DivisionLevel.City or DivisionLevel.County))
            return new ItemListErrors.WrongArea();
        var list = new MediationItemList
        {
            Id = Guid.CreateVersion7(at),
            Area = area,
            Edition = (before?.Edition ?? 0) + 1,
            State = ItemListState.Draft,
            LastNumber = before?.LastNumber ?? 0,
        };
        foreach (var item in before?._items ?? [])
            list._items.Add(MediationItem.Create(list.Id, item.Number, item.Facts, at));
        if (before is null)
            foreach (var facts in proposals)
                list._items.Add(MediationItem.Create(list.Id, ++list.LastNumber, facts, at));
        var words = before is null ? $"由城市包带入 {list._items.Count} 项" : $"由第 {before.Edition} 版带入 {list._items.Count} 项";
        return (list, MediationChange.Create(list.Id, MediationChangeKind.Drafted, actor, words, at));
    }

    /// <summary>Adds an item to a draft, or changes the one of that number.</summary>
    /// <param name="number">Number of the item; null adds one.</param>
    /// <param name="facts">Cleaned facts.</param>
    /// <param name="at">Now, UTC.</param>
    /// <returns>The number.</returns>
    public Result<int> Put(int? number, MediationItemFacts facts, DateTimeOffset at)
    {
        if (State != ItemListState.Draft)
            return new ItemListErrors.NotADraft(State);
        var errors = facts.Check();
        if (errors.Count > 0)
            return Result<int>.Refused(errors);
        if (_items.Find(i => i.Matter == facts.Matter && i.Number != number) is { } same)
            return new ItemListErrors.MatterTaken(same.Number) { Field = nameof(MediationItemFacts.Matter) };
        if (number is null)
        {
            _items.Add(MediationItem.Create(Id, ++LastNumber, facts, at));
            return LastNumber;
        }

        if (_items.Find(i => i.Number == number) is not { } item)
            return new ItemListErrors.ItemNotFound();
        item.Set(facts);
        return item.Number;
    }

    /// <summary>Takes an item out of a draft. Its number is not given again.</summary>
    public Result Remove(int number)
    {
        if (State != ItemListState.Draft)
            return new ItemListErrors.NotADraft(State);
        return _items.RemoveAll(i => i.Number == number) == 0 ? new ItemListErrors.ItemNotFound() : Result.Ok;
    }

    /// <summary>提请会同确认. Every law has been held against its text: only what is known is published as law.</summary>
    public Result<MediationChange> Submit(Actor actor, DateTimeOffset at)
    {
        if (State != ItemListState.Draft)
            return new ItemListErrors.WrongState(State);
        if (_items.Count == 0)
            return new ItemListErrors.Empty();
        if (_items.Count(i => !i.IsLawChecked) is > 0 and var open)
            return new ItemListErrors.LawsUnchecked(open);
        State = ItemListState.Confirming;
        return MediationChange.Create(Id, MediationChangeKind.Submitted, actor, $"共 {_items.Count} 项", at);
    }

    /// <summary>会同确认 by the judicial administration of the same level (H39).</summary>
    /// <param name="actor">Who confirms.</param>
    /// <param name="judicial">The judicial administration of the area.</param>
    /// <param name="words">Remarks, may be empty.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<MediationChange> Confirm(Actor actor, Body judicial, string words, DateTimeOffset at)
    {
        if (State != ItemListState.Confirming)
            return new ItemListErrors.WrongState(State);
        if (!IsJudicialAdministration(actor, judicial))
            return new ItemListErrors.NotJudicialAdministration(judicial.Name) { Ground = GroundKeys.MediationItems };
        State = ItemListState.Confirmed;
        ConfirmedByBody = judicial.Name;
        return MediationChange.Create(Id, MediationChangeKind.Confirmed, actor, PlainText.CleanLine(words), at);
    }

    /// <summary>退回修改: the judicial administration, or whoever submitted, takes it back to a draft with a reason.</summary>
    public Result<MediationChange> SendBack(Actor actor, string reason, DateTimeOffset at)
    {
        if (State is not (ItemListState.Confirming or ItemListState.Confirmed))
            return new ItemListErrors.WrongState(State);
        if (FactsCheck.Ground(ref reason, "退回理由") is { } error)
            return error;
        (State, ConfirmedByBody) = (ItemListState.Draft, null);
        return MediationChange.Create(Id, MediationChangeKind.SentBack, actor, reason, at);
    }

    /// <summary>公布: the edition comes into force on a day, and from that day replaces the one before.</summary>
    /// <param name="actor">Who publishes.</param>
    /// <param name="effectiveOn">First day in force: today or later, and after that of the edition before.</param>
    /// <param name="before">The last published edition, or null.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<MediationChange> Publish(Actor actor, DateOnly effectiveOn, MediationItemList? before, DateTimeOffset at)
    {
        if (State != ItemListState.Confirmed)
            return new ItemListErrors.WrongState(State);
        var today = at.ChinaDay();
        var earliest = before?.EffectiveOn is { } last && last >= today ? last.AddDays(1) : today;
        if (effectiveOn < earliest)
            return new ItemListErrors.EffectiveTooEarly(Day(earliest)) { Field = nameof(EffectiveOn) };
        (State, PublishedAt, EffectiveOn) = (ItemListState.Published, at, effectiveOn);
        if (before is not null)
            before.SupersededOn = effectiveOn;
        return MediationChange.Create(Id, MediationChangeKind.Published, actor, $"自 {Day(effectiveOn)} 起施行，共 {_items.Count} 项", at);
    }

    /// <summary>True for a person of the judicial administration of the area itself.</summary>
    public static bool IsJudicialAdministration(Actor actor, Body judicial) => actor.BodyCode == judicial.Code;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
