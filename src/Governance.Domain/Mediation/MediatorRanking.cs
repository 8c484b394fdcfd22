using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;

namespace Governance.Domain.Mediation;

/// <summary>A mediator in office who may be asked.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="CommitteeName">Committee.</param>
/// <param name="CommitteeKind">Its kind.</param>
/// <param name="CommitteeSpecialities">What the committee mediates.</param>
/// <param name="StudioName">The own studio, or null.</param>
/// <param name="Specialities">What the mediator mediates.</param>
/// <param name="Area">Division served.</param>
/// <param name="AwayUntil">Last day of a leave that runs today, or null.</param>
/// <param name="Record">Work in hand and done.</param>
public sealed record MediatorCandidate(
    Guid Id, string Name, string CommitteeName, CommitteeKind CommitteeKind, IReadOnlyList<string> CommitteeSpecialities, string? StudioName,
    IReadOnlyList<string> Specialities, AreaCode Area, DateOnly? AwayUntil, MediatorRecord Record)
{
    /// <summary>Keyed hash of the phone, or null when none is known.</summary>
    public ProtectedText? PhoneHash { get; init; }

    /// <summary>Who it is. The register keeps no citizen number of a mediator.</summary>
    public PersonMarks Marks => new(Name, PhoneHash, null);
}

/// <summary>For what a mediator is wanted.</summary>
/// <param name="Category">The leaf category of the matter.</param>
/// <param name="Place">Where it happened.</param>
/// <param name="Trade">The trade with a committee of its own that the matter belongs to, or null.</param>
/// <param name="People">The people the matter is about: a mediator does not mediate an own matter.</param>
public sealed record MediatorWish(CaseCategory Category, AreaCode Place, MediationTrade? Trade, IReadOnlyList<CasePerson> People);

/// <summary>A mediator with the reasons why, the likeliest first.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Reasons">Why, in words a person can check.</param>
public sealed record RankedMediator(MediatorCandidate Candidate, IReadOnlyList<string> Reasons);

/// <summary>A mediator who would be asked, but for a reason.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Why">Why not, in words.</param>
/// <param name="IsConflict">True for recusal, false for a leave.</param>
public sealed record LeftOutMediator(MediatorCandidate Candidate, string Why, bool IsConflict);

/// <summary>How well a mediator's specialities fit; the number is the rank.</summary>
public enum SpecialityFit
{
    /// <summary>Specialised in other things.</summary>
    Other = 0,

    /// <summary>No speciality named: every civil dispute.</summary>
    General = 1,

    /// <summary>The top category of the matter.</summary>
    Top = 2,

    /// <summary>The very category of the matter.</summary>
    Leaf = 3,
}

/// <summary>
/// Who is asked first (H40, H41): the committee of the trade where the matter has one, then the speciality, then who is nearest, then who has
/// least in hand. Who is on leave or is a party (<see cref="MediatorConflict"/>) is left out, and it is said why. How often a mediator succeeded is shown and does not order: the
/// list is no ranking of people.
/// </summary>
public static class MediatorRanking
{
    /// <summary>The mediators to ask, the first one first.</summary>
    public static IReadOnlyList<RankedMediator> Rank(MediatorWish wish, IEnumerable<MediatorCandidate> candidates, CityPack pack) =>
    [
        .. InOrder(wish, candidates.Where(c => WhyNot(c, wish) is null)).Select(c => new RankedMediator(c, Reasons(c, wish, pack))),
    ];

    /// <summary>Those who are left out, in the order in which they would stand, each with the reason.</summary>
    public static IReadOnlyList<LeftOutMediator> LeaveOut(MediatorWish wish, IEnumerable<MediatorCandidate> candidates) =>
    [
        .. InOrder(wish, candidates).Select(c => (Candidate: c, Why: WhyNot(c, wish))).Where(c => c.Why is not null)
            .Select(c => new LeftOutMediator(c.Candidate, c.Why!, MediatorConflict.Find(c.Candidate.Marks, wish.People) is not null)),
    ];

    /// <summary>Why a mediator is not asked, or null.</summary>
    public static string? WhyNot(MediatorCandidate candidate, MediatorWish wish) =>
        MediatorConflict.Find(candidate.Marks, wish.People) is { } person ? $"与本案{person.Standing}同名或者同一电话，应当回避"
        : candidate.AwayUntil is { } until ? $"休假至 {until.ToString("M月d日", CultureInfo.InvariantCulture)}"
        : null;

    private static IOrderedEnumerable<MediatorCandidate> InOrder(MediatorWish wish, IEnumerable<MediatorCandidate> candidates) =>
        candidates
            .OrderByDescending(c => IsOfTradeCommittee(c, wish))
            .ThenByDescending(c => FitOf(c, wish.Category))
            .ThenByDescending(c => NearnessOf(c, wish.Place))
            .ThenBy(c => c.Record.Running)
            .ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id);

    /// <summary>True when the matter belongs to a trade and the mediator to a committee of that trade.</summary>
    public static bool IsOfTradeCommittee(MediatorCandidate candidate, MediatorWish wish) =>
        wish.Trade is not null && candidate.CommitteeKind == CommitteeKind.Trade && candidate.CommitteeSpecialities.Any(s => Covers(s, wish.Category));

    /// <summary>How well the specialities fit; those of a trade committee count for its mediators.</summary>
    public static SpecialityFit FitOf(MediatorCandidate candidate, CaseCategory category)
    {
        var specialities = candidate.Specialities.Count > 0 ? candidate.Specialities : candidate.CommitteeSpecialities;
        return specialities.Count == 0 ? SpecialityFit.General
            : specialities.Contains(category.Code) ? SpecialityFit.Leaf
            : specialities.Any(s => Covers(s, category)) ? SpecialityFit.Top
            : SpecialityFit.Other;
    }

    /// <summary>Level of the division served when the place lies inside it; 0 for a mediator of elsewhere.</summary>
    public static int NearnessOf(MediatorCandidate candidate, AreaCode place) => candidate.Area.Contains(place) ? (int)candidate.Area.Level : 0;

    private static bool Covers(string speciality, CaseCategory category) => speciality == category.Code || speciality == category.Parent;

    private static List<string> Reasons(MediatorCandidate candidate, MediatorWish wish, CityPack pack)
    {
        var reasons = new List<string>();
        if (IsOfTradeCommittee(candidate, wish))
            reasons.Add($"{wish.Trade!.Name}有专门的调解委员会");
        reasons.Add(FitOf(candidate, wish.Category) switch
        {
            SpecialityFit.Leaf => $"专长相符：{wish.Category.Name}",
            SpecialityFit.Top => $"专长大类相符：{pack.CategoryByCode(wish.Category.Parent ?? wish.Category.Code)?.Name}",
            SpecialityFit.General => "调解各类民间纠纷",
            _ => "专长不含本类",
        });
        reasons.Add((DivisionLevel)NearnessOf(candidate, wish.Place) switch
        {
            0 => $"服务地区是{pack.FindDivision(candidate.Area)?.Name}，不含案件地点",
            DivisionLevel.City => "服务全市",
            var level => $"服务本{pack.Profile.LevelNames[level]}",
        });
        reasons.Add($"在办 {candidate.Record.Running} 件");
        reasons.Add(candidate.Record.Describe());
        reasons.Add("不在休假");
        return reasons;
    }
}
