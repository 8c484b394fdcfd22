using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Parties;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Mediation;

internal sealed class MediationQueries(IDbContextFactory<GovernanceDbContext> contexts) : IMediationQueries
{
    private static readonly Keyset<MediationCommittee> CommitteesByArea = Keyset.Rising<MediationCommittee>(c => (string)(object)c.Area, c => c.Id);
    private static readonly Keyset<Mediator> MediatorsByArea = Keyset.Rising<Mediator>(m => (string)(object)m.Area, m => m.Id);

    public async Task<Page<CommitteeRow>> ListCommitteesAsync(MediationScope scope, CommitteeCriteria criteria, PageRequest page, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await CommitteesByArea.ReadAsync(
            Filter(context.Set<MediationCommittee>().AsNoTracking(), scope, criteria), page,
            cut => cut.Select(c => new CommitteeRow(
                c.Id, c.Name, c.Kind, EF.Property<List<string>>(c, CodeLists.Specialities), c.Area, c.Address, c.OfficePhone, c.LeaderName, c.BodyCode,
                c.FoundedOn, c.Rooms, c.DissolvedOn,
                context.Set<Mediator>().Count(m => m.EndedOn == null && (m.CommitteeId == c.Id || m.StudioId == c.Id)))),
            row => new PageCursor(row.Area.Value, row.Id), counts: true, ct);
    }

    public async Task<Page<MediatorRow>> ListMediatorsAsync(
        MediationScope scope, MediatorCriteria criteria, DateOnly today, PageRequest page, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await MediatorsByArea.ReadAsync(
            Filter(context.Set<Mediator>().AsNoTracking(), scope, criteria, today), page,
            cut => cut.Select(m => new MediatorRow(
                m.Id, m.Name, m.CommitteeId, context.Set<MediationCommittee>().First(c => c.Id == m.CommitteeId).Name,
                context.Set<MediationCommittee>().Where(c => c.Id == m.StudioId).Select(c => c.Name).FirstOrDefault(),
                EF.Property<List<string>>(m, CodeLists.Specialities), m.Area, m.IsFullTime, m.AppointedOn, m.TermUntil, m.EndedOn,
                m.Leaves.Where(l => l.From <= today && today <= l.Until).Select(l => (DateOnly?)l.Until).FirstOrDefault())),
            row => new PageCursor(row.Area.Value, row.Id), counts: true, ct);
    }

    public async Task<CommitteeDetail?> FindCommitteeAsync(Guid id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var found = await context.Set<MediationCommittee>().AsNoTracking().Where(c => c.Id == id)
            .Select(c => new
            {
                Committee = c,
                Mediators = context.Set<Mediator>().Count(m => m.EndedOn == null && (m.CommitteeId == c.Id || m.StudioId == c.Id)),
            }).SingleOrDefaultAsync(ct);
        return found is null ? null : new CommitteeDetail(
            id, found.Committee.Version, found.Committee.Facts, found.Committee.DissolvedOn, found.Mediators, await HistoryAsync(context, id, ct));
    }

