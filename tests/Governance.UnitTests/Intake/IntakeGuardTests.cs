using Governance.Web.Features.Cases;
using Governance.Web.Features.Intake;
using Microsoft.AspNetCore.DataProtection;

namespace Governance.UnitTests.Intake;

/// <summary>What slows down guessing of phone tails and machines that fill forms.</summary>
public sealed class IntakeGuardTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void A_number_closes_after_a_few_misses_for_twice_as_long_each_time_and_at_most_an_hour()
    {
        var locks = new LookupLocks(_clock);
        for (var i = 0; i < LookupLocks.FreeMisses; i++)
            locks.Try("1").ShouldBeNull();

        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            locks.Try("1").ShouldBe(TimeSpan.FromMinutes(minutes));
            _clock.Now += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1);
            locks.Try("1").ShouldBe(TimeSpan.FromSeconds(1), "looking at a closed number makes nothing longer");
            _clock.Now += TimeSpan.FromSeconds(1);
            locks.Try("1").ShouldBeNull();
        }
        locks.Try("2").ShouldBeNull();
    }

    [Fact]
    public void Who_knows_the_tail_starts_anew_and_a_day_heals()
    {
        var locks = new LookupLocks(_clock);
        for (var round = 0; round < 20; round++)
        {
            locks.Try("1").ShouldBeNull();
            locks.Fitted("1");
        }
        for (var i = 0; i < LookupLocks.FreeMisses; i++)
            locks.Try("2").ShouldBeNull();
        _clock.Now += TimeSpan.FromHours(25);
        locks.Try("2").ShouldBeNull();
        locks.Try("2").ShouldBeNull();
    }

    [Fact]
    public async Task Many_tries_at_once_gain_nothing()
    {
        var locks = new LookupLocks(_clock);

        var tries = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => locks.Try("1"))));

        tries.Count(t => t is null).ShouldBe(LookupLocks.FreeMisses);
    }

    [Fact]
    public void A_form_is_known_again_may_not_come_too_fast_nor_too_late_and_cannot_be_made_up()
    {
        var tokens = new ReportToken(new EphemeralDataProtectionProvider(), _clock);
        var token = tokens.Make();

        tokens.Read(token).State.ShouldBe(ReportTokenState.TooFast);
        _clock.Now += ReportToken.Fastest;
        var (state, key) = tokens.Read(token);
        state.ShouldBe(ReportTokenState.Good);
        Guid.TryParseExact(key, "N", out _).ShouldBeTrue();
        tokens.Read(token).Key.ShouldBe(key);
        tokens.Make().ShouldNotBe(token);
        _clock.Now += ReportToken.Longest;
        tokens.Read(token).State.ShouldBe(ReportTokenState.Old);
        foreach (var wrong in new[] { null, "", "x", token + "A", token[..^4] })
            tokens.Read(wrong).State.ShouldBe(ReportTokenState.Old, wrong);
        new ReportToken(new EphemeralDataProtectionProvider(), _clock).Read(tokens.Make()).State.ShouldBe(ReportTokenState.Old);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
