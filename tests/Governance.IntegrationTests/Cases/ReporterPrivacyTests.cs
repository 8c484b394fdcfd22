using System.Text;
using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Npgsql;

namespace Governance.IntegrationTests.Cases;

/// <summary>Name and phone of a reporter: encrypted, masked, and given out for a stated reason only (A8, T09).</summary>
[Trait("Provision", "P55")]
public sealed class ReporterPrivacyTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Name = "金丝雀鸣";
    private const string Phone = "13900007531";

    [Fact]
    public async Task Name_and_phone_stand_nowhere_in_clear_neither_in_a_table_nor_in_the_log()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone, accept: true);
        await portal.Reads.RevealReporterAsync(People.Clerk, number, "电话回访核实");
        await portal.Reads.ExportAsync(People.Clerk, new CaseListCriteria { Text = Name });
        await portal.Reads.LookUpAsync(number.Value, Phone[^4..]);
        await FailWhileSavingAsync();

        foreach (var table in await TablesAsync())
            foreach (var secret in new[] { Name, Phone })
                (await portal.AskAsync<long>(
                    $"select count(*) from {table} t where t::text like $1 or t::text like $2",
                    $"%{secret}%", $"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))}%")).ShouldBe(0, table);
        portal.Log.Lines.ShouldNotBeEmpty();
        portal.Log.Lines.ShouldNotContain(line => line.Contains(Name, StringComparison.Ordinal) || line.Contains(Phone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_detail_page_shows_a_mask_only()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone);

        var detail = (await portal.Reads.FindAsync(People.Clerk, number)).Value;

        detail.MaskedReporter.ShouldBe("金** 139****7531");
        detail.MayReveal.ShouldBeTrue();
        System.Text.Json.JsonSerializer.Serialize(detail).ShouldNotContain(Phone);
        (await portal.Reads.FindAsync(People.GridMember, number)).Value.MayReveal.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("张三", null, "张*")]
    [InlineData(null, "13900007531", "139****7531")]
    public async Task Who_is_not_named_is_not_masked(string? name, string? phone, string? masked)
    {
        var detail = (await portal.Reads.FindAsync(People.Clerk, await portal.RegisterAsync(People.Clerk, name: name, phone: phone))).Value;

        detail.MaskedReporter.ShouldBe(masked);
        detail.MayReveal.ShouldBe(masked is not null);
    }

    [Fact]
    public async Task Seeing_the_reporter_takes_a_reason_that_stays_in_the_trail()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone);

        foreach (var reason in new[] { "", "   ", "看看", "\u200B\u200B\u200B\u200B", "   核实" })
            (await portal.Reads.RevealReporterAsync(People.Clerk, number, reason)).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("Reason");
        (await portal.Reads.RevealReporterAsync(People.Clerk, number, new string('长', CaseReadService.ReasonMaximum + 1))).Error.ShouldBeOfType<PlatformErrors.TooLong>();
        (await portal.CountAuditAsync(number)).ShouldBe(1);

        var revealed = (await portal.Reads.RevealReporterAsync(People.Clerk, number, " 电话回访核实 ")).Value;
        revealed.ShouldBe(new RevealedReporter(Name, Phone));
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.reveal-reporter'", number.Value))
            .ShouldBe("原因：电话回访核实");
    }

    [Fact]
    public async Task The_longest_reason_is_kept_whole()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name);
        var reason = new string('长', CaseReadService.ReasonMaximum - 2) + "😀";

        (await portal.Reads.RevealReporterAsync(People.Clerk, number, reason)).Errors.ShouldBeEmpty();

        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.reveal-reporter'", number.Value))
            .ShouldEndWith(reason);
    }

    [Fact]
    public async Task A_correction_of_the_facts_leaves_the_reporter_as_it_was()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone);
        var (id, version) = await portal.IdentifyAsync(number);

        await portal.Cases.CorrectAsync(People.Clerk, new CorrectCase(id, version, CaseMaker.Facts with { Title = "改过" }));

        (await portal.Reads.RevealReporterAsync(People.Clerk, number, "电话回访核实")).Value.ShouldBe(new RevealedReporter(Name, Phone));
    }

    [Fact]
    public async Task A_citizen_finds_the_case_by_number_and_the_end_of_the_phone_and_sees_no_personal_data()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone);

        var found = (await portal.Reads.LookUpAsync($" {number.Value.Replace("-", "", StringComparison.Ordinal)} ", "７５３１")).Value;

        found.State.ShouldBe(CaseState.Registered);
        found.DueAt.ShouldBeGreaterThan(portal.Clock.Now);
        found.ReporterPhone.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_that_was_filed_away_stays_a_refusal_for_the_citizen()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone);
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.Refuse, "已由法院立案");
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.Archive);

        var found = (await portal.Reads.LookUpAsync(number.Value, Phone[^4..])).Value;

        found.State.ShouldBe(CaseState.Refused);
        found.Answer.ShouldBe("已由法院立案");
    }

    [Fact]
    public async Task Whatever_does_not_fit_the_citizen_hears_the_same()
    {
        var known = await portal.RegisterAsync(People.Clerk, name: Name, phone: Phone);
        var silent = await portal.RegisterAsync(People.Clerk, name: Name);
        var unknown = CaseNumber.Create(CaseMaker.Facts.Place, 2031, 99);

        foreach (var (number, tail) in new[] { (known.Value, "7532"), (silent.Value, "7531"), (unknown.Value, "7531"), (known.Value, "0000") })
            (await portal.Reads.LookUpAsync(number, tail)).Error.ShouldBe(new CaseErrors.LookupFailed());
        (await portal.Reads.LookUpAsync("12345", "7531")).Error.ShouldBeOfType<CaseErrors.BadNumber>().Field.ShouldBe("Number");
        foreach (var tail in new[] { null, "", "753", "75310", "abcd", "\uD83D" })
            (await portal.Reads.LookUpAsync(known.Value, tail)).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("PhoneTail");
    }

    // A statement that fails is logged with its text; the values must not come along.
    private async Task FailWhileSavingAsync()
    {
        await portal.ExecuteAsync("alter table cases add constraint broken check (title <> '坏') not valid");
        try
        {
            await Should.ThrowAsync<Exception>(() =>
                portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(CaseMaker.Facts with { Title = "坏" }, Name, Phone)));
        }
        finally
        {
            await portal.ExecuteAsync("alter table cases drop constraint broken");
        }
    }

    private Task<IReadOnlyList<string>> TablesAsync() => portal.ColumnAsync<string>(
        "select quote_ident(table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
}
