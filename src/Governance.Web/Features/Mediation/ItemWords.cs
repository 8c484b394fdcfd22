using System.Globalization;
using Governance.Application.Mediation;
using Governance.Domain.Mediation;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Mediation;

/// <summary>How lists of items are said on their pages.</summary>
public static class ItemWords
{
    /// <summary>Where an edition stands today: 施行中, 待施行, 已废止, or its state.</summary>
    public static string State(ItemListRow list, DateOnly today) => list switch
    {
        { State: not ItemListState.Published } => list.State.DisplayName(),
        _ when list.IsInForce(today) => "施行中",
        { EffectiveOn: { } from } when from > today => "已公布，待施行",
        _ => "已被新版取代",
    };

    /// <summary>Colour of that.</summary>
    public static TagTone Tone(ItemListRow list, DateOnly today) => list switch
    {
        { State: ItemListState.Draft } => TagTone.Plain,
        { State: not ItemListState.Published } => TagTone.Warn,
        _ when list.IsInForce(today) => TagTone.Good,
        { EffectiveOn: { } from } when from > today => TagTone.Active,
        _ => TagTone.Plain,
    };

    /// <summary>From when to when it is in force.</summary>
    public static string Force(ItemListRow list) => (list.EffectiveOn, list.SupersededOn) switch
    {
        (null, _) => "—",
        ({ } from, null) => $"{Day(from)} 起",
        ({ } from, { } until) => $"{Day(from)} 至 {Day(until.AddDays(-1))}",
    };

    /// <summary>Colour of a difference to the edition before.</summary>
    public static TagTone Tone(ItemDifference difference) => difference switch
    {
        ItemDifference.Added => TagTone.Good,
        ItemDifference.Changed => TagTone.Warn,
        ItemDifference.Removed => TagTone.Late,
        _ => TagTone.Plain,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