    public async Task<StoredMediator?> FindMediatorAsync(Guid id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var found = await context.Set<Mediator>().AsNoTracking().Include(m => m.Leaves.OrderByDescending(l => l.From)).Where(m => m.Id == id)
            .Select(m => new
            {
                Mediator = m,
                Committee = context.Set<MediationCommittee>().First(c => c.Id == m.CommitteeId).Name,
                Studio = context.Set<MediationCommittee>().Where(c => c.Id == m.StudioId).Select(c => c.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var mediator = found.Mediator;
        return new StoredMediator(
            new MediatorDetail(
                id, mediator.Version, mediator.Facts, found.Committee, found.Studio, mediator.AppointedOn, mediator.TermUntil, mediator.EndedOn,
                [.. mediator.Leaves.OrderByDescending(l => l.From).Select(l => new LeaveRecord(l.Id, l.From, l.Until, l.Kind))],
                await HistoryAsync(context, id, ct)),
            mediator.Phone);
    }

    public async Task<IReadOnlyList<PublicCommittee>> ListPublicAsync(AreaCode area, int most, CancellationToken ct)
    {
        // Of a whole city only those of city and counties: the villages' committees are found by choosing the county.
        var inside = area.Level <= DivisionLevel.City ? area.Significant + "%000000" : area.Significant + "%";
        var city = area.AncestorAt(DivisionLevel.City);
        var county = area.AncestorAt(DivisionLevel.County);
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<MediationCommittee>().AsNoTracking()
            .Where(c => c.DissolvedOn == null && (EF.Functions.Like((string)(object)c.Area, inside) || c.Area == city || c.Area == county))
            .OrderBy(c => c.Area).ThenBy(c => c.Id).Take(most)
            .Select(c => new PublicCommittee(
                c.Name, c.Kind, EF.Property<List<string>>(c, CodeLists.Specialities), c.Area, c.Address, c.OfficePhone, c.Rooms))
            .ToListAsync(ct);
    }

    public async Task<IReadOnlyList<StoredCandidate>> FindCandidatesAsync(
        AreaCode place, string? text, DateOnly today, DateTimeOffset since, int most, CancellationToken ct)
    {
        AreaCode[] serving = [.. Enumerable.Range((int)DivisionLevel.City, 4).Select(l => place.AncestorAt((DivisionLevel)l)).Distinct()];
        var county = place.AncestorAt(DivisionLevel.County).Significant + "%";
        await using var context = await contexts.CreateDbContextAsync(ct);
        var rows = await (
            from counted in MediatorRecords.Counted(context, since)
            join committee in context.Set<MediationCommittee>() on counted.Mediator.CommitteeId equals committee.Id
            let mediator = counted.Mediator
            where mediator.EndedOn == null && committee.DissolvedOn == null && (mediator.TermUntil == null || mediator.TermUntil >= today)
                && (serving.Contains(mediator.Area)
                    || (text != null && EF.Functions.Like((string)(object)mediator.Area, county)))
                && (text == null || mediator.Name.Contains(text) || committee.Name.Contains(text))
            orderby mediator.Id
            select new
            {
                mediator.Id,
                mediator.Name,
                Committee = committee.Name,
                committee.Kind,
                CommitteeSpecialities = EF.Property<List<string>>(committee, CodeLists.Specialities),
                Studio = context.Set<MediationCommittee>().Where(s => s.Id == mediator.StudioId).Select(s => s.Name).FirstOrDefault(),
                Specialities = EF.Property<List<string>>(mediator, CodeLists.Specialities),
                mediator.Area,
                mediator.Phone,
                Away = mediator.Leaves.Where(l => l.From <= today && today <= l.Until).Select(l => (DateOnly?)l.Until).FirstOrDefault(),
                counted.Running,
                counted.Ended,
                counted.Agreed,
            }).Take(most).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new StoredCandidate(
                new MediatorCandidate(
                    r.Id, r.Name, r.Committee, r.Kind, r.CommitteeSpecialities, r.Studio, r.Specialities, r.Area, r.Away,
                    new MediatorRecord(r.Running, r.Ended, r.Agreed)),
                r.Phone)),
        ];
    }

    public async Task<StoredCasePeople?> PeopleOfAsync(Guid caseId, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var found = await context.Set<Case>().AsNoTracking().AsSingleQuery().Where(c => c.Id == caseId).Select(c => new
        {
            c.ReporterName,
            c.ReporterPhone,
            c.ReporterConfidential,
            c.ManagingBodyCode,
            Participants = context.Set<Participant>().Where(p => p.CaseId == c.Id).OrderBy(p => p.Id)
                .Select(p => new StoredCasePerson(p.Role, p.Name, p.PhoneHash, p.IdentityHash)).ToList(),
        }).SingleOrDefaultAsync(ct);
        return found is null ? null : new StoredCasePeople(
            found.ReporterName, found.ReporterPhone, found.ReporterConfidential, found.ManagingBodyCode, found.Participants);
    }

    internal static async Task<IReadOnlyList<ChangeRecord>> HistoryAsync(GovernanceDbContext context, Guid subject, CancellationToken ct) =>
        await context.Set<MediationChange>().AsNoTracking().Where(c => c.SubjectId == subject)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Select(c => new ChangeRecord(c.Kind, c.At, c.ActorName, c.BodyName, c.Words)).ToListAsync(ct);

    private static IQueryable<MediationCommittee> Filter(IQueryable<MediationCommittee> committees, MediationScope scope, CommitteeCriteria criteria)
    {
        var (inside, city) = (scope.Inside.Significant + "%", scope.City);
        committees = committees.Where(c => EF.Functions.Like((string)(object)c.Area, inside) || c.Area == city);
        committees = criteria.Dissolved ? committees.Where(c => c.DissolvedOn != null) : committees.Where(c => c.DissolvedOn == null);
        if (criteria.Area is { } area && area.Significant + "%" is var within)
            committees = committees.Where(c => EF.Functions.Like((string)(object)c.Area, within));
        if (criteria.Kind is { } kind)
            committees = committees.Where(c => c.Kind == kind);
        if (criteria.Categories is { Count: > 0 } categories)
            committees = committees.Where(c => EF.Property<List<string>>(c, CodeLists.Specialities).Any(s => categories.Contains(s)));
        if (criteria.Text?.Trim() is { Length: > 0 } text)
            committees = committees.Where(c => c.Name.Contains(text));
        return committees;
    }

    private static IQueryable<Mediator> Filter(IQueryable<Mediator> mediators, MediationScope scope, MediatorCriteria criteria, DateOnly today)
    {
        var (inside, city) = (scope.Inside.Significant + "%", scope.City);
        mediators = mediators.Where(m => EF.Functions.Like((string)(object)m.Area, inside) || m.Area == city);
        mediators = criteria.Standing switch
        {
            MediatorStanding.Ended => mediators.Where(m => m.EndedOn != null),
            MediatorStanding.OnLeave => mediators.Where(m => m.EndedOn == null && m.Leaves.Any(l => l.From <= today && today <= l.Until)),
            MediatorStanding.TermOver => mediators.Where(m => m.EndedOn == null && m.TermUntil < today),
            _ => mediators.Where(m => m.EndedOn == null),
        };
        if (criteria.Area is { } area && area.Significant + "%" is var within)
            mediators = mediators.Where(m => EF.Functions.Like((string)(object)m.Area, within));
        if (criteria.CommitteeId is { } committee)
            mediators = mediators.Where(m => m.CommitteeId == committee || m.StudioId == committee);
        if (criteria.Categories is { Count: > 0 } categories)
            mediators = mediators.Where(m => EF.Property<List<string>>(m, CodeLists.Specialities).Any(s => categories.Contains(s)));
        if (criteria.Text?.Trim() is { Length: > 0 } text)
            mediators = mediators.Where(m => m.Name.Contains(text));
        return mediators;
    }
}
