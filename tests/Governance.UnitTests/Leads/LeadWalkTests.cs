using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Leads;

/// <summary>Random walks of departments, dispatchers, centres and time over one case: whatever they do, it is always one body's turn.</summary>
[Trait("Provision", "P37")]
public sealed class LeadWalkTests
{
    private const int Walks = 10_000;
    private const int StepsPerWalk = 25;

    private static readonly Body[] Departments =
        [.. new[] { "housing", "urban", "land", "water" }.Select(key => Packs.Hohhot.FindBody(Body.CodeOf(Sample.County, key))!)];

    [Fact]
    public void Whatever_is_done_one_body_leads_or_it_is_one_bodys_turn()
    {
        var reached = new HashSet<CaseStepKind>();
        for (var walk = 0; walk < Walks; walk++)
        {
            var random = new Random(walk);
            var subject = Sample.In(CaseState.Accepted);
            for (var step = 0; step < StepsPerWalk; step++)
            {
                var before = subject.Steps.Count;
                Step(subject, random);
                Check(subject, walk);
                foreach (var made in subject.Steps.Skip(before))
                    reached.Add(made.Kind);
            }
        }
        LeadStepRule.All.Select(r => r.Kind).Concat([CaseStepKind.Consult, CaseStepKind.Refer, CaseStepKind.AgreeOnLead, CaseStepKind.Return])
            .Where(kind => !reached.Contains(kind)).ShouldBeEmpty();
    }

    private static void Step(Case subject, Random random)
    {
        var at = subject.Steps[^1].At.AddHours(random.Next(1, 20));
        Body Any() => Departments[random.Next(Departments.Length)];
        var body = random.Next(3) > 0 && subject.LeadBodyCode is { } lead ? Departments.First(d => d.Code == lead) : Any();
        var handler = Sample.Person(Role.DepartmentHandler, body.Code, body.Name, Sample.County);
        switch (random.Next(9))
        {
            case 0 or 1:
                var chosen = Departments.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(LeadDepartment.Of).ToArray();
                subject.Assign(Sample.Clerk, LeadSample.Question(chosen), [], "", LeadSample.Consultation(at), at);
                break;
            case 2 or 3: subject.AnswerConsultation(handler, Any().Code, "理由", Sample.Centre, at); break;
            case 4: subject.ExpireConsultation(LeadSample.System, Sample.Centre, at); break;
            case 5: subject.RaiseObjection(handler, "理由", Sample.Centre, at); break;
            case 6 when random.Next(2) == 0: subject.RejectObjection(LeadSample.CentreStaff, "理由", at); break;
            case 6: subject.Designate(LeadSample.CentreStaff, Any(), "理由", at); break;
            case 7: subject.Return(handler, "不归本单位", Sample.Centre, at); break;
            default: _ = random.Next(3) switch { 0 => subject.Sign(handler, "", at), 1 => subject.Recall(Sample.Clerk, "分派有误", at), _ => subject.TakeMeasures(handler, "先行围挡", at) }; break;
        }
    }

    private static void Check(Case subject, int walk)
    {
        var owing = subject.Parties.Where(p => p.Role == LeadPartyRole.Consulted && p.ProposedCode is null).ToList();
        var whose = (subject.State, Leads: subject.LeadBodyCode is not null, Turn: subject.TurnBodyCode is not null, Consults: subject.ConsultUntil is not null);
        var fits = subject.State switch
        {
            CaseState.Accepted => !whose.Leads && !whose.Turn && !whose.Consults && owing.Count == 0,
            CaseState.Consulting => !whose.Leads && !whose.Turn && whose.Consults && owing.Count > 0,
            // The body that objects stays named until the centre has decided.
            CaseState.Deciding => whose.Turn && !whose.Consults && (!whose.Leads || subject.Parties.Any(p => p.BodyCode == subject.LeadBodyCode && p.ObjectedAt is not null)),
            CaseState.Dispatched or CaseState.Handling => whose.Leads && !whose.Turn && !whose.Consults && owing.Count == 0,
            _ => false,
        };
        fits.ShouldBeTrue($"walk {walk}: {whose}");
        subject.Parties.Count(p => p.Role == LeadPartyRole.Lead).ShouldBeLessThanOrEqualTo(1);
        subject.Steps.Where(s => s.Kind == CaseStepKind.RaiseObjection).GroupBy(s => s.BodyName).ShouldAllBe(g => g.Count() == 1);
        var returns = LeadHistory.ReturnedBy(subject.Steps);
        (returns.Count < LeadRule.BouncesUntilCentre || subject.State == CaseState.Deciding).ShouldBeTrue($"walk {walk}: returned {returns.Count} times");
    }
}
