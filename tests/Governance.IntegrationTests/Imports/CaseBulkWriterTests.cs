using Governance.Application.Deadlines;
using Governance.Application.Imports;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.IntegrationTests.Imports;

public sealed class CaseBulkWriterTests(RefusalPortal started) : IClassFixture<RefusalPortal>
{
    private static readonly DateTimeOffset At = new(2025, 12, 31, 15, 30, 0, TimeSpan.Zero);
    private static readonly AreaCode Place = AreaCode.Parse("150102001001");

    private readonly Actor _clerk = new(Guid.NewGuid(), "zhang", "张经办", Role.TownshipClerk, "150102001000-peace", "平安办", AreaCode.Parse("150102001000"));
    private readonly Actor _handler = new(Guid.NewGuid(), "li", "李办理", Role.DepartmentHandler, "150102000000-housing", "住建局", AreaCode.Parse("150102000000"));

    private ImportPortal Portal => started.Portal;

    [Fact]
    public async Task Everything_a_case_holds_comes_back_as_it_was_written()
    {
        Case? original = null;
        await WriteAsync([new CaseSeed("bulk:whole", Place, At, number => original = WholeLife(number, "bulk:whole"))]);

        await using var context = await Portal.Get<IDbContextFactory<GovernanceDbContext>>().CreateDbContextAsync();
        var stored = await context.Set<Case>().AsNoTracking().Include(c => c.Steps.OrderBy(s => s.Sequence)).SingleAsync(c => c.Id == original!.Id);

        foreach (var property in typeof(Case).GetProperties().Where(p => p.Name is not nameof(Case.Version) and not nameof(Case.Steps)))
            property.GetValue(stored).ShouldBeEquivalentTo(property.GetValue(original), property.Name);
        stored.Steps.Count.ShouldBe(original!.Steps.Count);
        foreach (var (read, written) in stored.Steps.Zip(original.Steps))
            read.ShouldBeEquivalentTo(written);
    }

    [Fact]
    public async Task A_number_belongs_to_the_county_and_the_chinese_year_of_the_registration()
    {
        // 2025-12-31 16:30 UTC is already the new year in China.
        var number = "";
        await WriteAsync([new CaseSeed("bulk:new-year", Place, At.AddHours(1), given =>
        {
            number = given.Value;
            return Registered(given, "bulk:new-year", At.AddHours(1));
        })]);

        number.ShouldStartWith("150102-2026-");
    }

    [Fact]
    public async Task A_case_that_cannot_be_built_leaves_nothing_behind()
    {
        var seeds = Enumerable.Range(0, 6000).Select(i => new CaseSeed($"bulk:half:{i}", Place, At, number =>
            i < 5500 ? Registered(number, $"bulk:half:{i}", At) : throw new InvalidOperationException("broken")));

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(seeds, "bulk:half"));

        (await Portal.AskAsync<long>("select count(*) from cases where source_key like 'bulk:half:%'")).ShouldBe(0);
        (await Portal.AskAsync<long>("select count(*) from audit_entries where subject_id = 'bulk:half'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_source_key_twice_makes_one_case()
    {
        var written = await WriteAsync(Enumerable.Repeat(0, 2).Select(_ =>
            new CaseSeed("bulk:twice", Place, At, number => Registered(number, "bulk:twice", At))));

        written.ShouldBe(new BulkWriteResult(1, 1, 2));
    }

    [Fact]
    public async Task Clerks_can_take_numbers_while_a_bulk_write_is_under_way()
    {
        using var numberTaken = new ManualResetEventSlim();
        using var clerkDone = new ManualResetEventSlim();
        var write = Task.Run(() => WriteAsync([new CaseSeed("bulk:slow", Place, At, number =>
        {
            numberTaken.Set();
            clerkDone.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue("a clerk had to wait for the bulk write");
            return Registered(number, "bulk:slow", At);
        })]));

        numberTaken.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        await Portal.AskAsync<long>("""
            insert into case_number_counters as c values ('150102', 2025, 1)
            on conflict (county_code, year) do update set last = c.last + 1 returning last
            """);
        clerkDone.Set();

        (await write).Added.ShouldBe(1);
    }

    private Task<BulkWriteResult> WriteAsync(IEnumerable<CaseSeed> seeds, string subject = "bulk") => Portal.Get<ICaseBulkWriter>().WriteAsync(
        _clerk, seeds, added => new AuditRecord(AuditActions.ImportMessages, "import", subject, null, $"{added}"));

    private Case Registered(CaseNumber number, string key, DateTimeOffset at) => Case.Register(
        number, new CaseFacts("标题", "经过", Place, "东门", "0201", CaseChannel.Counter, CaseUrgency.Urgent),
        (Portal.Get<IPersonalDataProtector>().Protect("王某"), Portal.Get<IPersonalDataProtector>().Protect("13800000001")),
        _clerk.BodyCode, Guid.CreateVersion7(at), _clerk, Portal.Get<CaseClock>().CountAcceptance(Place, "0201", CaseUrgency.Urgent, at), at, key).Value;

    private Case WholeLife(CaseNumber number, string key)
    {
        var made = Registered(number, key, At);
        var clock = Portal.Get<CaseClock>();
        var housing = Portal.Pack.FindBody(_handler.BodyCode)!;
        made.Accept(_clerk, "受理", clock.CountHandling(Place, "0201", CaseUrgency.Urgent, At), At.AddHours(1));
        made.Dispatch(_clerk, housing, "请办理", At.AddHours(2));
        made.Sign(_handler, "", At.AddHours(3));
        made.SubmitResult(_handler, "已处理\n两次", At.AddHours(4));
        made.Verify(_clerk, true, "属实", At.AddHours(5));
        made.Close(_clerk, "答复", At.AddHours(6));
        made.Reopen(_clerk, "又坏了", clock.CountHandling(Place, "0201", CaseUrgency.Urgent, At.AddDays(1)), At.AddDays(1));
        made.Dispatch(_clerk, housing, "", At.AddDays(1));
        made.Sign(_handler, "", At.AddDays(1));
        made.SubmitResult(_handler, "再次处理", At.AddDays(2));
        made.Verify(_clerk, true, "属实", At.AddDays(2));
        made.Close(_clerk, "再次答复", At.AddDays(2));
        made.State.ShouldBe(CaseState.Closed);
        made.ReopenCount.ShouldBe(1);
        return made;
    }
}
