using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.UnitTests.Cases;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>More time and a standing clock: who may ask, who decides, what the deadline is then.</summary>
public sealed class TimeRequestTests
{
    private static readonly DateTimeOffset Asked = China("2026-03-12 10:00");
    private static readonly TimeLimit Longest = new("extend", 5, TimeLimitUnit.WorkingDay, "规定");
    private static readonly PauseReason Reason = new("material", null, "等待材料", "", "", TimeLimitBasis.Default, TimeLimitStatus.CityToConfirm, "默认值", "正在等待您补充材料。");
    private static readonly DateOnly Latest = new(2026, 4, 20);

    private readonly CityReference _city = new();

    [Fact]
    public void A_granted_extension_is_counted_from_the_end_it_extends()
    {
        var subject = Handled();
        var before = subject.DueAt;

        subject.AskExtension(Sample.Handler, 3, Longest, "等材料到货", Asked).Errors.ShouldBeEmpty();
        subject.DueAt.ShouldBe(before);
        subject.TimeAskedAt.ShouldBe(Asked);
        Decide(subject, true).Errors.ShouldBeEmpty();

        subject.DueAt.ShouldBe(Hohhot.Count(Limit(3), before).DueAt);
        subject.TimeAskedAt.ShouldBeNull();
        subject.Steps[^1].Kind.ShouldBe(CaseStepKind.GrantExtension);
        subject.Steps[^1].DueAt.ShouldBe(subject.DueAt);
        subject.ExtensionLeft(Longest).ShouldBe(2);
        subject.AskExtension(Sample.Handler, 3, Longest, "还要", Asked).Error.ShouldBeOfType<TimeErrors.ExtensionTooLong>().Field.ShouldBe("Value");
    }

    [Fact]
    public void A_refused_request_changes_nothing_and_says_why()
    {
        var subject = Handled();
        var before = subject.DueAt;
        subject.AskExtension(Sample.Handler, 3, Longest, "等材料到货", Asked);

        Decide(subject, false, "").Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        Decide(subject, false, "材料已到").Errors.ShouldBeEmpty();

        subject.DueAt.ShouldBe(before);
        subject.TimeRequests.Single().Decision.ShouldBe("材料已到");
        subject.Steps[^1].Kind.ShouldBe(CaseStepKind.DenyExtension);
        Decide(subject, true).Error.ShouldBeOfType<TimeErrors.NothingToDecide>();
    }

    [Fact]
    public void A_pause_stands_from_when_it_was_asked_for_and_ends_early_or_by_itself()
    {
        var subject = Handled();
        var before = subject.DueAt;
        subject.AskPause(Sample.Handler, Reason, new DateOnly(2026, 3, 19), Latest, "等检测报告", Asked).Errors.ShouldBeEmpty();
        Decide(subject, true, at: Asked.AddHours(30)).Errors.ShouldBeEmpty();

        subject.PausedUntil.ShouldBe(China("2026-03-20 00:00"));
        // 12th, 13th, 16th to 19th: six closings at which the clock stood.
        subject.DueAt.ShouldBe(Hohhot.Count(Limit(6), before).DueAt);
        subject.AskPause(Sample.Handler, Reason, new DateOnly(2026, 3, 25), Latest, "再等", Asked.AddHours(31)).Error.ShouldBeOfType<TimeErrors.PausedBefore>();

        var early = Handled();
        early.AskPause(Sample.Handler, Reason, new DateOnly(2026, 3, 19), Latest, "等检测报告", Asked);
        Decide(early, true);
        early.Resume(Sample.Handler, "报告已到", _city.Clock.CountWhole, China("2026-03-16 15:00")).Errors.ShouldBeEmpty();
        early.DueAt.ShouldBe(Hohhot.Count(Limit(2), before).DueAt);
        early.PausedUntil.ShouldBeNull();
        early.Resume(Sample.Handler, "", _city.Clock.CountWhole, China("2026-03-16 16:00")).Error.ShouldBeOfType<TimeErrors.NotPaused>();

        subject.ExpirePause(_city.Clock.Itself, China("2026-03-19 23:59")).ShouldBeFalse();
        subject.ExpirePause(_city.Clock.Itself, China("2026-03-20 00:00")).ShouldBeTrue();
        subject.DueAt.ShouldBe(Hohhot.Count(Limit(6), before).DueAt);
    }

