using System.Linq.Expressions;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Submissions;

/// <summary>Flat reads of submissions; each opens a short context of its own.</summary>
public sealed class SubmissionQueries(IDbContextFactory<GovernanceDbContext> contexts) : ISubmissionQueries
{
    private static readonly Keyset<Submission> DueFirst = Keyset.Rising<Submission>(s => s.DueAt, s => s.Id);
    private static readonly Keyset<Submission> NewestFirst = Keyset.Falling<Submission>(s => s.ReceivedAt, s => s.Id);
    private static readonly SubmissionState[] Decided = [SubmissionState.Accepted, SubmissionState.Refused, SubmissionState.Merged];

    /// <inheritdoc />
    public Task<Page<SubmissionRow>> ListAsync(AreaCode scope, SubmissionCriteria criteria, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var matching = Matching(context.Set<Submission>().AsNoTracking().Where(Inside(scope)).Where(IsOpen(context)), criteria);
            return await (criteria.DueFirst ? DueFirst : NewestFirst).ReadAsync(
                matching, page,
                cut => cut.Select(s => new SubmissionRow(
                    s.Id, s.Number, s.Title, s.SourceName, s.Channel, s.Area, s.PlaceText, s.CategoryCode, s.State, s.ReceivedAt, s.DueAt,
                    s.DecidedAt, s.Confidential, s.CaseNumber)),
                row => PageCursor.Of(criteria.DueFirst ? row.DueAt : row.ReceivedAt, row.Id), counts: true, ct);
        });

    /// <inheritdoc />
    public Task<int> CountWaitingAsync(AreaCode scope, int bound, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Submission>().Where(Inside(scope)).Where(s => s.State == SubmissionState.Pending)
                .Select(s => s.Id).Take(bound + 1).CountAsync(ct);
        });

    /// <inheritdoc />
    public Task<SubmissionRecord?> FindAsync(AreaCode scope, SubmissionNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Submission>().AsNoTracking().AsSingleQuery().Where(Inside(scope)).Where(IsOpen(context)).Where(s => s.Number == number)
                .Select(s => new SubmissionRecord(
                    s.Id, s.Version, s.Number, s.SourceKey, s.SourceName, s.SourceNumber, s.Channel, s.Title, s.Description, s.Area, s.PlaceText,
                    s.CategoryCode, s.ContactName, s.ContactPhone, s.Confidential, s.State, s.ReceivedAt, s.DueAt, s.DecidedAt, s.CaseNumber, s.Reply,
                    s.Steps.OrderBy(step => step.Sequence).Select(step => new SubmissionStepRecord(
                        step.Sequence, step.Kind, step.At, step.ActorName, step.BodyName, step.Note)).ToList()))
                .SingleOrDefaultAsync(ct);
        });

    /// <inheritdoc />
    public Task<SubmissionStatus?> LookUpAsync(SubmissionNumber number, CancellationToken ct) =>
        StatusAsync(s => s.Number == number, ct);

    /// <inheritdoc />
    public async Task<SubmissionStatus?> FindForSourceAsync(string sourceKey, string sourceNumber, SubmissionNumber? number, CancellationToken ct) =>
        await StatusAsync(s => s.SourceKey == sourceKey && s.SourceNumber == sourceNumber, ct)
        ?? (number is null ? null : await StatusAsync(s => s.SourceKey == sourceKey && s.Number == number, ct));

    /// <summary>What became a restricted case is read there, by its circle, and no longer here.</summary>
    private static Expression<Func<Submission, bool>> IsOpen(GovernanceDbContext context) =>
        s => s.CaseNumber == null || !context.Set<Case>().Any(c => c.IsRestricted && c.Number == s.CaseNumber);

    private Task<SubmissionStatus?> StatusAsync(Expression<Func<Submission, bool>> which, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Submission>().Where(which)
                .Select(s => new SubmissionStatus(
                    s.Id, s.Number, s.SourceNumber, s.State, s.ReceivedAt, s.DueAt, s.DecidedAt, s.CaseNumber, s.Reply, s.ContactPhone))
                .SingleOrDefaultAsync(ct);
        });

    private static IQueryable<Submission> Matching(IQueryable<Submission> all, SubmissionCriteria criteria)
    {
        all = criteria.View switch
        {
            SubmissionView.Waiting => all.Where(s => s.State == SubmissionState.Pending),
            SubmissionView.Asked => all.Where(s => s.State == SubmissionState.Asked),
            SubmissionView.Decided => all.Where(s => Decided.Contains(s.State)),
            _ => all,
        };
        if (criteria.Channel is { } channel)
            all = all.Where(s => s.Channel == channel);
        if (criteria.Area is { } area)
            all = all.Where(Inside(area));
        if (PlainText.CleanLine(criteria.Number) is { Length: > 0 } typed)
            all = SubmissionNumber.TryParse(typed, out var number)
                ? all.Where(s => s.Number == number || s.SourceNumber == typed)
                : all.Where(s => s.SourceNumber == typed);
        return all;
    }

    internal static Expression<Func<Submission, bool>> Inside(AreaCode area)
    {
        var significant = area.Significant;
        return area.Level switch
        {
            DivisionLevel.Village => s => s.Area == area,
            DivisionLevel.Township => s => EF.Property<string>(s, SubmissionConfiguration.TownshipCode) == significant,
            DivisionLevel.County => s => EF.Property<string>(s, SubmissionConfiguration.CountyCode) == significant,
            _ => s => EF.Property<string>(s, SubmissionConfiguration.CountyCode).StartsWith(significant),
        };
    }
}
