using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>The work list: cuts, order, pages, and what it costs.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureListTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private static readonly string[] Kinds = ["people-mediation", "petition", "admin-mediation", "labour-arbitration", "reconsideration"];

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 10; i++)
        {
            var facts = i % 2 == 0 ? CaseMaker.Facts : CaseMaker.Facts with { Place = AreaCode.Parse(People.OtherCountyVillage) };
            var number = await portal.MakeAsync(CaseState.Handling, facts, i % 2 == 0 ? null : People.OtherCounty + "-housing");
            (await portal.OpenProcedureAsync(People.CityCentre, number, Kinds[i % Kinds.Length], on: portal.Today().AddDays(-i * 5))).Errors.ShouldBeEmpty();
            if (i > 7)
                (await portal.EndAsync(People.CityCentre, number, Kinds[i % Kinds.Length], "withdrawn")).Errors.ShouldBeEmpty();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_runs_comes_due_first_page_by_page_there_and_back()
    {
        var whole = (await ListAsync(People.CityCentre, new ProcedureListCriteria())).Rows;
        whole.Count.ShouldBeGreaterThanOrEqualTo(8);
        whole.Select(r => r.DueAt ?? DateTimeOffset.MaxValue).ShouldBeInOrder();

        foreach (var standing in new[] { ProcedureListStanding.Running, ProcedureListStanding.Ended })
        {
            var criteria = new ProcedureListCriteria { Standing = standing };
            var all = (await ListAsync(People.CityCentre, criteria)).Rows.Select(r => r.Id).ToList();
            var walked = new List<Guid>();
            var first = await ListAsync(People.CityCentre, criteria, new PageRequest(Size: 1));
            var page = first;
            walked.AddRange(page.Rows.Select(r => r.Id));
            while (page.Next is { } next)
            {
                page = await ListAsync(People.CityCentre, criteria, new PageRequest(next, Size: 1));
                walked.AddRange(page.Rows.Select(r => r.Id));
            }
            walked.ShouldBe(all);
            page.Previous.ShouldNotBeNull();
            var back = await ListAsync(People.CityCentre, criteria, new PageRequest(page.Previous, Backwards: true, Size: 1));
            back.Rows.Single().Id.ShouldBe(all[^2]);
        }
    }

    [Fact]
    public async Task A_list_is_cut_by_way_area_body_and_standing_and_never_shows_more_than_the_person_may_know()
    {
        (await ListAsync(People.CityCentre, new ProcedureListCriteria { Way = ProcedureWay.Mediation })).Rows.ShouldAllBe(r => r.KindName.Contains("调解"));
        var inCounty = (await ListAsync(People.CityCentre, new ProcedureListCriteria { Area = AreaCode.Parse(People.County) })).Rows;
        inCounty.ShouldNotBeEmpty();
        inCounty.ShouldAllBe(r => AreaCode.Parse(People.County).Contains(r.Place));
        var mine = (await ListAsync(People.Handler, new ProcedureListCriteria { Mine = true })).Rows;
        mine.Select(r => r.Id).ShouldBe((await ListAsync(People.Handler, new ProcedureListCriteria())).Rows.Select(r => r.Id));
        (await ListAsync(People.CityCentre, new ProcedureListCriteria { Standing = ProcedureListStanding.Overdue })).Rows.ShouldNotBeEmpty();
        (await ListAsync(People.CityCentre, new ProcedureListCriteria { Body = "人民调解" })).Rows.ShouldNotBeEmpty();
        (await ListAsync(People.CityCentre, new ProcedureListCriteria { Body = "无此单位" })).Rows.ShouldBeEmpty();

        (await ListAsync(People.ClerkElsewhere, new ProcedureListCriteria())).Rows.ShouldAllBe(r => AreaCode.Parse(People.OtherCounty).Contains(r.Place));
        (await ListAsync(People.UrbanHandler, new ProcedureListCriteria())).Rows.ShouldBeEmpty();
        (await portal.Get<ProcedureReadService>().ListAsync(People.Administrator, new ProcedureListCriteria(), new PageRequest())).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Fact]
    public async Task The_tab_and_the_list_cost_few_statements_on_indexes()
    {
        var number = await portal.AgreedAsync();
        var head = (await portal.Reads.FindHeadAsync(People.Centre, number)).Value;
        (await portal.Sql.HearAsync(() => portal.Get<ProcedureReadService>().ReadTabAsync(People.Centre, head))).Count.ShouldBe(1);
        foreach (var standing in Enum.GetValues<ProcedureListStanding>())
            (await portal.Sql.HearAsync(() => ListAsync(People.Centre, new ProcedureListCriteria { Standing = standing }))).Count.ShouldBe(2, standing.ToString());
    }

    private async Task<Page<ProcedureRow>> ListAsync(Actor actor, ProcedureListCriteria criteria, PageRequest? page = null) =>
        (await portal.Get<ProcedureReadService>().ListAsync(actor, criteria, page ?? new PageRequest())).Value;
}
