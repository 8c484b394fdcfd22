using System.Globalization;
using System.Linq.Expressions;
using Governance.Application.Cases;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Supervision;
using Governance.Domain.Satisfaction;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

/// <summary>Turns what a person may know of, and what a list asks for, into one query.</summary>
internal static class CaseFilter
{
    // What is searched for goes through the bigram function as well: a pasted novel would keep the server busy.
    private const int SearchLength = 200;
    private const int MostTerms = 8;

    private static readonly CaseState[] ManagerStates = [CaseState.Registered, CaseState.Accepted, CaseState.Verifying, CaseState.Verified];
    private static readonly CaseState[] LeadStates = [CaseState.Dispatched, CaseState.Handling];

    /// <summary>The cases a person may know of, restricted ones of the own circles included; for questions that few cases answer.</summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, CaseVisibility visibility)
    {
        if (visibility.Nothing)
            return cases.Where(c => false);
        var ordinary = visibility.PartyBodyCode is { } body
            ? OfAreaOrBody(visibility).Or(c => c.LeadBodyCode == body || c.Parties.Any(p => p.BodyCode == body && p.Role != LeadPartyRole.Former))
            : OfAreaOrBody(visibility);
        var account = visibility.Account;
        return cases.Where(ordinary.And(c => !c.IsRestricted).Or(c => c.IsRestricted && c.Circle.Any(m => m.UserId == account)));
    }

    /// <summary>
    /// The same for a whole list, with the cases that the body takes part in. No list holds a restricted case, whoever asks: those have a
    /// page of their own, so that counts, exports and statistics say the same to everybody.
    /// </summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, CaseVisibility visibility, List<Guid> takesPartIn) => cases
        .Where(c => !c.IsRestricted)
        .Where(takesPartIn.Count == 0 ? OfAreaOrBody(visibility) : OfAreaOrBody(visibility).Or(c => takesPartIn.Contains(c.Id)));

    private static Expression<Func<Case, bool>> OfAreaOrBody(CaseVisibility visibility) => visibility switch
    {
        { Area: { } area, BodyCode: null } => Inside(area),
        { Area: { } area, BodyCode: { } body } => Inside(area).Or(c => c.LeadBodyCode == body),
        { BodyCode: { } body } => c => c.LeadBodyCode == body,
        _ => c => false,
    };

    /// <summary>The rows of a list.</summary>
    public static IQueryable<Case> Matching(this IQueryable<Case> cases, CaseListCriteria criteria, ListOwner owner, CaseMoments moments)
    {
        cases = criteria.View switch
        {
            CaseView.Mine => cases.WaitingFor(owner.BodyCode),
            CaseView.Area => cases.Where(Inside(owner.BodyArea)),
            _ => cases,
        };
        if (criteria.State is { } state)
            cases = cases.Where(c => c.State == state);
        if (criteria.Category is { } given && PlainText.CleanLine(given) is var category)
            cases = category.Length <= 2
                ? cases.Where(c => c.CategoryCode.StartsWith(category))
                : cases.Where(c => c.CategoryCode == category);
        if (criteria.Channel is { } channel)
            cases = cases.Where(c => c.Channel == channel);
        if (criteria.Urgency is { } urgency)
            cases = cases.Where(c => c.Urgency == urgency);
        if (criteria.Area is { } area)
            cases = cases.Where(Inside(area));
        // A year that no calendar of the portal knows limits nothing, and could not be turned into UTC.
        if (criteria.From is { } from && from.Year > DateOnly.MinValue.Year)
        {
            var start = ChinaTime.At(from, TimeOnly.MinValue);
            cases = cases.Where(c => c.RegisteredAt >= start);
        }
        if (criteria.To is { } to && to.Year < DateOnly.MaxValue.Year)
        {
            var end = ChinaTime.At(to.AddDays(1), TimeOnly.MinValue);
            cases = cases.Where(c => c.RegisteredAt < end);
        }
        cases = InPhase(cases, criteria.Phase);
        if (criteria.MattersOnly)
            cases = cases.Where(c => c.MergedIntoId == null);
        if (criteria.Supervision is { } supervision)
            cases = supervision switch
            {
                CaseSupervisionStanding.Yellow => cases.Where(c => c.Supervision == SupervisionLevel.Yellow),
                CaseSupervisionStanding.Red => cases.Where(c => c.Supervision == SupervisionLevel.Red),
                _ => cases.Where(c => c.Supervision != null),
            };
        if (criteria.Clock is { } clock)
            cases = clock == CaseClockStanding.Paused ? cases.Where(c => c.PausedUntil != null) : cases.Where(c => c.TimeAskedAt != null);
        if (criteria.Urged)
            cases = cases.Where(c => c.UrgedAt != null);
        if (criteria.Satisfaction is { } satisfaction)
            cases = satisfaction.Level() is { } level
                ? cases.Where(c => c.Satisfaction == level)
                : cases.Where(c => c.ClosedAt != null && c.Satisfaction == null);
        if (criteria.Department is { } department)
            cases = department.Length == 0
                ? cases.Where(c => c.LeadBodyCode == null)
                // As the index says it: what follows area code and hyphen.
                : cases.Where(c => c.LeadBodyCode!.Substring(AreaCode.Length + 1) == department);
        cases = Measured(cases, criteria.Measure);
        cases = Standing(cases, criteria.Timeliness, moments);
        return criteria.Sort == CaseSort.DueFirst ? cases.Where(IsOpen) : cases;
    }

