using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.UnitTests.Cases;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>
/// Whole lives of cases, with pauses, extensions, changes of category and urgency, failed verifications, returns and reopening, against
/// <see cref="MinuteTable"/> (T06). The oracle keeps a diary of its own of what was done and never asks the case.
/// </summary>
public sealed class CaseClockOracleTests
{
    private const int Lives = 200_000;

    private static readonly CityReference City = new();
    private static readonly string[] Categories = ["0301", "0202", "1001", "0902", "1602", "0101"];
    private static readonly PauseReason Reason = new("x", null, "等待材料", "", "", TimeLimitBasis.City, TimeLimitStatus.Verified, "规定", "正在等待材料。");

    [Fact]
    [Trait("Provision", "T06")]
    public void Two_hundred_thousand_lives_of_cases_differ_nowhere_from_the_oracle()
    {
        var pieces = Enumerable.Range(0, 8).Select(piece => Task.Run(() =>
        {
            var compared = 0;
            for (var i = piece; i < Lives; i += 8)
                compared += new Life(i).Walk();
            return compared;
        })).ToArray();

        pieces.Sum(p => p.GetAwaiter().GetResult()).ShouldBeGreaterThan(Lives * 4);
    }

    private sealed class Life
    {
        private readonly int _seed;
        private readonly Random _random;
        private readonly List<(DateTimeOffset From, DateTimeOffset To)> _pauses = [];
        private readonly List<(int Value, TimeLimitUnit Unit)> _extensions = [];
        private readonly List<(DateTimeOffset From, DateTimeOffset To)> _handled = [];
        private Case _case = null!;
        private DateTimeOffset _now;
        private DateTimeOffset _start;
        private string _category;
        private CaseUrgency _urgency;
        private int _compared;

