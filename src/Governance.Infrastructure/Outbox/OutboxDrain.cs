using Governance.Application.Outbox;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Outbox;

/// <summary>
/// Hands steps on to their listeners, the messages of some cases and submissions in one transaction. Several may run side by side: each
/// case is taken by one of them at a time, by its oldest message, so that the steps of a case are told in order.
/// </summary>
public sealed partial class OutboxDrain(
    IDbContextFactory<GovernanceDbContext> contexts, IEnumerable<IStepListener> listeners, TimeProvider time, ILogger<OutboxDrain> logger)
{
    /// <summary>Most cases of one transaction.</summary>
    public const int AtOnce = 100;

    /// <summary>Longest pause before a message that failed is tried again.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>Hands on everything that is due.</summary>
    /// <returns>How many cases had news.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        var told = 0;
        while (true)
        {
            int taken;
            try
            {
                taken = await TakeAsync(AtOnce, ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !StorageFaults.IsUnavailable(fault))
            {
                // One case may be the reason: each alone, so that it does not keep the others waiting.
                LogBatchFailed(fault);
                taken = await TakeOneByOneAsync(ct);
            }
            told += taken;
            if (taken < AtOnce)
                return told;
        }
    }

    private async Task<int> TakeOneByOneAsync(CancellationToken ct)
    {
        var taken = 0;
        for (var i = 0; i < AtOnce; i++)
        {
            var about = new List<Guid>();
            try
            {
                if (await TakeAsync(1, ct, about) == 0)
                    return taken;
                taken++;
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !StorageFaults.IsUnavailable(fault))
            {
                LogFailed(fault, about.FirstOrDefault());
                await PostponeAsync(about, ct);
            }
        }
        return taken;
    }

    private async Task<int> TakeAsync(int most, CancellationToken ct, List<Guid>? about = null)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        var cases = await context.Database.SqlQuery<Guid>(
            $"""
             select m.case_id as "Value" from outbox_messages m
             where m.not_before <= {now} and not exists (select from outbox_messages e where e.case_id = m.case_id and e.id < m.id)
             order by m.id limit {most} for update skip locked
             """).ToListAsync(ct);
        if (cases.Count == 0)
            return 0;
        about?.AddRange(cases);
        var stepIds = await context.Database.SqlQuery<Guid>(
            $"""delete from outbox_messages where case_id = any({cases.ToArray()}) returning step_id as "Value" """).ToListAsync(ct);
        var news = await ReadAsync(context, cases, stepIds, ct);
        // What is no case is a submission; most of the time there is none, and nothing is asked.
        var ofSubmissions = news.Count == cases.Count ? [] : await ReadSubmissionsAsync(context, cases, stepIds, ct);
        var unit = new OutboxUnit(context);
        foreach (var listener in listeners)
        {
            if (news.Count > 0)
                await listener.HearAsync(unit, news, ct);
            if (ofSubmissions.Count > 0)
                await listener.HearOfSubmissionsAsync(unit, ofSubmissions, ct);
        }
        await unit.FinishAsync(ct);
        await transaction.CommitAsync(ct);
        return cases.Count;
    }

    private static async Task<IReadOnlyList<CaseNews>> ReadAsync(
        GovernanceDbContext context, IReadOnlyList<Guid> cases, IReadOnlyList<Guid> stepIds, CancellationToken ct)
    {
        var subjects = await context.Set<Case>().AsNoTracking().AsSingleQuery().Include(c => c.Parties).Where(c => cases.Contains(c.Id)).ToListAsync(ct);
        var steps = await context.Set<CaseStep>().AsNoTracking().Where(s => stepIds.Contains(s.Id)).ToListAsync(ct);
        var byCase = steps.ToLookup(s => s.CaseId);
        return [.. subjects.Select(c => new CaseNews(c, [.. byCase[c.Id].OrderBy(s => s.Sequence)]))];
    }

    private static async Task<IReadOnlyList<SubmissionNews>> ReadSubmissionsAsync(
        GovernanceDbContext context, IReadOnlyList<Guid> subjects, IReadOnlyList<Guid> stepIds, CancellationToken ct)
    {
        var told = stepIds.ToHashSet();
        var found = await context.Set<Submission>().AsNoTracking().AsSingleQuery().Include(s => s.Steps).Include(s => s.Circle).Where(s => subjects.Contains(s.Id)).ToListAsync(ct);
        return [.. found.Select(s => new SubmissionNews(
            s, [.. s.Steps.Where(step => told.Contains(step.Id)).OrderBy(step => step.Sequence)], told.Contains(s.Id))
        {
            Seated = [.. s.Circle.Select(r => r.UserId).Where(told.Contains)],
        })];
    }

    private async Task PostponeAsync(IReadOnlyList<Guid> cases, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        // Doubles with every failure; only the oldest message of a case is ever asked for, the later ones wait behind it.
        await context.Database.ExecuteSqlAsync(
            $"""
             update outbox_messages m set attempts = m.attempts + 1,
               not_before = {now} + least({LongestPause}, {FirstPause} * power(2, least(m.attempts, 16)))
             where m.case_id = any({cases.ToArray()}) and not exists (select from outbox_messages e where e.case_id = m.case_id and e.id < m.id)
             """, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "News of several cases could not be handed on together; trying each alone")]
    private partial void LogBatchFailed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "News of case or submission {SubjectId} could not be handed on; it is tried again later")]
    private partial void LogFailed(Exception fault, Guid subjectId);
}
