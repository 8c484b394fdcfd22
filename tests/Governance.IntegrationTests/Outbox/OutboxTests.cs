using System.Collections.Concurrent;
using Governance.Application.Outbox;
using Governance.Application.Platform;
using Governance.Application.Remarks;
using Governance.Domain.Cases;
using Governance.Infrastructure.Outbox;
using Governance.Infrastructure.Persistence;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.IntegrationTests.Outbox;

/// <summary>Every step is told, in order, whatever runs side by side or fails.</summary>
[Trait("Provision", "P36")]
public sealed class OutboxTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private Task<long> WaitingAsync() => portal.AskAsync<long>("select count(*) from outbox_messages");

    [Fact]
    public async Task A_step_and_its_message_are_saved_together_or_not_at_all()
    {
        await Drain(new Ear()).RunAsync();
        var number = await portal.RegisterAsync(People.Clerk);
        (await WaitingAsync()).ShouldBe(1);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Sign)).IsOk.ShouldBeFalse();
        (await WaitingAsync()).ShouldBe(1);
        await portal.Get<IUnitOfWorkFactory>().ExecuteAsync<bool>(
            async unit =>
            {
                var found = (await unit.Cases.FindAsync((await portal.IdentifyAsync(number)).Id, CancellationToken.None))!;
                found.Refuse(People.Clerk, "不属本辖区", portal.Clock.Now).Errors.ShouldBeEmpty();
                return new CaseErrors.NotFound();
            }, CancellationToken.None);
        (await WaitingAsync()).ShouldBe(1);

        var ear = new Ear();
        (await Drain(ear).RunAsync()).ShouldBe(1);
        ear.Heard.Select(h => h.Kind).ShouldBe([CaseStepKind.Register]);
        (await WaitingAsync()).ShouldBe(0);
        (await Drain(ear).RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Side_by_side_with_the_work_every_step_is_heard_once_and_in_the_order_of_its_case()
    {
        await Drain(new Ear()).RunAsync();
        var ear = new Ear { Pause = TimeSpan.FromMilliseconds(2) };
        var working = true;
        var drains = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref working))
                await Drain(ear).RunAsync();
        })).ToList();
        var numbers = new ConcurrentBag<CaseNumber>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, ct) =>
        {
            var number = await portal.RegisterAsync(People.Clerk);
            numbers.Add(number);
            foreach (var (actor, kind) in new[]
            {
                (People.Clerk, CaseStepKind.Accept), (People.Clerk, CaseStepKind.Dispatch), (People.Handler, CaseStepKind.Sign), (People.Handler, CaseStepKind.SubmitResult),
            })
                (await portal.TakeAsync(actor, number, kind, body: kind == CaseStepKind.Dispatch ? People.Housing : null)).Errors.ShouldBeEmpty();
            var (id, _) = await portal.IdentifyAsync(number);
            (await portal.Get<RemarkService>().SayAsync(People.Clerk, new SayRemark(id, CaseStepKind.Comment, "备注"), ct)).Errors.ShouldBeEmpty();
        });
        Volatile.Write(ref working, false);
        await Task.WhenAll(drains);
        await Drain(ear).RunAsync();

        (await WaitingAsync()).ShouldBe(0);
        ear.Heard.Count.ShouldBe(40 * 6);
        ear.Heard.Select(h => h.StepId).ShouldBeUnique();
        foreach (var one in ear.Heard.GroupBy(h => h.CaseId))
            one.OrderBy(h => h.Turn).Select(h => h.Sequence).ShouldBe(Enumerable.Range(1, 6));
    }

    [Fact]
    public async Task A_case_that_cannot_be_told_waits_and_keeps_no_other_waiting()
    {
        await Drain(new Ear()).RunAsync();
        var bad = await portal.RegisterAsync(People.Clerk);
        var good = await portal.RegisterAsync(People.Clerk);
        var (badId, _) = await portal.IdentifyAsync(bad);
        var (goodId, _) = await portal.IdentifyAsync(good);
        var ear = new Ear { FailsOn = badId };

        await Drain(ear).RunAsync();
        ear.Heard.Select(h => h.CaseId).ShouldBe([goodId]);
        (await portal.AskAsync<int>("select attempts from outbox_messages where case_id = $1", badId)).ShouldBe(1);
        (await portal.TakeAsync(People.Clerk, bad, CaseStepKind.Accept)).Errors.ShouldBeEmpty();
        ear.FailsOn = null;
        await Drain(ear).RunAsync();
        ear.Heard.Count.ShouldBe(1, "a later step waits behind the one that failed");

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Drain(ear).RunAsync();
        ear.Heard.Where(h => h.CaseId == badId).Select(h => h.Kind).ShouldBe([CaseStepKind.Register, CaseStepKind.Accept]);
        (await WaitingAsync()).ShouldBe(0);
    }

    private OutboxDrain Drain(Ear ear) =>
        new(portal.Get<IDbContextFactory<GovernanceDbContext>>(), [ear], portal.Clock, NullLogger<OutboxDrain>.Instance);

    /// <summary>Keeps what it hears, in the order of the transactions that were kept.</summary>
    private sealed class Ear : IStepListener
    {
        private int _turn;

        public ConcurrentQueue<Word> Heard { get; } = new();

        public Guid? FailsOn { get; set; }

        public TimeSpan Pause { get; init; }

        public async Task HearAsync(IOutboxUnit unit, IReadOnlyList<CaseNews> news, CancellationToken ct)
        {
            if (news.Any(n => n.Subject.Id == FailsOn))
                throw new InvalidOperationException("This case cannot be told.");
            foreach (var one in news)
                foreach (var step in one.Steps)
                    Heard.Enqueue(new Word(one.Subject.Id, step.Id, step.Sequence, step.Kind, Interlocked.Increment(ref _turn)));
            await Task.Delay(Pause, ct);
        }

        public sealed record Word(Guid CaseId, Guid StepId, int Sequence, CaseStepKind Kind, int Turn);
    }
}
