using Governance.Application.Bulk;
using Governance.Domain.Bulk;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Bulk;

/// <summary>One thing done with several cases: the preview saves nothing and says what the work then does.</summary>
[Trait("Provision", "P36")]
public sealed class BulkServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private BulkService Bulk => portal.Get<BulkService>();

    [Fact]
    public async Task A_preview_says_what_would_happen_and_the_work_does_just_that()
    {
        var ready = await portal.MakeAsync(CaseState.Accepted);
        var taken = await portal.MakeAsync(CaseState.Handling);
        var elsewhere = await portal.MakeAsync(
            CaseState.Accepted, CaseMaker.Facts with { Place = AreaCode.Parse(People.OtherCountyVillage) }, managing: People.CentreElsewhere.BodyCode);
        var command = await CommandAsync(BulkAction.Dispatch, People.Housing, ready, taken, elsewhere);

        var preview = await Bulk.PreviewAsync(People.Clerk, command).ToListAsync();
        preview.Select(p => p.IsDone).ShouldBe([true, false, false]);
        (await portal.StateOfAsync(ready)).ShouldBe("Accepted", "a preview saves nothing");
        (await portal.CountAuditAsync(ready)).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from outbox_messages m join cases c on c.id = m.case_id where c.number = $1", ready.Value)).ShouldBe(
            await portal.AskAsync<long>("select count(*) from case_steps s join cases c on c.id = s.case_id where c.number = $1", ready.Value));

        var done = await Bulk.RunAsync(People.Clerk, command, preview).ToListAsync();
        done.Select(d => d.Refusal is null).ShouldBe(preview.Select(p => p.IsDone));
        done.Select(d => d.Refusal).ShouldBe(preview.Select(p => p.Refusal));
        (await portal.StateOfAsync(ready)).ShouldBe("Dispatched");
        (await portal.StateOfAsync(taken)).ShouldBe("Handling");
        (await portal.CountAuditAsync(ready)).ShouldBe(1);
        (await portal.CountAuditAsync(taken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_case_that_a_colleague_took_after_the_preview_is_left_alone_and_told_of()
    {
        var one = await portal.MakeAsync(CaseState.Accepted);
        var other = await portal.MakeAsync(CaseState.Accepted);
        var command = await CommandAsync(BulkAction.Dispatch, People.Housing, one, other);
        var preview = await Bulk.PreviewAsync(People.Clerk, command).ToListAsync();
        (await portal.TakeAsync(People.SecondClerk, one, CaseStepKind.Dispatch, body: People.Urban)).Errors.ShouldBeEmpty();

        var done = await Bulk.RunAsync(People.Clerk, command, preview).ToListAsync();

        done[0].Refusal.ShouldNotBeNull().ShouldContain(People.SecondClerk.DisplayName);
        done[1].Refusal.ShouldBeNull();
        (await portal.AskAsync<string>("select lead_body_code from cases where number = $1", one.Value)).ShouldBe(People.Urban);
    }

    [Fact]
    public async Task One_refusal_spoils_no_other_and_stopping_keeps_what_was_done()
    {
        var numbers = new List<CaseNumber>();
        for (var i = 0; i < 4; i++)
            numbers.Add(await portal.MakeAsync(i == 1 ? CaseState.Closed : CaseState.Handling));
        var command = await CommandAsync(BulkAction.Urge, null, [.. numbers]);
        var preview = await Bulk.PreviewAsync(People.Leader, command).ToListAsync();
        preview.Select(p => p.IsDone).ShouldBe([true, false, true, true]);

        using var stop = new CancellationTokenSource();
        var done = new List<BulkAnswer>();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in Bulk.RunAsync(People.Leader, command, preview, stop.Token))
            {
                done.Add(answer);
                if (done.Count == 3)
                    await stop.CancelAsync();
            }
        });
        done.Select(d => d.IsDone).ShouldBe([true, false, true]);
        var urged = await portal.ColumnAsync<string>("select number from cases where urged_at is not null and number = any($1)", (object)numbers.Select(n => n.Value).ToArray());
        urged.ShouldBe([numbers[0].Value, numbers[2].Value], ignoreOrder: true);
    }

    [Fact]
    public async Task Rights_bounds_and_missing_words_are_refused_before_anything_is_done()
    {
        var command = await CommandAsync(BulkAction.Dispatch, People.Housing, await portal.MakeAsync(CaseState.Accepted));
        foreach (var (actor, may) in new[] { (People.Clerk, true), (People.Centre, true), (People.Handler, false), (People.Leader, false), (People.GridMember, false), (People.Auditor, false) })
            (await Bulk.PreviewAsync(actor, command).ToListAsync()).Single().IsDone.ShouldBe(may, actor.DisplayName);
        Kinds(People.Clerk, command with { CaseIds = [] }).ShouldBe([typeof(BulkErrors.NothingChosen)]);
        Kinds(People.Clerk, command with { CaseIds = [.. Enumerable.Range(0, BulkService.Most + 1).Select(_ => Guid.NewGuid())] }).ShouldBe([typeof(BulkErrors.TooMany)]);
        Kinds(People.Clerk, command with { BodyCode = null }).ShouldBe([typeof(PlatformErrors.Required)]);
        Kinds(People.Clerk, command with { Action = BulkAction.Urge, Note = " " }).ShouldBe([typeof(PlatformErrors.Required)]);
        (await Bulk.RunAsync(People.Clerk, command with { CaseIds = [Guid.NewGuid()] }, []).ToListAsync()).Single().Refusal.ShouldBe(new CaseErrors.NotFound().Message);
    }

    private static Type[] Kinds(Actor actor, BulkCommand command) => [.. BulkService.Check(actor, command).Select(e => e.GetType())];

    private async Task<BulkCommand> CommandAsync(BulkAction action, string? body, params CaseNumber[] numbers)
    {
        var ids = new List<Guid>();
        foreach (var number in numbers)
            ids.Add((await portal.IdentifyAsync(number)).Id);
        return new BulkCommand(action, ids, "请抓紧", body);
    }
}
