using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Restricted;

/// <summary>A lead on organised crime goes to the police by name, with a receipt whose absence reminds (P21; H29, A26).</summary>
[Trait("Provision", "P21")]
public sealed class HandOverTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private static readonly Actor Officer = People.Person(Role.DepartmentHandler, People.County + "-police", People.County, "高警官");
    private static readonly Actor OtherOfficer = People.Person(Role.DepartmentHandler, People.County + "-police", People.County, "邱警官");

    public async Task InitializeAsync()
    {
        foreach (var person in new[] { People.Centre, Officer, OtherOfficer, People.Handler })
            await portal.AddAccountAsync(person);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_named_handler_reads_it_from_then_on_and_no_colleague()
    {
        var number = await RegisterAsync();
        (await portal.Reads.FindAsync(Officer, number)).IsOk.ShouldBeFalse();

        (await HandOverAsync(People.Centre, number, Officer.UserId)).Errors.ShouldBeEmpty();

        (await portal.Reads.FindAsync(Officer, number)).IsOk.ShouldBeTrue();
        foreach (var outsider in new[] { OtherOfficer, People.Clerk, People.CityCentre, People.Leader })
            (await portal.Reads.FindAsync(outsider, number)).IsOk.ShouldBeFalse(outsider.DisplayName);
        var view = await ViewAsync(People.Centre, number);
        var done = view.Record.HandOver.ShouldNotBeNull();
        (done.BodyName, done.HandedOverBy, done.HandedOverAt, done.ReceivedAt).ShouldBe(("呼和浩特市公安局新城区分局", "赵敏", portal.Clock.Now, null));
        (view.MayHandOver, view.MayConfirm).ShouldBe((false, true));
        (await HandOverAsync(People.Centre, number, null)).Error.ShouldBeOfType<RestrictedErrors.HandedOverBefore>();
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.handover'", number.Value))
            .ShouldBe("呼和浩特市公安局新城区分局；承办人：高警官。线索材料一份");
    }

    [Fact]
    public async Task Only_a_keeper_hands_over_only_to_its_people_and_only_what_is_to_be_handed_over()
    {
        var number = await RegisterAsync();
        (await HandOverAsync(People.Clerk, number, null)).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await HandOverAsync(People.Centre, number, People.Handler.UserId)).Error.ShouldBeOfType<RestrictedErrors.NotOfBody>().Field.ShouldBe("Person");
        (await HandOverAsync(People.Centre, number, Guid.NewGuid())).Error.ShouldBeOfType<RestrictedErrors.UnknownPerson>();
        (await ConfirmAsync(People.Centre, number, "1", "某")).Error.ShouldBeOfType<RestrictedErrors.NotHandedOver>();
        var bullying = await portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { CategoryCode = "0806" });
        (await HandOverAsync(People.Centre, bullying, null)).Error.ShouldBeOfType<RestrictedErrors.NothingToHandOver>();
        (await ViewAsync(People.Centre, bullying)).MayHandOver.ShouldBeFalse();

        (await HandOverAsync(People.Centre, number, Officer.UserId)).Errors.ShouldBeEmpty();
        (await HandOverAsync(Officer, number, null)).Error.ShouldBeOfType<RestrictedErrors.KeepersOnly>();
    }

    [Fact]
    public async Task The_receipt_has_a_number_and_a_receiver_and_is_recorded_once()
    {
        var number = await RegisterAsync();
        (await HandOverAsync(People.Centre, number, Officer.UserId)).Errors.ShouldBeEmpty();

        (await ConfirmAsync(Officer, number, " ", "")).Errors.Select(e => e.Field).ShouldBe(["ReceiptNumber", "ReceivedBy"]);
        (await ConfirmAsync(OtherOfficer, number, "呼公收〔2026〕8号", "高警官")).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await ConfirmAsync(Officer, number, "呼公收〔2026〕8号", "高警官")).Errors.ShouldBeEmpty();
        (await ConfirmAsync(People.Centre, number, "9", "某")).Error.ShouldBeOfType<RestrictedErrors.ReceivedBefore>();

        var done = (await ViewAsync(People.Centre, number)).Record.HandOver!;
        (done.ReceiptNumber, done.ReceivedBy, done.ReceivedAt).ShouldBe(("呼公收〔2026〕8号", "高警官", portal.Clock.Now));
    }

    [Fact]
    public async Task A_missing_receipt_reminds_after_the_hours_of_the_pack_and_again_until_it_is_there()
    {
        var start = portal.Clock.Now;
        var number = await RegisterAsync();
        (await HandOverAsync(People.Centre, number, Officer.UserId)).Errors.ShouldBeEmpty();
        var hours = portal.Pack.FindRestriction("organised-crime")!.ReceiptHours!.Value;
        try
        {
            foreach (var (after, reminders) in new[] { (hours - 0.1, 0), (hours + 0.1, 1), (hours + 0.2, 1), ((2 * hours) + 0.3, 2) })
            {
                portal.Clock.Now = start.AddHours(after);
                await portal.Get<TimedSteps>().RunAsync();
                (await CountAsync(number)).ShouldBe(reminders, $"{after} h");
            }
            (await portal.Reads.FindAsync(People.Centre, number)).Value.Case.UrgedAt.ShouldNotBeNull();
            (await ConfirmAsync(People.Centre, number, "呼公收〔2026〕9号", "高警官")).Errors.ShouldBeEmpty();
            portal.Clock.Now = start.AddHours(9 * hours);
            await portal.Get<TimedSteps>().RunAsync();
            (await CountAsync(number)).ShouldBe(2);
        }
        finally
        {
            portal.Clock.Now = start;
        }
    }

    private Task<long> CountAsync(CaseNumber number) => portal.AskAsync<long>(
        "select count(*) from case_steps s join cases c on c.id = s.case_id where c.number = $1 and s.kind = 'RemindOfReceipt'", number.Value);

    private Task<CaseNumber> RegisterAsync() => portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { Title = "有人强收摊位费", CategoryCode = "1408" });

    private async Task<Domain.Common.Result<CaseNumber>> HandOverAsync(Actor actor, CaseNumber number, Guid? person)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await portal.Get<HandOverService>().HandOverAsync(actor, new HandOverCase(id, version, person is { } one ? [one] : [], "线索材料一份"));
    }

    private async Task<Domain.Common.Result<CaseNumber>> ConfirmAsync(Actor actor, CaseNumber number, string receipt, string by)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await portal.Get<HandOverService>().ConfirmAsync(actor, new ConfirmReceipt(id, version, receipt, by));
    }

    private async Task<RestrictionView> ViewAsync(Actor actor, CaseNumber number) =>
        (await portal.Get<RestrictedReadService>().FindAsync(actor, (await portal.Reads.FindHeadAsync(actor, number)).Value)).Value;
}
