using Governance.Application.Cases;
using Governance.Application.Mediation;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Infrastructure.Persistence;
using Governance.IntegrationTests.Mediation;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.IntegrationTests.Cases;

/// <summary>Two people save the same case: the second is told who did what and when, and nothing of it is saved.</summary>
public sealed class LostRaceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task Whoever_comes_second_is_told_who_did_what_and_when()
    {
        portal.Clock.Now = new DateTimeOffset(2026, 3, 10, 6, 5, 0, TimeSpan.Zero);
        var number = await portal.RegisterAsync(People.Clerk, accept: true);
        var (id, seen) = await portal.IdentifyAsync(number);
        (await portal.Cases.TakeStepAsync(People.Clerk, new TakeStep(id, seen, CaseStepKind.Dispatch, "", People.Housing))).IsOk.ShouldBeTrue();
        var audits = await portal.CountAuditAsync(number);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));

        var second = await portal.Cases.TakeStepAsync(People.SecondClerk, new TakeStep(id, seen, CaseStepKind.Dispatch, "", People.County + "-urban"));

        var error = second.Error.ShouldBeOfType<CaseErrors.ChangedMeanwhile>();
        error.Who.ShouldContain("王芳");
        error.Who.ShouldContain(People.Clerk.BodyName);
        error.When.ShouldBe("3月10日 14:05");
        error.What.ShouldContain("分派");
        error.What.ShouldContain(portal.Pack.FindBody(People.Housing)!.Name);
        (await portal.AskAsync<string>("select lead_body_code from cases where id = $1", id)).ShouldBe(People.Housing);
        (await portal.CountAuditAsync(number)).ShouldBe(audits);
    }

    [Fact]
    public async Task A_correction_that_came_first_is_told_with_what_it_changed()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        var (id, seen) = await portal.IdentifyAsync(number);
        await portal.Cases.CorrectAsync(People.Clerk, new CorrectCase(id, seen, CaseMaker.Facts with { Urgency = CaseUrgency.Critical }));

        var second = await portal.Cases.CorrectAsync(People.SecondClerk, new CorrectCase(id, seen, CaseMaker.Facts with { Title = "另一个标题" }));

        second.Error.ShouldBeOfType<CaseErrors.ChangedMeanwhile>().What.ShouldContain("紧急程度由“一般”改为“特急”");
        (await portal.AskAsync<string>("select title from cases where id = $1", id)).ShouldBe(CaseMaker.Facts.Title);
    }

    [Fact]
    public async Task Of_ten_who_save_in_the_same_moment_one_wins_and_nine_are_told()
    {
        for (var round = 0; round < 5; round++)
        {
            var number = await portal.RegisterAsync(People.Clerk, accept: true);
            var (id, seen) = await portal.IdentifyAsync(number);
            using var gate = new Barrier(10);

            var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Factory.StartNew(() =>
            {
                gate.SignalAndWait();
                return portal.Cases.TakeStepAsync(
                    i % 2 == 0 ? People.Clerk : People.SecondClerk, new TakeStep(id, seen, CaseStepKind.Dispatch, $"第 {i} 人", People.Housing));
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            taken.Count(t => t.IsOk).ShouldBe(1);
            taken.Where(t => !t.IsOk).ShouldAllBe(t => t.Error is CaseErrors.ChangedMeanwhile);
            (await portal.AskAsync<long>("select count(*) from case_steps where case_id = $1", id)).ShouldBe(3);
            (await portal.CountAuditAsync(number)).ShouldBe(3);
        }
    }

    [Fact]
    public async Task A_race_lost_between_reading_and_saving_is_told_as_well()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);
        var (id, seen) = await portal.IdentifyAsync(number);
        Result<CaseNumber>? first = null;
        portal.Sql.Before = async sql =>
        {
            if (!sql.Contains("UPDATE cases", StringComparison.Ordinal))
                return;
            portal.Sql.Before = null;
            first = await portal.Cases.TakeStepAsync(People.SecondClerk, new TakeStep(id, seen, CaseStepKind.Dispatch, "", People.Housing));
        };

        var second = await portal.Cases.TakeStepAsync(People.Clerk, new TakeStep(id, seen, CaseStepKind.Dispatch, "", People.County + "-urban"));

        first.ShouldNotBeNull().IsOk.ShouldBeTrue();
        second.Error.ShouldBeOfType<CaseErrors.ChangedMeanwhile>().Who.ShouldContain("李强");
        (await portal.AskAsync<string>("select lead_body_code from cases where id = $1", id)).ShouldBe(People.Housing);
        (await portal.CountAuditAsync(number)).ShouldBe(3);
    }

    [Fact]
    public async Task A_lost_race_is_no_error_in_the_log()
    {
        var facts = MediationMaker.Committee("同名调委会");
        var before = portal.Log.Lines.Count;
        Result<Guid>? first = null;
        portal.Sql.Before = async sql =>
        {
            if (!sql.Contains("INSERT INTO mediation_committees", StringComparison.Ordinal))
                return;
            portal.Sql.Before = null;
            first = await portal.Get<CommitteeService>().FoundAsync(People.Centre, facts);
        };

        var second = await portal.Get<CommitteeService>().FoundAsync(People.Centre, facts);

        first.ShouldNotBeNull().IsOk.ShouldBeTrue();
        second.Error.ShouldBeOfType<MediationErrors.NameTaken>();
        var said = portal.Log.Lines.Skip(before).ToList();
        said.ShouldContain(line => line.Contains("Lost a race", StringComparison.Ordinal));
        said.ShouldNotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_statement_that_fails_for_another_reason_is_an_error_in_the_log()
    {
        await using var context = await portal.Get<IDbContextFactory<GovernanceDbContext>>().CreateDbContextAsync();

        await Should.ThrowAsync<PostgresException>(() => context.Database.ExecuteSqlRawAsync("update cases set no_such_column = 1"));

        portal.Log.Lines.ShouldContain(line =>
            line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("no_such_column = 1", StringComparison.Ordinal));
    }
}
