using Governance.Application.Charges;
using Governance.Application.Deadlines;
using Governance.Application.Notifications;
using Governance.Application.Remarks;
using Governance.Application.SavedFilters;
using Governance.Application.SubTasks;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.Infrastructure.Outbox;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// What the demo's people asked, gave and told each other on their cases, so that every page shows some life. All of it goes through the
/// services, in the names of the demo accounts; what the day does not allow (a late case gets no extension) is left out.
/// </summary>
public sealed class DemoDailyWork(
    IDbContextFactory<GovernanceDbContext> contexts, TimeRequestService times, SupervisionService supervisions, SubTaskService tasks,
    ChargeService charges, RemarkService remarks, SavedFilterService filters, NotificationService notifications, OutboxDrain outbox,
    DemoFolders folders, TimeProvider time)
{
    /// <summary>Does it.</summary>
    internal async Task AddAsync(DemoCrew crew, CancellationToken ct)
    {
        var open = await OfHandlerAsync(crew.Handler, ct);
        var calm = new Queue<Guid>(open.Where(c => c.DueAt > time.GetUtcNow().AddHours(12)).Select(c => c.Id));
        var late = open.Where(c => c.DueAt <= time.GetUtcNow()).Select(c => c.Id).ToList();
        if (calm.Count == 0)
            return;
        var main = calm.Dequeue();
        await folders.FillAsync(crew, main, ct);
        await AskTimeAsync(crew, main, calm, ct);
        await GiveTasksAsync(crew, main, ct);
        await SuperviseAsync(crew, [.. late, .. calm], ct);
        await TakeChargeAsync(crew, main, ct);
        await KeepFiltersAsync(crew, ct);
        await outbox.RunAsync(ct);
        foreach (var reader in new[] { crew.Handler, crew.Justice, crew.Leader })
            if (await notifications.ListAsync(reader, unreadOnly: true, new(Size: 3), ct) is { IsOk: true, Value.Rows: [_, .., var oldest] })
                await notifications.ReadAsync(reader, oldest.Id, ct);
    }

    private async Task<List<(Guid Id, DateTimeOffset DueAt)>> OfHandlerAsync(Actor handler, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var found = await context.Set<Case>().Where(c => c.LeadBodyCode == handler.BodyCode && c.State == CaseState.Handling)
            .OrderByDescending(c => c.DueAt).Select(c => new { c.Id, c.DueAt }).ToListAsync(ct);
        return [.. found.Select(c => (c.Id, c.DueAt))];
    }

    // One waits for a decision, one was granted, one refused.
    private async Task AskTimeAsync(DemoCrew crew, Guid main, Queue<Guid> calm, CancellationToken ct)
    {
        var day = time.GetUtcNow().ChinaDay();
        await times.AskPauseAsync(
            crew.Handler, new AskPause(main, await VersionAsync(main, ct), "appraisal", day.AddDays(5), "已委托房屋安全鉴定，报告预计五日内出具。"), ct);
        if (calm.TryPeek(out var granted))
        {
            await times.AskExtensionAsync(crew.Handler, new AskExtension(granted, await VersionAsync(granted, ct), 2, "涉及两栋楼三十多户，需要逐户入户核实。"), ct);
            await DecideAsync(crew.County, granted, true, "情况属实，请在延长期内办结。", ct);
        }
        if (calm.Skip(1).FirstOrDefault() is var refused && refused != Guid.Empty)
        {
            await times.AskPauseAsync(
                crew.Handler, new AskPause(refused, await VersionAsync(refused, ct), "material", day.AddDays(3), "反映人还没有提供购房合同。"), ct);
            await DecideAsync(crew.County, refused, false, "合同可由住建部门自行调取，请继续办理。", ct);
        }
    }

    private async Task DecideAsync(Actor who, Guid caseId, bool granted, string words, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var asked = await context.Set<Domain.Deadlines.TimeRequest>().Where(r => r.CaseId == caseId && r.DecidedAt == null).Select(r => r.Id).FirstOrDefaultAsync(ct);
        if (asked != Guid.Empty)
            await times.DecideAsync(who, new DecideTime(caseId, await VersionAsync(caseId, ct), asked, granted, words), ct);
    }

    // One is new, one is worked on, one was answered and is to be confirmed.
    private async Task GiveTasksAsync(DemoCrew crew, Guid main, CancellationToken ct)
    {
        var due = await DueAsync(main, ct);
        await GiveAsync("请指派人民调解员参加本周五的现场协商，并出具调解意见。");
        await GiveAsync("请核对当事双方近三年的调解卷宗，书面回复。", CaseStepKind.SignTask);
        await GiveAsync("请为低层住户提供一次法律咨询。", CaseStepKind.SignTask, CaseStepKind.ReportTask);

        async Task GiveAsync(string words, params CaseStepKind[] steps)
        {
            var given = await tasks.GiveAsync(crew.Handler, new GiveSubTask(main, await VersionAsync(main, ct), crew.Justice.BodyCode, words, due), ct);
            if (!given.IsOk)
                return;
            foreach (var step in steps)
            {
                await using var context = await contexts.CreateDbContextAsync(ct);
                var task = await context.Set<Domain.SubTasks.SubTask>().Where(t => t.CaseId == main).OrderByDescending(t => t.Id)
                    .Select(t => new { t.Id, t.Version }).FirstAsync(ct);
                await tasks.TakeStepAsync(crew.Justice, new TakeSubTaskStep(task.Id, task.Version, step, "已由公职律师到社区当面解答，住户表示理解。"), ct);
            }
        }
    }

    // A red card, a yellow one that was answered, and a yellow one.
    private async Task SuperviseAsync(DemoCrew crew, IReadOnlyList<Guid> cases, CancellationToken ct)
    {
        var replyBy = time.GetUtcNow().ChinaDay().AddDays(2);
        (SupervisionLevel Level, string Words, string? Reply)[] orders =
        [
            (SupervisionLevel.Red, "已超过办理期限，请主要负责人到现场，两日内拿出处理意见。", null),
            (SupervisionLevel.Yellow, "请说明迟迟未入户的原因，并报送下一步安排。", "已约定明天上午入户，由分管副局长带队。"),
            (SupervisionLevel.Yellow, "期限临近，请加快办理。", null),
        ];
        foreach (var (id, order) in cases.Zip(orders))
        {
            await supervisions.SuperviseAsync(crew.County, new SuperviseCase(id, await VersionAsync(id, ct), order.Level, replyBy, order.Words), ct);
            if (order.Reply is { } reply)
                await supervisions.ReplyAsync(crew.Handler, new SayOnSupervision(id, await VersionAsync(id, ct), reply), ct);
        }
    }

    private async Task TakeChargeAsync(DemoCrew crew, Guid main, CancellationToken ct)
    {
        await charges.TakeAsync(crew.Centre, new ChargeStep(main, CaseStepKind.NameInCharge, "涉及住户多、持续时间长，请领导包案。", crew.Leader.UserId, 7), ct);
        await charges.TakeAsync(crew.Leader, new ChargeStep(main, CaseStepKind.FollowUp, "到现场听取了高层和低层住户的意见，分歧在补偿标准，下周再开协商会。"), ct);
        await remarks.SayAsync(crew.Leader, new SayRemark(main, CaseStepKind.Instruct, "请住建部门牵头，会同司法行政部门依法调解，结果报我。"), ct);
        if (await remarks.FindPeopleAsync(crew.Handler, main, "", ct) is [var colleague, ..])
            await remarks.SayAsync(
                crew.Handler, new SayRemark(main, CaseStepKind.Comment, $"@{colleague.DisplayName} 协商会定在周五下午，请派人参加。") { Picked = [colleague.UserId] }, ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var second = await context.Set<Case>().Where(c => c.LeadBodyCode == crew.Handler.BodyCode && c.State == CaseState.Verifying).OrderBy(c => c.Number)
            .Select(c => c.Id).FirstOrDefaultAsync(ct);
        await charges.TakeAsync(crew.Centre, new ChargeStep(second, CaseStepKind.NameInCharge, "", crew.Leader.UserId, 14), ct);
        await remarks.SayAsync(crew.Centre, new SayRemark(second, CaseStepKind.Urge, "结果已上报，请尽快核查。"), ct);
    }

    private async Task KeepFiltersAsync(DemoCrew crew, CancellationToken ct)
    {
        await filters.KeepAsync(crew.Centre, "督办中的案件", "?supervision=supervised", shared: true, ct);
        await filters.KeepAsync(crew.Centre, "已超期、未办结", "?phase=open&timeliness=overdue", shared: false, ct);
        await filters.KeepAsync(crew.Handler, "快到期的", "?view=mine&timeliness=due-soon", shared: false, ct);
    }

    private async Task<uint> VersionAsync(Guid id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<Case>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync(ct);
    }

    private async Task<DateOnly> DueAsync(Guid id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return (await context.Set<Case>().Where(c => c.Id == id).Select(c => c.DueAt).SingleAsync(ct)).ChinaDay();
    }
}
