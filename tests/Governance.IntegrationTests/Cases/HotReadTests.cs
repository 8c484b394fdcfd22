using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Platform;

namespace Governance.IntegrationTests.Cases;

/// <summary>Reads that are compiled once for many people answer each of them as the query that is written for one alone.</summary>
public sealed class HotReadTests(CaseStatementTests.ThousandsOfCases cases) : IClassFixture<CaseStatementTests.ThousandsOfCases>
{
    // Every case meets it, and no compiled query is kept for it.
    private static readonly DateOnly LongAgo = new(2000, 1, 1);

    private static readonly CaseListCriteria[] Lists =
    [
        .. from view in new[] { CaseView.All, CaseView.Mine, CaseView.Area }
           from sort in Enum.GetValues<CaseSort>()
           from timeliness in new CaseTimeliness?[] { null, CaseTimeliness.DueSoon, CaseTimeliness.Overdue, CaseTimeliness.ClosedLate }
           select new CaseListCriteria { View = view, Sort = sort, Timeliness = timeliness },
    ];

    private static readonly Actor[] Everybody =
    [
        People.Clerk, People.ClerkElsewhere, People.Centre, People.CentreElsewhere, People.CityCentre, People.Handler, People.UrbanHandler,
        People.GridMember, People.Leader,
    ];

    [Fact]
    public async Task A_list_is_the_same_page_by_page_for_people_who_share_a_query()
    {
        var filled = 0;
        foreach (var list in Lists)
            foreach (var person in Everybody)
            {
                var first = await SameAsync(person, list, new PageRequest(Size: 9));
                filled += first.Rows.Count;
                if (first.Next is null)
                    continue;
                var second = await SameAsync(person, list, new PageRequest(first.Next, Size: 9));
                (await SameAsync(person, list, new PageRequest(second.Previous, Backwards: true, 9))).Rows.ShouldBe(first.Rows);
            }
        filled.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task A_case_is_known_to_those_it_concerns_whoever_asked_before()
    {
        var some = (await cases.Portal.Reads.ListAsync(People.CityCentre, new CaseListCriteria(), new PageRequest(Size: 60))).Value.Rows;
        var housing = await cases.Portal.ColumnAsync<string>($"select number from cases where lead_body_code = '{People.Housing}'");
        var known = 0;
        foreach (var row in some)
            foreach (var person in Everybody)
            {
                var detail = await cases.Portal.Reads.FindAsync(person, row.Number);
                var head = await cases.Portal.Reads.FindHeadAsync(person, row.Number);

                var concerns = (person.May(Permission.ReadAreaCases) && person.Scope.Contains(row.Place))
                    || (person == People.Handler && housing.Contains(row.Number.Value));
                (detail.IsOk, head.IsOk).ShouldBe((concerns, concerns), $"{person.Account} {row.Place}");
                known += concerns ? 1 : 0;
                if (concerns)
                    (detail.Value.Case.Id, head.Value.Id).ShouldBe((row.Id, row.Id));
            }
        known.ShouldBeInRange(100, (some.Count * Everybody.Length) - 100);
    }

    [Fact]
    public async Task The_workbench_counts_what_its_list_shows()
    {
        foreach (var person in Everybody)
        {
            var figures = (await cases.Portal.Reads.CountWorkAsync(person))!;
            var list = new CaseListCriteria { View = CaseView.Mine, From = LongAgo };

            (await TotalAsync(person, list)).ShouldBe(figures.Waiting);
            (await TotalAsync(person, list with { Timeliness = CaseTimeliness.Overdue })).ShouldBe(figures.Overdue);
        }
    }

    private async Task<Page<CaseRow>> SameAsync(Actor person, CaseListCriteria list, PageRequest page)
    {
        var shared = (await cases.Portal.Reads.ListAsync(person, list, page)).Value;
        var own = (await cases.Portal.Reads.ListAsync(person, list with { From = LongAgo }, page)).Value;

        shared.Rows.ShouldBe(own.Rows);
        (shared.Total, shared.Next, shared.Previous).ShouldBe((own.Total, own.Next, own.Previous), $"{person.Account} {list}");
        return shared;
    }

    private async Task<int?> TotalAsync(Actor person, CaseListCriteria list) =>
        (await cases.Portal.Reads.ListAsync(person, list, new PageRequest())).Value.Total;
}
