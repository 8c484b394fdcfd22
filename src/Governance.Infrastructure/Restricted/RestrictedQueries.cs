using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Restricted;

/// <summary>Flat reads of restricted cases; each opens a short context of its own.</summary>
public sealed class RestrictedQueries(IDbContextFactory<GovernanceDbContext> contexts) : IRestrictedQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<RestrictedRow>> ListAsync(Guid account, int most, CancellationToken ct) => ReadAsync<IReadOnlyList<RestrictedRow>>(async context =>
        await context.Set<Case>().AsNoTracking().Where(c => c.IsRestricted && c.Circle.Any(m => m.UserId == account))
            .OrderByDescending(c => EF.Property<bool>(c, CaseConfiguration.IsOpen)).ThenBy(c => c.DueAt).ThenBy(c => c.Id).Take(most)
            .Select(c => new RestrictedRow(
                c.Id, c.Number, c.Title, c.Restriction!.Name, c.State, c.Urgency, c.Place, c.LeadBodyName, c.RegisteredAt, c.DueAt, c.ClosedAt,
                c.Circle.Any(m => m.UserId == account && m.IsKeeper)))
            .ToListAsync(ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<RestrictionReceipt>> ReceiptsAsync(Guid account, int most, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<RestrictionReceipt>>(async context =>
            await Receipts(context, account).OrderByDescending(r => r.RestrictedAt).Take(most)
                .Select(r => new RestrictionReceipt(r.CaseNumber, r.RestrictedAt, r.KeeperBodyName)).ToListAsync(ct), ct);

    /// <inheritdoc />
    public Task<RestrictionReceipt?> ReceiptAsync(Guid account, string number, CancellationToken ct) => ReadAsync(context =>
        Receipts(context, account).Where(r => r.CaseNumber == number)
            .Select(r => new RestrictionReceipt(r.CaseNumber, r.RestrictedAt, r.KeeperBodyName)).SingleOrDefaultAsync(ct), ct);

    /// <inheritdoc />
    public Task<RestrictionRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) => ReadAsync(context =>
        context.Set<Case>().AsNoTracking().AsSingleQuery().VisibleTo(visibility).Where(c => c.Id == caseId)
            .Select(c => new RestrictionRecord(
                c.IsRestricted, c.Restriction == null ? null : c.Restriction.Name, c.Restriction == null ? null : c.Restriction.RuleKey,
                c.Restriction == null ? null : c.Restriction.KeeperBodyName, c.Restriction == null ? null : c.Restriction.Reason,
                c.Restriction == null ? null : c.Restriction.RestrictedAt, c.Restriction == null ? null : c.Restriction.LiftedAt,
                c.Circle.OrderByDescending(m => m.IsKeeper).ThenBy(m => m.AddedAt).ThenBy(m => m.Name)
                    .Select(m => new CircleRow(m.UserId, m.Name, m.BodyName, m.IsKeeper, m.AddedAt, m.AddedBy) { BodyCode = m.BodyCode }).ToList(),
                c.HandOver == null ? null : new HandOverRecord(
                    c.HandOver.BodyName, c.HandOver.HandedOverBy, c.HandOver.HandedOverAt, c.HandOver.ReceiptHours, c.HandOver.ReceiptNumber,
                    c.HandOver.ReceivedBy, c.HandOver.ReceivedAt) { Handlers = c.HandOver.Handlers }))
            .SingleOrDefaultAsync(ct), ct);

    /// <inheritdoc />
    public Task<(bool IsThere, InquiryRecord? Found)> FindInquiryAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        ReadAsync(async context =>
        {
            var found = await context.Set<Case>().AsNoTracking().AsSingleQuery().VisibleTo(visibility).Where(c => c.Id == caseId)
                .Select(c => new
                {
                    Record = c.Inquiry == null ? null : new InquiryRecord(
                        c.Inquiry.Wish, c.Inquiry.Conclusion, c.Inquiry.Words, c.Inquiry.Measures, c.Inquiry.RecordedBy, c.Inquiry.RecordedAt,
                        c.Inquiry.Replies.OrderByDescending(r => r.RecordedAt).Select(r => new InquiryReplyRow(
                            r.Id, r.BodyName, r.Way, r.Words, r.SaidAt, r.IsReleased, r.RecordedBy, r.BodyCode == null)).ToList())
                    {
                        RuleKey = c.Restriction == null ? null : c.Restriction.RuleKey,
                        IsMember = c.Circle.Any(m => m.UserId == visibility.Account),
                        IsKeeper = c.Circle.Any(m => m.UserId == visibility.Account && m.IsKeeper),
                        IsReachable = c.ReporterPhone != null,
                    },
                    Told = context.Set<Submission>().Where(s => s.CaseNumber == c.Number && s.Incident != null)
                        .Select(s => new { s.Number, s.Incident!.Role, NamesPersons = s.Incident.Hurt != null || s.Incident.Doers != null }).FirstOrDefault(),
                })
                .SingleOrDefaultAsync(ct);
            return (found is not null, found?.Record is { } record && found.Told is { } told
                ? record with { Told = told.Number, Role = told.Role, NamesPersons = told.NamesPersons }
                : found?.Record);
        }, ct);

    /// <inheritdoc />
    public Task<IncidentFound?> FindIncidentAsync(CaseVisibility visibility, SubmissionNumber number, CancellationToken ct) => ReadAsync(async context =>
    {
        var found = await context.Set<Submission>().AsNoTracking().Where(s => s.Number == number && s.Incident != null)
            .Select(s => new
            {
                s.Area, s.CaseNumber, s.Incident!.Hurt, s.Incident.Doers, IsReader = s.Circle.Any(r => r.UserId == visibility.Account),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        // What has become a case follows the case.
        if (found.CaseNumber is null)
            return found.IsReader ? new IncidentFound("submission", number.Value, found.Area, found.Hurt, found.Doers) : null;
        return await context.Set<Case>().VisibleTo(visibility).Where(c => c.Number == found.CaseNumber).Select(c => new { c.Place }).SingleOrDefaultAsync(ct) is { } made
            ? new IncidentFound("case", found.CaseNumber.Value, made.Place, found.Hurt, found.Doers)
            : null;
    }, ct);

    /// <inheritdoc />
    public Task<ReporterAnswer?> FindAnswerAsync(CaseNumber number, CancellationToken ct) => ReadAsync(context =>
        context.Set<Case>().AsNoTracking().AsSingleQuery().Where(c => c.Number == number && c.IsRestricted)
            .Select(c => new ReporterAnswer(
                c.State, c.ClosedAt, c.Inquiry != null, c.Inquiry != null && c.Inquiry.RecordedAt != null,
                c.Inquiry == null
                    ? new List<ReleasedAnswer>()
                    : c.Inquiry.Replies.Where(r => r.IsReleased).OrderByDescending(r => r.SaidAt).Select(r => new ReleasedAnswer(r.SaidAt, r.Words)).ToList()))
            .SingleOrDefaultAsync(ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<Colleague>> FindPeopleOfAsync(string bodyCode, IReadOnlyList<Role> roles, int most, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<Colleague>>(async context =>
            await context.Users.AsNoTracking().Where(UserRepository.InUse).Where(u => u.BodyCode == bodyCode && roles.Contains(u.Role))
                .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(most)
                .Select(u => new Colleague(u.Id, u.DisplayName, u.Role, u.BodyCode, u.BodyName)).ToListAsync(ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<Colleague>> FindColleaguesAsync(string text, IReadOnlyList<Role> roles, int most, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<Colleague>>(async context =>
            await context.Users.AsNoTracking().Where(UserRepository.InUse).Where(u => roles.Contains(u.Role))
                .Where(u => u.DisplayName.Contains(text) || u.BodyName.Contains(text))
                .OrderBy(u => u.DisplayName == text ? 0 : 1).ThenBy(u => u.BodyCode).ThenBy(u => u.DisplayName).Take(most)
                .Select(u => new Colleague(u.Id, u.DisplayName, u.Role, u.BodyCode, u.BodyName)).ToListAsync(ct), ct);

    // Who is in the circle needs no receipt: the case itself is open.
    private static IQueryable<Restriction> Receipts(GovernanceDbContext context, Guid account) =>
        context.Set<Restriction>().AsNoTracking().Where(r => r.RegistrarId == account && r.LiftedAt == null
            && !context.Set<CircleMember>().Any(m => m.CaseId == r.CaseId && m.UserId == account));

    private Task<T> ReadAsync<T>(Func<GovernanceDbContext, Task<T>> read, CancellationToken ct) => StorageFaults.GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await read(context);
    });
}
