using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Cases;

/// <summary>登记 on a real database.</summary>
[Trait("Provision", "P36")]
public sealed class CaseRegistrationTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task What_was_registered_is_read_back_as_it_was_written()
    {
        var facts = CaseMaker.Facts with { Title = "  “停暖”\t三天 ", Description = "一\r\n二", Urgency = CaseUrgency.Urgent };

        var number = await portal.RegisterAsync(People.Clerk, facts, "张三丰", "138 1234 5678");

        var detail = (await portal.Reads.FindAsync(People.Clerk, number)).Value;
        detail.Case.ShouldSatisfyAllConditions(
            c => c.Title.ShouldBe("“停暖” 三天"),
            c => c.Description.ShouldBe("一\n二"),
            c => c.Place.ShouldBe(facts.Place),
            c => c.PlaceDetail.ShouldBe("三号楼"),
            c => c.CategoryCode.ShouldBe("0301"),
            c => c.Channel.ShouldBe(CaseChannel.Counter),
            c => c.Urgency.ShouldBe(CaseUrgency.Urgent),
            c => c.State.ShouldBe(CaseState.Registered),
            c => c.RegisteredAt.ShouldBe(PortalServices.Start),
            c => c.ManagingBodyCode.ShouldBe(People.Clerk.BodyCode),
            c => c.Limit.RuleId.ShouldBe("accept-urgent"),
            c => c.DueAt.ShouldBe(PortalServices.Start.AddHours(4)),
            c => c.Steps.ShouldHaveSingleItem().Kind.ShouldBe(CaseStepKind.Register));
        detail.MaskedReporter.ShouldBe("张** 138****5678");
        detail.Deadline.DueAt.ShouldBe(detail.Case.DueAt);
        detail.NextSteps.Select(s => s.Kind).ShouldBe([CaseStepKind.Accept, CaseStepKind.Refuse]);
        number.Value.ShouldStartWith("150102-2026-");
    }

    [Fact]
    public async Task Accepting_at_once_takes_both_steps_and_starts_the_clock_of_handling()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);

        var found = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case;
        found.State.ShouldBe(CaseState.Accepted);
        found.Steps.Select(s => (s.Sequence, s.Kind)).ShouldBe([(1, CaseStepKind.Register), (2, CaseStepKind.Accept)]);
        found.Limit.RuleId.ShouldBe("resolve-heating");
        (await portal.CountAuditAsync(number)).ShouldBe(2);
    }

    [Fact]
    public async Task A_grid_member_who_may_not_accept_registers_only_and_the_township_runs_the_case()
    {
        var number = await portal.RegisterAsync(People.GridMember, accept: true);

        var found = (await portal.Reads.FindAsync(People.GridMember, number)).Value.Case;
        found.State.ShouldBe(CaseState.Registered);
        found.ManagingBodyCode.ShouldBe(People.Township + "-peace");
        (await portal.CountAuditAsync(number)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_sent_again_gives_the_same_case()
    {
        var form = CaseMaker.Form();

        var first = await portal.Cases.RegisterAsync(People.Clerk, form);
        var second = await portal.Cases.RegisterAsync(People.Clerk, form with { Facts = form.Facts with { Title = "改过" } });

        second.Value.ShouldBe(first.Value);
        (await CountByKeyAsync(form.SubmissionKey)).ShouldBe(1);
        (await portal.CountAuditAsync(first.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_clicks_at_once_make_one_case()
    {
        var form = CaseMaker.Form();

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => portal.Cases.RegisterAsync(People.Clerk, form))));

        made.ShouldAllBe(m => m.IsOk);
        made.Select(m => m.Value).Distinct().Count().ShouldBe(1);
        (await CountByKeyAsync(form.SubmissionKey)).ShouldBe(1);
        (await portal.CountAuditAsync(made[0].Value)).ShouldBe(1);
    }

    [Fact]
    public async Task Fifty_clerks_at_once_get_fifty_numbers_without_a_gap()
    {
        var place = AreaCode.Parse("150104001001") is var code && portal.Pack.FindDivision(code) is not null
            ? code
            : portal.Pack.Divisions.First(d => d.Level == DivisionLevel.Village && AreaCode.Parse("150104000000").Contains(d.Code)).Code;
        var centre = People.Person(Role.CentreStaff, "150104000000-centre", "150104000000");

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            portal.Cases.RegisterAsync(centre, CaseMaker.Form(CaseMaker.Facts with { Place = place })))));

        made.ShouldAllBe(m => m.IsOk);
        made.Select(m => m.Value.Value[12..18]).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 50).Select(i => i.ToString("000000", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_year_of_a_number_is_the_year_in_china()
    {
        var before = portal.Clock.Now;
        portal.Clock.Now = new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero);
        try
        {
            (await portal.RegisterAsync(People.Clerk)).Value.ShouldStartWith("150102-2027-000001-");
        }
        finally
        {
            portal.Clock.Now = before;
        }
    }

    [Fact]
    public async Task Every_fault_of_a_form_is_named_at_its_field_and_nothing_is_saved()
    {
        var before = await portal.AskAsync<long>("select count(*) from cases");
        var facts = new CaseFacts(" ", new string('长', 5001), AreaCode.Parse("150102999999"), new string('长', 201), "9999", 0, (CaseUrgency)9);

        var made = await portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(facts, new string('长', 41), "12345"));

        made.Errors.Select(e => e.Field).ShouldBe(
            ["Title", "Description", "PlaceDetail", "CategoryCode", "Place", "Channel", "Urgency", "ReporterName", "ReporterPhone"], ignoreOrder: true);
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(before);
    }

    [Fact]
    public async Task Empty_fields_are_refused_in_words_and_not_by_a_fault()
    {
        var made = await portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(new CaseFacts(null!, null!, default, null!, null!, 0, 0)));

        made.Errors.Select(e => e.Field).ShouldBe(["Title", "Description", "CategoryCode", "Place", "Channel", "Urgency"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_top_category_is_no_category_for_a_case() =>
        (await portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(CaseMaker.Facts with { CategoryCode = "03" })))
            .Error.ShouldBeOfType<CaseErrors.UnknownCategory>();

    [Fact]
    public async Task A_village_outside_the_scope_is_refused_by_name()
    {
        var made = await portal.Cases.RegisterAsync(
            People.Clerk, CaseMaker.Form(CaseMaker.Facts with { Place = AreaCode.Parse(People.OtherCountyVillage) }));

        var error = made.Error.ShouldBeOfType<PlatformErrors.OutsideScope>();
        error.Field.ShouldBe("Place");
        error.Message.ShouldContain("回民区");
    }

    [Fact]
    public async Task Texts_with_scripts_formulas_quotes_and_rare_signs_are_kept_as_they_are()
    {
        var odd = "<script>alert(1)</script>'; drop table cases; -- =HYPERLINK(\"x\") 𠮷😀 %_\\";

        var number = await portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { Title = odd, Description = odd }, "𠮷田");

        var found = (await portal.Reads.FindAsync(People.Clerk, number)).Value;
        found.Case.Title.ShouldBe(odd);
        found.Case.Description.ShouldBe(odd);
        found.MaskedReporter.ShouldBe("𠮷*");
    }

    [Fact]
    public async Task A_million_characters_are_refused_with_their_number()
    {
        var made = await portal.Cases.RegisterAsync(
            People.Clerk, CaseMaker.Form(CaseMaker.Facts with { Description = new string('长', 1_000_000) }));

        made.Error.ShouldBeOfType<PlatformErrors.TooLong>().Actual.ShouldBe(1_000_000);
    }

    [Fact]
    public async Task A_form_without_a_key_is_a_bug_and_not_the_repeat_of_another_form() =>
        await Should.ThrowAsync<ArgumentException>(() => portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(key: Guid.Empty)));

    private Task<long> CountByKeyAsync(Guid key) => portal.AskAsync<long>("select count(*) from cases where submission_key = $1", key);
}
