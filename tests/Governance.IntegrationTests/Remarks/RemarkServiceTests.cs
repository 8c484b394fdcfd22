using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Remarks;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Remarks;

/// <summary>Notes, urging and instructions on the real database.</summary>
[Trait("Provision", "P36")]
public sealed class RemarkServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task An_urged_case_stands_out_until_the_department_acts()
    {
        var number = await portal.MakeAsync(CaseState.Dispatched);
        (await SayAsync(People.Leader, number, CaseStepKind.Urge)).Errors.ShouldBeEmpty();

        (await portal.Reads.CountWorkAsync(People.Handler))!.Urged.ShouldBeGreaterThan(0);
        (await ListAsync(People.Handler)).ShouldContain(number);
        (await ListAsync(People.Clerk)).ShouldContain(number);
        (await SayAsync(People.Clerk, number, CaseStepKind.Urge)).Error.ShouldBeOfType<RemarkErrors.UrgedBefore>();
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.Sign)).Errors.ShouldBeEmpty();

        (await ListAsync(People.Handler)).ShouldNotContain(number);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1", number.Value)).ShouldBe(["case.urge", "case.sign"], ignoreOrder: true);
    }

    /// <summary>Who may say what about a case of Clerk's township that Handler's department leads.</summary>
    [Fact]
    public async Task Every_role_says_what_it_may_and_nothing_else()
    {
        CaseStepKind[] all = [CaseStepKind.Comment, CaseStepKind.Urge, CaseStepKind.Instruct];
        foreach (var (actor, may) in new (Actor, CaseStepKind[])[]
        {
            (People.Clerk, all[..2]), (People.Centre, all[..2]), (People.CityCentre, all[..2]), (People.Handler, all[..1]), (People.GridMember, all[..1]),
            (People.Leader, all), (People.Auditor, []), (People.Administrator, []),
            (People.UrbanHandler, []), (People.ClerkElsewhere, []), (People.CentreElsewhere, []),
        })
            foreach (var kind in all)
            {
                var number = await portal.MakeAsync(CaseState.Handling);
                var said = await SayAsync(actor, number, kind);
                said.IsOk.ShouldBe(may.Contains(kind), $"{actor.DisplayName} {actor.Role} {kind}");
                (await portal.CountAuditAsync(number)).ShouldBe(said.IsOk ? 1 : 0);
                if (await portal.Reads.FindAsync(actor, number) is { IsOk: true } seen)
                    seen.Value.Remarks.Select(r => r.Kind).ShouldBe(may);
                else
                    said.Error.ShouldBeOfType<CaseErrors.NotFound>();
            }
    }

    [Fact]
    public async Task A_note_does_not_take_a_colleagues_step_away()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, version) = await portal.IdentifyAsync(number);

        (await SayAsync(People.Clerk, number, CaseStepKind.Comment)).Errors.ShouldBeEmpty();

        (await portal.Cases.TakeStepAsync(People.Handler, new TakeStep(id, version, CaseStepKind.SubmitResult, "已修好"))).Errors.ShouldBeEmpty();
        var steps = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps;
        steps.Select(s => s.Sequence).ShouldBe(Enumerable.Range(1, steps.Count));
    }

    [Fact]
    public async Task Many_notes_at_once_all_arrive_in_one_order()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var before = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps.Count;

        var said = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SayAsync(People.Clerk, number, CaseStepKind.Comment)));

        said.ShouldAllBe(s => s.IsOk);
        (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps.Count.ShouldBe(before + 3);
    }

    private async Task<Result<CaseNumber>> SayAsync(Actor actor, CaseNumber number, CaseStepKind kind)
    {
        var (id, _) = await portal.IdentifyAsync(number);
        return await portal.Get<RemarkService>().SayAsync(actor, new SayRemark(id, kind, "请抓紧办理"));
    }

    private async Task<List<CaseNumber>> ListAsync(Actor actor) =>
        [.. (await portal.Reads.ListAsync(actor, new CaseListCriteria { Urged = true }, new PageRequest())).Value.Rows.Select(r => r.Number)];
}