    [Fact]
    public void Who_asks_does_not_decide()
    {
        var office = Sample.Person(Role.TownshipClerk, Sample.Housing.Code, Sample.Housing.Name, Sample.Township);
        var subject = Handled();
        subject.AskExtension(office, 1, Longest, "等材料", Asked).Errors.ShouldBeEmpty();

        subject.DecideTime(office, subject.TimeRequests[0].Id, true, "", _city.Clock.CountWhole, Asked).Error.ShouldBeOfType<TimeErrors.OwnRequest>();
        Decide(subject, true).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "Value")]
    [InlineData(6, "Value")]
    public void An_extension_has_a_length_within_the_rule(int value, string field) =>
        Handled().AskExtension(Sample.Handler, value, Longest, "等材料", Asked).Error.Field.ShouldBe(field);

    [Theory]
    [InlineData("2026-03-12")] // today
    [InlineData("2026-03-11")]
    [InlineData("2026-04-21")] // a day too long
    public void A_pause_ends_in_the_future_and_within_the_rule(string until) => Handled()
        .AskPause(Sample.Handler, Reason, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Latest, "等", Asked)
        .Error.ShouldBeOfType<TimeErrors.BadPauseEnd>().Field.ShouldBe("Until");

    [Fact]
    public void Each_refusal_is_the_one_that_helps()
    {
        var subject = Handled();
        subject.AskExtension(Sample.Handler, 1, null, "等材料", Asked).Error.ShouldBeOfType<TimeErrors.NoExtension>();
        subject.AskExtension(Sample.Handler, 1, Longest, " ", Asked).Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        subject.AskExtension(Sample.Handler, 1, Longest, "等材料", subject.DueAt.AddMinutes(1)).Error.ShouldBeOfType<TimeErrors.AlreadyDue>();
        subject.AskExtension(Sample.Clerk, 1, Longest, "等材料", Asked).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        subject.AskPause(Sample.Handler, null, Latest, Latest, "等", Asked).Error.ShouldBeOfType<TimeErrors.UnknownReason>();
        subject.AskPause(Sample.Handler, Reason with { Category = "0902" }, Latest, Latest, "等", Asked).Error.ShouldBeOfType<TimeErrors.UnknownReason>();
        subject.AskExtension(Sample.Handler, 1, Longest, "等材料", Asked).Errors.ShouldBeEmpty();
        subject.AskPause(Sample.Handler, Reason, Latest, Latest, "等", Asked).Error.ShouldBeOfType<TimeErrors.PendingBefore>();
        Sample.In(CaseState.Verifying).AskExtension(Sample.Handler, 1, Longest, "等材料", Asked).Error.ShouldBeOfType<CaseErrors.WrongState>();
    }

    [Fact]
    public void A_case_that_goes_on_needs_no_more_time_and_stands_no_more()
    {
        var subject = Handled();
        var before = subject.DueAt;
        subject.AskPause(Sample.Handler, Reason, new DateOnly(2026, 3, 25), Latest, "等报告", Asked);
        Decide(subject, true);
        subject.SubmitResult(Sample.Handler, "修好了", China("2026-03-13 15:00")).Errors.ShouldBeEmpty();

        _city.Clock.Wind(subject);

        subject.PausedUntil.ShouldBeNull();
        // Only the 12th was paused at its closing.
        subject.DueAt.ShouldBe(Hohhot.Count(Limit(1), before).DueAt);
        subject.Steps[^1].Kind.ShouldBe(CaseStepKind.Resume);

        var asking = Handled();
        asking.AskExtension(Sample.Handler, 1, Longest, "等材料", Asked);
        asking.Return(Sample.Handler, "不属于本单位", Sample.Centre, Asked.AddHours(1));
        _city.Clock.Wind(asking);
        asking.TimeRequests.Single().State.ShouldBe(TimeRequestState.Lapsed);
        asking.TimeAskedAt.ShouldBeNull();
    }

    [Fact]
    public void A_reopened_case_knows_nothing_of_earlier_extensions()
    {
        var subject = Handled();
        subject.AskExtension(Sample.Handler, 5, Longest, "等材料", Asked);
        Decide(subject, true);
        foreach (var step in new[] { CaseStepKind.SubmitResult, CaseStepKind.PassVerification, CaseStepKind.Close })
            Sample.Take(subject, step);
        var fresh = _city.Clock.CountHandling(subject.Place, subject.CategoryCode, subject.Urgency, China("2026-03-20 10:00"));
        subject.Reopen(Sample.Clerk, "又坏了", fresh, China("2026-03-20 10:00"));

        subject.Limits().Count.ShouldBe(1);
        _city.Clock.CountWhole(subject).DueAt.ShouldBe(fresh.DueAt);
    }

    [Fact]
    public void Another_category_keeps_what_was_granted()
    {
        var subject = Handled();
        subject.AskExtension(Sample.Handler, 2, Longest, "等材料", Asked);
        Decide(subject, true);

        var recounted = _city.Clock.RecountFor(subject, Sample.Facts with { CategoryCode = "0202", Urgency = CaseUrgency.Normal }).ShouldNotBeNull();

        recounted.DueAt.ShouldBe(Hohhot.Count(Limit(17), subject.ClockStartedAt).DueAt);
    }

    [Fact]
    public void An_answer_about_time_leaves_the_urging_and_a_request_answers_it()
    {
        var subject = Handled();
        subject.Remark(CaseStepKind.Urge, Sample.Clerk, "请抓紧", Asked);
        subject.Recount(_city.Clock.Itself, subject.DueAt.AddDays(1), null, "日历更正。", Asked).ShouldBeTrue();
        subject.UrgedAt.ShouldNotBeNull();
        subject.AskExtension(Sample.Handler, 1, Longest, "等材料", Asked);
        subject.UrgedAt.ShouldBeNull();
    }

    [Fact]
    public void A_corrected_calendar_moves_the_deadline_once_and_tells_old_and_new()
    {
        var subject = Handled();
        var due = Hohhot.Count(Limit(1), subject.DueAt).DueAt;
        _city.Clock.Wind(subject);

        subject.Recount(_city.Clock.Itself, due, subject.StepDueAt, "日历更正。", Asked).ShouldBeTrue();
        subject.Steps[^1].Note.ShouldBe("日历更正。整体期限由 2026-03-13 17:30 改为 2026-03-16 17:30。");
        subject.Recount(_city.Clock.Itself, due, subject.StepDueAt, "日历更正。", Asked).ShouldBeFalse();
        Sample.In(CaseState.Closed).Recount(_city.Clock.Itself, due, null, "日历更正。", Asked).ShouldBeFalse();
    }

    private Result Decide(Case subject, bool granted, string words = "情况属实", DateTimeOffset? at = null) =>
        subject.DecideTime(Sample.Clerk, subject.TimeRequests[^1].Id, granted, words, _city.Clock.CountWhole, at ?? Asked.AddHours(1));

    /// <summary>A case of heating (three working days) that is being handled.</summary>
    private Case Handled()
    {
        var subject = Sample.Registered();
        var at = Sample.Start.AddHours(1);
        subject.Accept(Sample.Clerk, "", _city.Clock.CountHandling(subject.Place, subject.CategoryCode, subject.Urgency, at), at);
        foreach (var step in new[] { CaseStepKind.Dispatch, CaseStepKind.Sign })
            Sample.Take(subject, step).Errors.ShouldBeEmpty();
        subject.DueAt.ShouldBe(China("2026-03-13 17:30"));
        return subject;
    }
}
