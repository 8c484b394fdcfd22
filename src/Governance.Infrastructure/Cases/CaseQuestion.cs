using System.Linq.Expressions;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// What a hot read asks for. Two questions of one shape differ in values only, and are answered by one compiled query; see
/// <see cref="HotRead{TRow}"/> and docs/decisions/0025.
/// </summary>
/// <param name="Visibility">What the person may know of.</param>
internal sealed record CaseQuestion(CaseVisibility Visibility)
{
    private const string AnyBody = "?body";
    private const string AnyPartyBody = "?party";

    private static readonly CaseListCriteria Everything = new();
    private static readonly PageRequest FirstPage = new();
    private static readonly ListOwner AnyOwner = new("?owner", default);
    private static readonly Guid AnyAccount = new("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static readonly AreaCode AnyArea = AreaCode.Parse("999999999999");
    private static readonly CaseNumber AnyNumber = CaseNumber.Create(AnyArea, 9999, 1);
    private static readonly List<Guid> NoCases = [];
    private static readonly List<Guid> AnyCases = [AnyAccount];
    private static readonly PageCursor AnyCursor = PageCursor.Of(DateTimeOffset.UnixEpoch.AddDays(3), new Guid("eeeeeeee-eeee-eeee-eeee-eeeeeeeeeeee"));
    private static readonly CaseMoments AnyMoments = new(
        DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), DateTimeOffset.UnixEpoch.AddDays(2));

    /// <summary>Whose work and lists these are.</summary>
    public ListOwner Owner { get; init; } = new("", default);

    /// <summary>The moments deadlines are compared with.</summary>
    public CaseMoments Moments { get; init; } = AnyMoments;

    /// <summary>Today in China.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The one case that is asked for, or null.</summary>
    public CaseNumber? Number { get; init; }

    /// <summary>The list that is asked for.</summary>
    public CaseListCriteria List { get; init; } = Everything;

    /// <summary>The page of it, readable.</summary>
    public PageRequest Page { get; init; } = FirstPage;

    /// <summary>The cases of the list that the body takes part in without leading them; what is no list or array would be copied for each statement.</summary>
    public List<Guid> TakesPartIn { get; init; } = NoCases;

    /// <summary>What differs between questions of one shape.</summary>
    public static IReadOnlyList<(LambdaExpression Expression, Func<CaseQuestion, object?> Of)> Values { get; } =
    [
        Value(q => q.Inside), Value(q => q.Place), Value(q => q.Visibility.BodyCode), Value(q => q.Visibility.PartyBodyCode), Value(q => q.Visibility.Account),
        Value(q => q.Owner.BodyCode), Value(q => q.Moments.Now), Value(q => q.Moments.SoonUntil), Value(q => q.Moments.TodayEnds), Value(q => q.Today),
        Value(q => q.Number), Value(q => q.After), Value(q => q.AfterId), Value(q => q.TakesPartIn),
    ];

    private string? Inside => Visibility.Area?.Significant;

    private AreaCode Place => Visibility.Area.GetValueOrDefault();

    private DateTimeOffset After => Page.Cursor?.Moment ?? default;

    private Guid AfterId => Page.Cursor?.Id ?? default;

    /// <summary>
    /// The question with a stand-in for each value, or null for one that is asked too seldom or in too many ways to keep it compiled: a list
    /// with conditions. What has no stand-in stays as it is and makes a shape of its own; what the rules make of a value, as the level of an
    /// area or that there is none, stays true of its stand-in.
    /// </summary>
    public CaseQuestion? Shape() => !IsPlain(List) ? null : this with
    {
        Visibility = Visibility with
        {
            Area = Visibility.Area is { } area ? AnyArea.AncestorAt(area.Level) : null,
            BodyCode = Visibility.BodyCode is null ? null : AnyBody,
            PartyBodyCode = Visibility.PartyBodyCode is null ? null : AnyPartyBody,
            Account = AnyAccount,
        },
        Owner = AnyOwner,
        Moments = AnyMoments,
        Today = default,
        Number = Number is null ? null : AnyNumber,
        Page = Page with { Cursor = Page.Cursor is null ? null : AnyCursor },
        TakesPartIn = TakesPartIn.Count == 0 ? NoCases : AnyCases,
    };

    // The area of the body has no stand-in.
    private static bool IsPlain(CaseListCriteria list) => list.View != CaseView.Area
        && list == Everything with { View = list.View, Sort = list.Sort, Timeliness = list.Timeliness };

    private static (LambdaExpression, Func<CaseQuestion, object?>) Value<T>(Expression<Func<CaseQuestion, T>> value)
    {
        var of = value.Compile();
        return (value, question => of(question));
    }
}
