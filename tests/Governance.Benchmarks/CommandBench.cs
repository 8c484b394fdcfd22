using System.Diagnostics;
using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Application.Remarks;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;

namespace Governance.Benchmarks;

/// <summary>Random commands by many people at once on the same few cases; afterwards every timeline is read against the rules (T05).</summary>
internal static class CommandBench
{
    private const int Workers = 12;
    private const int CasesAtOnce = 300;
    private const double Lawful = 0.5;
    private const double Stale = 0.1;

    private static readonly CaseStepKind[] Steps = [.. CaseStepRule.All.Select(r => r.Kind)];
    private static readonly CaseStepKind[] Words = [CaseStepKind.Rate, CaseStepKind.Comment, CaseStepKind.Urge, CaseStepKind.Instruct];
    private static readonly string[] Departments = ["housing", "urban", "labour"];
    private static readonly CaseStepKind[] LeadSteps =
        [CaseStepKind.AnswerConsultation, CaseStepKind.TakeMeasures, CaseStepKind.RaiseObjection, CaseStepKind.Designate, CaseStepKind.RejectObjection];

    // Timelines of hundreds of steps are nobody's cases: the next commands get cases of their own.
    private const int CommandsOfARound = 20_000;

    /// <summary>Measures.</summary>
    public static async Task RunAsync(BenchPortal portal, BenchRequest request, BenchReport report)
    {
        var actors = Actors(portal);
        var counts = new Counts();
        var broken = new List<string>();
        var watch = new Stopwatch();
        for (var done = 0; done < request.Commands; done += CommandsOfARound)
        {
            var cases = await RegisterAsync(portal, actors);
            watch.Start();
            await RunRoundAsync(portal, actors, cases, Math.Min(CommandsOfARound, request.Commands - done), done, counts);
            watch.Stop();
            broken.AddRange(await CommandCheck.BrokenRulesAsync(portal, [.. cases.Select(c => c.Number.Value)], actors));
            Console.WriteLine(FormattableString.Invariant($"   {done + CommandsOfARound:N0} commands, {broken.Count} rules broken, {watch.Elapsed.TotalSeconds:0} s"));
        }
        report.Add("T05", $"random commands by {Workers} people at once, {CommandsOfARound:N0} each on {CasesAtOnce} new cases: rules broken", FormattableString.Invariant(
            $"{broken.Count} of {request.Commands:N0} commands ({counts.Taken:N0} taken, {counts.Refused:N0} refused, {counts.Lost:N0} lost a race), {request.Commands / watch.Elapsed.TotalSeconds:0} a second"), "0");
        foreach (var one in broken.Take(20))
            Console.WriteLine($"   {one}");
    }

