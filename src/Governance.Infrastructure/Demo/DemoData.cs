using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Imports;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Application.Repeats;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// Demo accounts and invented cases, so that a new portal can be tried at once. Cases go only into a database without any; running
/// it again changes nothing.
/// </summary>
public sealed class DemoData(
    IDbContextFactory<GovernanceDbContext> contexts, IUnitOfWorkFactory units, UserService users, IReferenceData reference, CaseClock clock,
    ICaseBulkWriter writer, SubmissionService submissions, IPersonalDataProtector protector, RepeatService repeats,
    ProcedureService procedures, MediatorSuggestion suggestion, DemoMediation mediation, CaseService caseService, HandOverService handOvers,
    InquiryService inquiries, DemoDailyWork daily, TimeProvider time)
{
    // Any number: the same one draws the same cases.
    private const int Seed = 20221101;

    /// <summary>Makes what is missing.</summary>
    /// <param name="givenPassword">Password the operator named; null makes one up and keeps it in the data folder (mode 0600).</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="insist">
    /// True to make the accounts even where other people have accounts already; at an ordinary start a database that somebody uses is
    /// left alone.
    /// </param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Refused when the operator's password breaks the rules or the database is away.</returns>
    public async Task<Result<DemoReport>> EnsureAsync(string? givenPassword, string dataFolder, bool insist, CancellationToken ct = default)
    {
        var pack = reference.Pack;
        var roster = new DemoRoster(pack);
        var accounts = new DemoAccounts(contexts, units, users);
        if (!insist && await accounts.BelongsToOthersAsync(roster, ct))
            return DemoReport.LeftAlone;
        var password = new DemoPassword(givenPassword, dataFolder);
        var added = await accounts.AddMissingAsync(roster, password, pack, ct);
        if (!added.IsOk)
            return Result<DemoReport>.Refused(added.Errors);
        var signIns = await accounts.SignInsAsync(roster, password, pack, ct);
        var cast = new DemoCast(pack, [.. signIns.Select(s => s.Person)]);
        var cases = await AddCasesAsync(cast, ct);
        await mediation.AddAsync(roster.Township, ct);
        if (cases > 0)
        {
            await new DemoSubmissions(submissions, roster).SendAsync(ct);
            cases += await new DemoRestricted(contexts, caseService, handOvers, submissions, inquiries, reference)
                .AddAsync(roster, [.. signIns.Select(s => s.Person)], ct);
            // After the mediators: they are suggested for the procedures.
            await new DemoProcedures(contexts, procedures, suggestion, reference, time).OpenSomeAsync(cast, ct);
            await daily.AddAsync(DemoCrew.Of(signIns.Select(s => s.Person)), ct);
        }
        return new DemoReport(signIns, password.IsGiven ? null : password.Kept, added.Value, cases);
    }

    private async Task<int> AddCasesAsync(DemoCast cast, CancellationToken ct)
    {
        await using (var context = await contexts.CreateDbContextAsync(ct))
            if (await context.Set<Domain.Cases.Case>().AnyAsync(ct))
                return 0;
        var drawn = new DemoCases(reference.Pack, reference.Calendar, clock, cast).Draw(Seed, time.GetUtcNow());
        var seeds = drawn.Select((one, i) => new CaseSeed(
            $"demo:{i + 1}", one.Facts.Place, one.Start, number => one.Build(
                number, $"demo:{i + 1}", (protector.Protect(one.ReporterName), protector.Protect(one.ReporterPhone)), cast, clock)));
        var written = await writer.WriteAsync(
            SystemActor.Named("演示数据", reference.Pack), seeds,
            added => new AuditRecord(AuditActions.MakeDemo, "import", "demo", reference.Pack.Profile.AreaCode, $"新增演示案件 {added} 件"),
            ct: ct);
        await new DemoRepeats(contexts, repeats).MergeSomeAsync(cast, ct);
        return written.Added;
    }
}