    /// <summary>
    /// The cases whose next step is the body's: as the one that runs them (also when more time is asked of it), the one they are assigned to, the centre that decides who
    /// leads, or a department that has not said who should.
    /// </summary>
    public static IQueryable<Case> WaitingFor(this IQueryable<Case> cases, string body) => cases.Where(c =>
        EF.Property<bool>(c, CaseConfiguration.IsOpen) &&
        ((c.ManagingBodyCode == body && (ManagerStates.Contains(c.State) || c.TimeAskedAt != null)) || (c.LeadBodyCode == body && LeadStates.Contains(c.State))
            || c.TurnBodyCode == body
            || (c.ConsultUntil != null
                && c.Parties.Any(p => p.BodyCode == body && p.Role == LeadPartyRole.Consulted && p.ProposedCode == null))));

    /// <summary>
    /// The condition 'inside a division', on the derived column whose index also gives the order of a list.
    /// </summary>
    public static Expression<Func<Case, bool>> Inside(AreaCode area)
    {
        var significant = area.Significant;
        return area.Level switch
        {
            DivisionLevel.Village => c => c.Place == area,
            DivisionLevel.Township => c => EF.Property<string>(c, CaseConfiguration.TownshipCode) == significant,
            DivisionLevel.County => c => EF.Property<string>(c, CaseConfiguration.CountyCode) == significant,
            _ => c => EF.Property<string>(c, CaseConfiguration.CountyCode).StartsWith(significant),
        };
    }

    /// <summary>True while somebody has to act.</summary>
    public static readonly Expression<Func<Case, bool>> IsOpen = c => EF.Property<bool>(c, CaseConfiguration.IsOpen);

    /// <summary>The words of a search: each of two or more characters.</summary>
    public static IReadOnlyList<string> Terms(string? text) =>
        [.. PlainText.Cut(text ?? "", SearchLength).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(term => PlainText.CleanLine(term).ToLower(CultureInfo.InvariantCulture))
            .Where(term => term.EnumerateRunes().Skip(1).Any()).Distinct().Take(MostTerms)];

    private static IQueryable<Case> InPhase(IQueryable<Case> cases, CasePhase? phase) => phase switch
    {
        CasePhase.Open => cases.Where(IsOpen),
        CasePhase.Closed => cases.Where(c => c.ClosedAt != null && c.MergedIntoId == null),
        CasePhase.Refused => cases.Where(c => !EF.Property<bool>(c, CaseConfiguration.IsOpen) && c.ClosedAt == null && c.MergedIntoId == null),
        _ => cases,
    };

    private static IQueryable<Case> Measured(IQueryable<Case> cases, CaseMeasure? measure) => measure switch
    {
        CaseMeasure.Responded => cases.Where(c => c.RespondedAt != null),
        CaseMeasure.RespondedOnTime => cases.Where(c => c.RespondedOnTime == true),
        CaseMeasure.RespondedLate => cases.Where(c => c.RespondedOnTime == false),
        CaseMeasure.SolvedAsked => cases.Where(c => c.Solved != null),
        CaseMeasure.Solved => cases.Where(c => c.Solved == true),
        CaseMeasure.Unsolved => cases.Where(c => c.Solved == false),
        // Whoever was unhappy and had the case reopened has rated, until the new answer is rated.
        CaseMeasure.Rated => cases.Where(c => c.Satisfaction != null || c.ReopenedByReporter),
        CaseMeasure.Pleased => cases.Where(c => c.Satisfaction == SatisfactionLevel.Satisfied || c.Satisfaction == SatisfactionLevel.Fair),
        CaseMeasure.Returned => cases.Where(c => c.ReturnCount > 0),
        CaseMeasure.Redone => cases.Where(c => c.RedoneCount > 0),
        _ => cases,
    };

    private static IQueryable<Case> Standing(IQueryable<Case> cases, CaseTimeliness? timeliness, CaseMoments moments) => timeliness switch
    {
        CaseTimeliness.DueSoon => cases.Where(IsOpen).Where(c => c.DueAt >= moments.Now && c.DueAt <= moments.SoonUntil),
        CaseTimeliness.Overdue => cases.Where(IsOpen).Where(c => c.DueAt < moments.Now),
        CaseTimeliness.StepOverdue => cases.Where(IsOpen).Where(c => c.StepDueAt < moments.Now),
        CaseTimeliness.ClosedOnTime => cases.Where(c => c.ClosedAt != null && c.ClosedAt <= c.DueAt && c.MergedIntoId == null),
        CaseTimeliness.ClosedLate => cases.Where(c => c.ClosedAt != null && c.ClosedAt > c.DueAt && c.MergedIntoId == null),
        _ => cases,
    };
}
