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

    private static readonly Expression<Func<Submission, SubmissionRow>> ToRow = s => new SubmissionRow(
        s.Id, s.Number, s.Title, s.SourceName, s.Channel, s.Area, s.PlaceText, s.CategoryCode, s.State, s.ReceivedAt, s.DueAt, s.DecidedAt,
        s.Confidential, s.CaseNumber);

    /// <inheritdoc />
    public Task<Page<SubmissionRow>> ListAsync(AreaCode scope, SubmissionCriteria criteria, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var matching = Matching(context.Set<Submission>().AsNoTracking().Where(s => s.RestrictionKey == null).Where(Inside(scope)).Where(IsOpen(context)), criteria);
            return await (criteria.DueFirst ? DueFirst : NewestFirst).ReadAsync(
                matching, page, cut => cut.Select(ToRow), row => PageCursor.Of(criteria.DueFirst ? row.DueAt : row.ReceivedAt, row.Id), counts: true, ct);
        });

    /// <inheritdoc />
    public Task<int> CountWaitingAsync(AreaCode scope, int bound, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Submission>().Where(Inside(scope)).Where(s => s.State == SubmissionState.Pending && s.RestrictionKey == null)
                .Select(s => s.Id).Take(bound + 1).CountAsync(ct);
        });

    /// <inheritdoc />
    public Task<SubmissionRecord?> FindAsync(AreaCode? reviewed, Guid account, SubmissionNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Submission>().AsNoTracking().AsSingleQuery().Where(ReadBy(reviewed, account)).Where(IsOpen(context)).Where(s => s.Number == number)
                .Select(s => new SubmissionRecord(
                    s.Id, s.Version, s.Number, s.SourceKey, s.SourceName, s.SourceNumber, s.Channel, s.Title, s.Description, s.Area, s.PlaceText,
                    s.CategoryCode, s.ContactName, s.ContactPhone, s.Confidential, s.State, s.ReceivedAt, s.DueAt, s.DecidedAt, s.CaseNumber, s.Reply,
                    s.Steps.OrderBy(step => step.Sequence).Select(step => new SubmissionStepRecord(
                        step.Sequence, step.Kind, step.At, step.ActorName, step.BodyName, step.Note)).ToList())
                {
                    RestrictionKey = s.RestrictionKey, Role = s.Incident == null ? null : s.Incident.Role, Wish = s.Incident == null ? null : s.Incident.Wish,
                    NamesPersons = s.Incident != null && (s.Incident.Hurt != null || s.Incident.Doers != null),
                })
                .SingleOrDefaultAsync(ct);
        });

    /// <inheritdoc />
    public Task<IReadOnlyList<SubmissionRow>> ListRestrictedAsync(Guid account, int most, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<SubmissionRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await OfCircle(context, account).OrderBy(s => s.State != SubmissionState.Pending).ThenBy(s => s.DueAt).ThenBy(s => s.Id).Take(most)
                .Select(ToRow).ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<int> CountRestrictedAsync(Guid account, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await OfCircle(context, account).CountAsync(s => s.State == SubmissionState.Pending, ct);
        });

    // Open ones, and refused ones, which lead to nothing that could be looked at instead.
    private static IQueryable<Submission> OfCircle(GovernanceDbContext context, Guid account) =>
        context.Set<Submission>().AsNoTracking().Where(s => s.RestrictionKey != null && s.CaseNumber == null && s.Circle.Any(r => r.UserId == account));

    /// <summary>Ordinary ones of the reviewed area, restricted ones of the own circles.</summary>
    internal static Expression<Func<Submission, bool>> ReadBy(AreaCode? reviewed, Guid account)
    {
        Expression<Func<Submission, bool>> own = s => s.RestrictionKey != null && s.Circle.Any(r => r.UserId == account);
        return reviewed is { } area ? Inside(area).And(s => s.RestrictionKey == null).Or(own) : own;
    }

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
                    s.Id, s.Number, s.SourceNumber, s.State, s.ReceivedAt, s.DueAt, s.DecidedAt, s.CaseNumber, s.Reply, s.ContactPhone)
                {
                    IsRestricted = s.RestrictionKey != null || (s.CaseNumber != null && context.Set<Case>().Any(c => c.IsRestricted && c.Number == s.CaseNumber)),
                    IsOfProtectedForm = s.Incident != null,
                })
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