        public Life(int seed)
        {
            _seed = seed;
            _random = new Random(seed);
            _category = Categories[_random.Next(Categories.Length)];
            _urgency = (CaseUrgency)_random.Next(1, 4);
            _now = _start = new DateTimeOffset(2022, 1, 3, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(_random.Next(4 * 365 * 1440)).ToUniversalTime();
        }

        public int Walk()
        {
            _case = Case.Register(
                Sample.Number(), Sample.Facts with { CategoryCode = _category, Urgency = _urgency }, (null, null), Sample.Clerk.BodyCode, Guid.NewGuid(),
                Sample.Clerk, City.Clock.CountAcceptance(Sample.Village, _category, _urgency, _now), _now).Value;
            Compare();
            Pass(2);
            _start = _now;
            Must(_case.Accept(Sample.Clerk, "", Handling(), _now));
            Compare();
            ToHandling();
            for (var left = _random.Next(1, 7); left > 0; left--)
                Something();
            return _compared;
        }

        private void Something()
        {
            Pass(6);
            switch (_random.Next(7))
            {
                case 0: Extend(); break;
                case 1: Pause(); break;
                case 2: Correct(); break;
                case 3: FailOnce(); break;
                case 4: SendBack(); break;
                case 5: CloseAndReopen(); break;
                default: Pass(4); break;
            }
            Compare();
        }

        private void Extend()
        {
            var longest = City.Clock.LongestExtension(Sample.Village, _category, _urgency)!;
            var value = _random.Next(1, longest.Value + 1);
            if (!_case.AskExtension(Sample.Handler, value, longest, "等材料", _now).IsOk)
                return;
            Pass(1);
            var granted = _random.Next(4) > 0;
            Must(_case.DecideTime(Sample.Clerk, _case.TimeRequests[^1].Id, granted, "意见", City.Clock.CountWhole, _now));
            if (granted)
                _extensions.Add((value, longest.Unit));
        }

        private void Pause()
        {
            var asked = _now;
            var last = DateOnly.FromDateTime(_now.UtcDateTime.AddHours(8)).AddDays(_random.Next(1, 25));
            var latest = City.Clock.LatestPauseEnd(Sample.Village, _category, _urgency, _now);
            if (!_case.AskPause(Sample.Handler, Reason, last < latest ? last : latest, latest, "等报告", _now).IsOk)
                return;
            Pass(1);
            if (_random.Next(5) == 0)
            {
                Must(_case.DecideTime(Sample.Clerk, _case.TimeRequests[^1].Id, false, "不需要", City.Clock.CountWhole, _now));
                return;
            }
            Must(_case.DecideTime(Sample.Clerk, _case.TimeRequests[^1].Id, true, "", City.Clock.CountWhole, _now));
            var until = new DateTimeOffset((last < latest ? last : latest).AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();
            _pauses.Add((asked, until));
            Compare();
            if (_case.PausedUntil is null)
                return;
            if (_random.Next(3) == 0)
            {
                _now = until.AddMinutes(_random.Next(3));
                _case.ExpirePause(City.Clock.Itself, _now).ShouldBeTrue();
                return;
            }
            Pass(8);
            if (_random.Next(3) == 0 || _now >= until)
            {
                // Somebody goes on without a word about the clock.
                FailOnce();
                return;
            }
            if (_case.Resume(Sample.Handler, "", City.Clock.CountWhole, _now).IsOk)
                _pauses[^1] = (asked, _now);
        }

        private void Correct()
        {
            _category = Categories[_random.Next(Categories.Length)];
            _urgency = (CaseUrgency)_random.Next(1, 4);
            var facts = Sample.Facts with { CategoryCode = _category, Urgency = _urgency };
            var recounted = City.Clock.RecountFor(_case, facts) ?? new Deadline(_case.Limit, _case.ClockStartedAt, _case.DueAt, [], [], false);
            Must(_case.Correct(Sample.Clerk, facts, recounted, "类别有改动", _now));
        }

        private void FailOnce()
        {
            LeaveHandling(() => _case.SubmitResult(Sample.Handler, "修好了", _now));
            Pass(3);
            Must(_case.Verify(Sample.Clerk, false, "没有修好", _now));
            _handled.Add((_now, DateTimeOffset.MaxValue));
        }

        private void SendBack()
        {
            if (_case.Steps.Count(s => s.Kind == CaseStepKind.Return) >= 2)
                return;
            LeaveHandling(() => _case.Return(Sample.Handler, "不属于本单位", Sample.Centre, _now));
            ToHandling();
        }

        private void CloseAndReopen()
        {
            LeaveHandling(() => _case.SubmitResult(Sample.Handler, "修好了", _now));
            Must(_case.Verify(Sample.Clerk, true, "属实", _now));
            Must(_case.Close(Sample.Clerk, "修好了", _now));
            Pass(10);
            _start = _now;
            Must(_case.Reopen(Sample.Clerk, "又坏了", Handling(), _now));
            _pauses.Clear();
            _extensions.Clear();
            _handled.Clear();
            ToHandling();
        }

        private void ToHandling()
        {
            Must(_case.Dispatch(Sample.Clerk, Sample.Housing, "", _now));
            Pass(2);
            Must(_case.Sign(Sample.Handler, "", _now));
            _handled.Add((_now, DateTimeOffset.MaxValue));
        }

        private void LeaveHandling(Func<Domain.Common.Result> step)
        {
            Must(step());
            _handled[^1] = (_handled[^1].From, _now);
            // A pause that was to go on ends with the step.
            if (_pauses.Count > 0 && _pauses[^1].To > _now)
                _pauses[^1] = (_pauses[^1].From, _now);
            City.Clock.Wind(_case);
        }

        private Deadline Handling() => City.Clock.CountHandling(Sample.Village, _category, _urgency, _now);

        private void Pass(int days) => _now = _now.AddMinutes(_random.Next(days * 1440));

        private void Compare()
        {
            _compared++;
            City.Clock.Wind(_case);
            var stage = _case.State == CaseState.Registered ? TimeLimitStage.Accept : TimeLimitStage.Resolve;
            var whole = MinuteTable.Hohhot.End([Line(stage), .. _extensions], _start, Cut([(_start, DateTimeOffset.MaxValue)]));
            _case.DueAt.ShouldBe(whole, $"life {_seed}: whole");
            if (_case.State != CaseState.Handling)
                return;
            var stays = Line(TimeLimitStage.Handle, out var cumulative) is var line && cumulative ? _handled : [_handled[^1]];
            _case.StepDueAt.ShouldBe(MinuteTable.Hohhot.End([line], stays[0].From, Cut(stays)), $"life {_seed}: step");
        }

        /// <summary>Line of the pack's file, looked up by other eyes: the first of the narrowest subjects.</summary>
        private (int Value, TimeLimitUnit Unit) Line(TimeLimitStage stage) => Line(stage, out _);

        private (int Value, TimeLimitUnit Unit) Line(TimeLimitStage stage, out bool cumulative)
        {
            var name = stage.ToString().ToLowerInvariant();
            var urgency = _urgency.ToString().ToLowerInvariant();
            string[][] subjects = [[_category, urgency], [_category, "*"], [_category[..2], urgency], [_category[..2], "*"], ["*", urgency], ["*", "*"]];
            var line = subjects.Select(s => LimitLines.FirstOrDefault(f => f[1] == name && f[3] == s[0] && f[4] == s[1])).First(f => f is not null)!;
            cumulative = line[7] == "cumulative";
            return (int.Parse(line[5], System.Globalization.CultureInfo.InvariantCulture), line[6] switch
            {
                "working_day" => TimeLimitUnit.WorkingDay,
                "calendar_day" => TimeLimitUnit.CalendarDay,
                "working_hour" => TimeLimitUnit.WorkingHour,
                _ => TimeLimitUnit.Hour,
            });
        }

        /// <summary>The stretches without the pauses, in minutes.</summary>
        private List<(int From, int To)> Cut(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> stretches)
        {
            var left = stretches.Select(s => (From: MinuteTable.At(s.From), To: s.To == DateTimeOffset.MaxValue ? int.MaxValue : MinuteTable.At(s.To))).ToList();
            foreach (var (from, to) in _pauses.Select(p => (MinuteTable.At(p.From), MinuteTable.At(p.To))))
                left = [.. left.SelectMany(s => new[] { (s.From, To: Math.Min(s.To, from)), (From: Math.Max(s.From, to), s.To) }).Where(s => s.From < s.To)];
            return left;
        }

        private void Must(Domain.Common.Result taken) => taken.Errors.ShouldBeEmpty($"life {_seed}");

        private static readonly string[][] LimitLines =
            [.. File.ReadLines(Path.Combine(Cities.Packs.Root, "hohhot", "time-limits.csv")).Skip(1).Select(line => line.Split(','))];
    }
}
