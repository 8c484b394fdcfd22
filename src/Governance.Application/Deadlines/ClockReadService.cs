using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Domain.Repeats;

namespace Governance.Application.Deadlines;

/// <summary>时限: how the clocks of a case stand, what each step took, and what may be asked or decided.</summary>
public sealed class ClockReadService(IClockQueries queries, IReferenceData reference, CaseClock clock, TimeProvider time)
{
    private const string Consulted = "会商部门";

    /// <summary>The clocks of a case.</summary>
    public async Task<Result<ClockView>> FindAsync(Actor actor, ClockSubject subject, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        if (visibility.Nothing || await queries.FindAsync(visibility, subject.Id, ct) is not { } found)
            return new CaseErrors.NotFound();
        var now = time.GetUtcNow();
        var ofThisRun = found.Requests.Where(r => r.Run == found.ReopenCount && r.State == TimeRequestState.Granted).ToList();
        TimeLimit[] limits = [found.Limit, .. ofThisRun.Select(Adds).OfType<TimeLimit>()];
        var merged = MergedTime.Of(found.Timeline.Select(p => (p.Kind, p.At))).Where(s => s.To < DateTimeOffset.MaxValue).ToList();
        ClockSpan[] pauses = [.. ofThisRun.Select(Stops).OfType<ClockSpan>(), .. merged];
        var whole = clock.Count(limits, found.ClockStartedAt, pauses);
        var visits = StepVisit.Of(found.Timeline);
        bool May(CaseStepKind kind) => TimeRule.May(actor, kind, subject.State, subject.Place, subject.LeadBodyCode);
        var nothingAsked = found.Requests.All(r => r.State != TimeRequestState.Pending) && now <= found.DueAt;
        return new ClockView
        {
            DueAt = found.DueAt,
            Limits = string.Join("，延期 ", limits.Select(l => l.DisplayText)),
            Explanation = whole.DueAt == found.DueAt ? whole.Explanation : "期限按当时的工作日历和规定计算。",
            Basis = found.Limit.Basis,
            Consumed = Said(found.Limit.Unit, reference.Calendar.Consumed(
                found.Limit.Unit, found.ClockStartedAt, RunningTime.Since(found.ClockStartedAt).Without(pauses), found.ClosedAt ?? now)),
            PausedUntil = found.PausedUntil > now ? found.PausedUntil : null,
            Steps = [.. visits.Select(v => Measure(v, visits, subject, v.Run == found.ReopenCount ? pauses : [.. merged], now)).Reverse()],
            Requests = [.. found.Requests.OrderByDescending(r => r.AskedAt)],
            MayDecide = found.Requests.Any(r => r.State == TimeRequestState.Pending && r.AskedById != actor.UserId) && May(CaseStepKind.GrantExtension),
            MayExtend = nothingAsked && May(CaseStepKind.AskExtension) ? ExtensionLeft(subject, limits) : null,
            MayPauseFor = nothingAsked && found.PausedUntil is null && May(CaseStepKind.AskPause)
                ? [.. reference.Pack.PauseReasonsFor(subject.CategoryCode)]
                : [],
            LatestPauseEnd = clock.LatestPauseEnd(subject.Place, subject.CategoryCode, subject.Urgency, now),
            MayResume = found.PausedUntil > now && May(CaseStepKind.Resume),
        };
    }

    private TimeLimit? ExtensionLeft(ClockSubject subject, TimeLimit[] limits) =>
        clock.LongestExtension(subject.Place, subject.CategoryCode, subject.Urgency) is { } longest
        && longest.Value - limits.Skip(1).Where(l => l.Unit == longest.Unit).Sum(l => l.Value) is var left and > 0
            ? longest with { Value = left }
            : null;

    private StepTime Measure(StepVisit visit, IReadOnlyList<StepVisit> visits, ClockSubject subject, ClockSpan[] pauses, DateTimeOffset now)
    {
        var rule = reference.Pack.FindTimeLimit(visit.Stage, subject.Place, subject.CategoryCode, subject.Urgency);
        var due = clock.CountStep(visit, visits, subject.Place, subject.CategoryCode, subject.Urgency, pauses);
        var together = CaseClock.StaysThatCount(visit, visits, TimeLimitCount.Cumulative).ToList();
        var ended = visit.To ?? now;
        string Took(IReadOnlyList<StepVisit> stays) => Said(
            rule?.Unit ?? TimeLimitUnit.WorkingHour,
            reference.Calendar.Consumed(
                rule?.Unit ?? TimeLimitUnit.WorkingHour, stays[0].From, RunningTime.Of(stays.Select(s => s.Span)).Without(pauses), ended));
        return new StepTime(
            visit,
            visit.BodyName ?? (visit.Stage == TimeLimitStage.Consult ? Consulted : reference.Pack.FindBody(subject.ManagingBodyCode)?.Name ?? "—"),
            Took([visit]),
            together.Count > 1 ? Took(together) : null,
            rule is null ? null : $"{due!.Limit.DisplayText}（{rule.Count.DisplayName()}）",
            due?.DueAt,
            ended > due?.DueAt,
            visit.To is null ? due?.Explanation : null);
    }

    /// <summary>An amount of a unit in words: <c>3 个工作日</c>, <c>5 小时 20 分</c>.</summary>
    private static string Said(TimeLimitUnit unit, double amount)
    {
        if (unit is TimeLimitUnit.WorkingDay or TimeLimitUnit.CalendarDay)
            return new TimeLimit("", (int)amount, unit, "").DisplayText;
        var minutes = (int)Math.Round(amount * 60);
        var name = unit == TimeLimitUnit.WorkingHour ? "个工作小时" : "小时";
        return (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => unit == TimeLimitUnit.WorkingHour ? $"{rest} 分钟（办公时间）" : $"{rest} 分钟",
            (var hours, 0) => $"{hours} {name}",
            var (hours, rest) => $"{hours} {name} {rest} 分",
        };
    }

    private static TimeLimit? Adds(TimeRequestRecord request) => request is { Kind: TimeRequestKind.Extension, Value: { } value, Unit: { } unit }
        ? new TimeLimit(request.RuleId, value, unit, request.Basis)
        : null;

    private static ClockSpan? Stops(TimeRequestRecord request) => request is { Kind: TimeRequestKind.Pause, Until: { } until }
        ? new ClockSpan(request.AskedAt, request.EndedAt ?? until)
        : null;
}