    private static async Task RunRoundAsync(
        BenchPortal portal, List<Actor> actors, List<(CaseNumber Number, AreaCode Place)> cases, int commands, int seed, Counts counts)
    {
        var sent = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var random = new Random((worker * 7919) + seed);
            while (Interlocked.Increment(ref sent) <= commands)
            {
                var result = await SendAsync(portal, actors, cases[random.Next(cases.Count)], random);
                if (result.IsOk)
                    Interlocked.Increment(ref counts.Taken);
                else if (result.Error is ConflictError)
                    Interlocked.Increment(ref counts.Lost);
                else
                    Interlocked.Increment(ref counts.Refused);
            }
        })));
    }

    private sealed class Counts
    {
        public int Taken;
        public int Refused;
        public int Lost;
    }

    private static List<Actor> Actors(BenchPortal portal)
    {
        var city = portal.Pack.Profile.AreaCode;
        var counties = portal.Pack.ChildrenOf(city).Where(c => !c.IsStatisticsOnly).Take(2).Select(c => c.Code).ToList();
        var townships = counties.SelectMany(c => portal.Pack.ChildrenOf(c).Take(2)).Select(t => t.Code).ToList();
        var people = new List<Actor>();
        var number = 0;
        foreach (var township in townships)
            for (var i = 0; i < 2; i++)
                people.Add(portal.Person(Role.TownshipClerk, township, BodyKeys.Office, number++));
        foreach (var area in counties.Append(city))
        {
            people.Add(portal.Person(Role.CentreStaff, area, BodyKeys.Centre, number++));
            people.Add(portal.Person(Role.CentreStaff, area, BodyKeys.Centre, number++));
            foreach (var department in Departments)
                people.Add(portal.Person(Role.DepartmentHandler, area, department, number++));
            people.Add(portal.Person(Role.Leader, area, "gov", number++));
        }
        return people;
    }

    private static async Task<List<(CaseNumber Number, AreaCode Place)>> RegisterAsync(BenchPortal portal, List<Actor> actors)
    {
        var service = portal.Get<CaseService>();
        var clerks = actors.Where(a => a.Role == Role.TownshipClerk).ToList();
        var cases = new List<(CaseNumber, AreaCode)>();
        for (var i = 0; i < CasesAtOnce; i++)
        {
            var clerk = clerks[i % clerks.Count];
            var place = portal.Pack.ChildrenOf(clerk.Scope).First().Code;
            var facts = new CaseFacts("测量：随机操作", "同时有多人办理。", place, "", "0301", CaseChannel.Counter, CaseUrgency.Normal);
            cases.Add(((await service.RegisterAsync(clerk, new RegisterCase(facts, null, null, Guid.NewGuid(), AcceptAtOnce: false))).Value, place));
        }
        return cases;
    }

    private static async Task<Result<CaseNumber>> SendAsync(BenchPortal portal, List<Actor> actors, (CaseNumber Number, AreaCode Place) subject, Random random)
    {
        var actor = actors[random.Next(actors.Count)];
        var (id, version, steps) = await LookAsync(portal, actor, subject.Number);
        if (random.NextDouble() < Stale)
            version--;
        var kind = steps.Count > 0 && random.NextDouble() < Lawful ? steps[random.Next(steps.Count)] : AnyStep(random);
        var note = random.Next(8) == 0 ? "" : "说明";
        if (LeadSteps.Contains(kind))
            return await portal.Get<LeadService>().TakeStepAsync(actor, new TakeLeadStep(id, version, kind, note, Department(subject.Place, random)));
        if (Steps.Contains(kind))
            return await portal.Get<CaseService>().TakeStepAsync(actor, new TakeStep(id, version, kind, note, Department(subject.Place, random))
            {
                OtherBodyCodes = random.Next(3) == 0 ? [Department(subject.Place, random)] : [],
            });
        return kind == CaseStepKind.Rate
            ? await portal.Get<SatisfactionService>().RecordCallBackAsync(actor, new RecordCallBack(id, version, (SatisfactionLevel)random.Next(1, 4), note))
            : await portal.Get<RemarkService>().SayAsync(actor, new SayRemark(id, kind, note));
    }

    // What the person would see first; for somebody who may not know of the case the key is taken from elsewhere.
    private static async Task<(Guid Id, uint Version, IReadOnlyList<CaseStepKind> Steps)> LookAsync(BenchPortal portal, Actor actor, CaseNumber number)
    {
        var found = await portal.Get<CaseReadService>().FindAsync(actor, number);
        if (found.IsOk)
            return (found.Value.Case.Id, found.Value.Case.Version, [.. found.Value.NextSteps.Select(s => s.Kind), .. found.Value.LeadSteps.Select(s => s.Kind)]);
        return (await portal.AskAsync<Guid>($"select id from cases where number = '{number.Value}'"), 0, []);
    }

    private static CaseStepKind AnyStep(Random random) => random.Next(4) switch
    {
        0 => LeadSteps[random.Next(LeadSteps.Length)],
        1 => Words[random.Next(Words.Length)],
        _ => Steps[random.Next(Steps.Length)],
    };

    private static string Department(AreaCode place, Random random) => Body.CodeOf(
        place.AncestorAt(random.Next(5) == 0 ? DivisionLevel.City : DivisionLevel.County), Departments[random.Next(Departments.Length)]);
}
