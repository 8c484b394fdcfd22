using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Governance.Application.Clients;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Application.Webhooks;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.Domain.Webhooks;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Webhooks;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Notifications;
using Governance.IntegrationTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Governance.IntegrationTests.Webhooks;

/// <summary>Messages to a real receiver that fails first: signed, in order, tried again, given up, sent again.</summary>
[Trait("Provision", "P36")]
public sealed class WebhookDispatchTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime, IDisposable
{
    private static readonly WebhookNetworks Loopback = WebhookNetworks.Read("127.0.0.0/8")!;

    private readonly Receiver _receiver = new();
    private WebhookSender? _sender;

    public async Task InitializeAsync()
    {
        await _receiver.StartAsync();
        await portal.ExecuteAsync("delete from webhook_deliveries");
    }

    public Task DisposeAsync() => _receiver.StopAsync();

    public void Dispose() => _sender?.Dispose();

    [Fact]
    public async Task Changes_arrive_signed_and_in_order_though_the_receiver_fails_first()
    {
        var (secret, number, source) = await DeliverAsync(_receiver.Address);
        _receiver.Answers.Enqueue(500);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Accept)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        await Dispatch().RunAsync();
        _receiver.Got.Count.ShouldBe(1, "what comes later waits behind what failed");
        portal.Clock.Advance(TimeSpan.FromSeconds(13));
        await Dispatch().RunAsync();

        var got = _receiver.Got.ToList();
        got.Skip(1).Select(g => g.Body.GetProperty("state").GetString()).ShouldBe(["Registered", "Accepted", "Dispatched"]);
        got[0].Delivery.ShouldBe(got[1].Delivery, "a repeat has the key of the first try");
        got.Skip(1).Select(g => g.Delivery).ShouldBeUnique();
        got.Select(g => g.Body.GetProperty("sequence").GetInt32()).ShouldBeInOrder();
        foreach (var one in got)
        {
            one.Signature.ShouldBe(WebhookMessage.Sign(secret, one.Timestamp, one.Text));
            one.Body.GetProperty("number").GetString().ShouldBe(number.Value);
            one.Body.GetProperty("sourceNumber").GetString().ShouldBe(source);
            one.Text.ShouldNotContain("13947112345");
            one.Text.ShouldNotContain("停暖");
        }
        (await portal.ColumnAsync<string>("select state from webhook_deliveries")).ShouldAllBe(s => s == "Delivered");
        await Dispatch().RunAsync();
        _receiver.Got.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_client_is_told_what_becomes_of_its_submission_before_it_is_a_case()
    {
        var (secret, number, source) = await SendAsync(_receiver.Address, opensAtOnce: false);
        var service = portal.Get<SubmissionService>();
        async Task TakeAsync(Func<Guid, uint, Task<Result>> take)
        {
            var id = await portal.AskAsync<Guid>("select id from submissions where number = $1", number);
            (await take(id, (await portal.Get<SubmissionReadService>().FindAsync(People.CityCentre, SubmissionNumber.Parse(number))).Value.Submission.Version)).Errors.ShouldBeEmpty();
        }
        static Result Plain<T>(Result<T> taken) where T : class => taken.IsOk ? Result.Ok : Result.Refused(taken.Errors);
        await TakeAsync(async (id, version) => Plain(await service.AskAsync(People.CityCentre, new ReplyToSubmission(id, version, "是几号楼？"))));
        await TakeAsync(async (id, version) => Plain(await service.HandOverAsync(People.CityCentre, new HandOverSubmission(id, version, AreaCode.Parse(People.Township)))));
        await TakeAsync(async (id, version) => Plain(await service.AcceptAsync(People.CityCentre, new AcceptSubmission(id, version, CaseMaker.Facts))));
        await portal.DrainAsync();
        await Dispatch().RunAsync();

        var of = _receiver.Got.Where(g => g.Body.GetProperty("event").GetString() == "submission.changed").ToList();
        of.Select(g => (g.Body.GetProperty("step").GetString(), g.Body.GetProperty("state").GetString(), g.Body.GetProperty("stateName").GetString())).ShouldBe(
            [("Receive", "Pending", "待审核"), ("Ask", "Asked", "待补充"), ("HandOver", "Asked", "待补充"), ("Accept", "Accepted", "已受理")]);
        of.Select(g => g.Body.GetProperty("sequence").GetInt32()).ShouldBe([0, 1, 2, 3]);
        of.Select(g => g.Body.GetProperty("reply").GetString()).ShouldBe([null, "是几号楼？", null, null]);
        var made = await portal.AskAsync<string>("select case_number from submissions where number = $1", number);
        of.Select(g => g.Body.GetProperty("caseNumber").GetString()).ShouldBe([null, null, null, made]);
        of.Select(g => g.Body.GetProperty("dueAt").ValueKind).ShouldBe([JsonValueKind.String, JsonValueKind.String, JsonValueKind.String, JsonValueKind.Null]);
        foreach (var one in of)
        {
            one.Signature.ShouldBe(WebhookMessage.Sign(secret, one.Timestamp, one.Text));
            (one.Body.GetProperty("number").GetString(), one.Body.GetProperty("sourceNumber").GetString()).ShouldBe((number, source));
            one.Text.ShouldNotContain("13947112345");
            one.Text.ShouldNotContain("停暖");
        }
        _receiver.Got.Where(g => g.Body.GetProperty("event").GetString() == "case.changed").Select(g => (g.Body.GetProperty("number").GetString(), g.Body.GetProperty("state").GetString())).ShouldBe([(made, "Registered"), (made, "Accepted")]);
        var client = await portal.AskAsync<Guid>("select distinct client_id from webhook_deliveries");
        (await portal.Get<WebhookService>().ListAsync(Administrator(), client)).Value.Select(r => WebhookDelivery.StateName(r.Number, r.SubjectState))
            .ShouldBe(["待审核", "待补充", "待补充", "已受理", CaseState.Registered.DisplayName(), CaseState.Accepted.DisplayName()], ignoreOrder: true);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason_and_what_a_citizen_sends_is_told_to_nobody()
    {
        var (_, number, _) = await SendAsync(_receiver.Address, opensAtOnce: false);
        var found = (await portal.Get<SubmissionReadService>().FindAsync(People.CityCentre, SubmissionNumber.Parse(number))).Value.Submission;
        (await portal.Get<SubmissionService>().RefuseAsync(People.CityCentre, new ReplyToSubmission(found.Id, found.Version, "不属于本市事项"))).Errors.ShouldBeEmpty();
        var before = await portal.AskAsync<long>("select count(*) from outbox_messages");
        (await portal.Get<SubmissionService>().ReceiveAsync(SubmissionSource.Web, new SubmissionDraft(Guid.NewGuid().ToString("N"), "路灯不亮", "三号楼前路灯不亮。")
            { Place = AreaCode.Parse(People.Village), ContactPhone = "13947112345" })).Errors.ShouldBeEmpty();
        (await portal.AskAsync<long>("select count(*) from outbox_messages")).ShouldBe(before, "a citizen looks it up");
        await portal.DrainAsync();
        await Dispatch().RunAsync();

        var told = _receiver.Got.Select(g => g.Body).ToList();
        told.Select(b => b.GetProperty("state").GetString()).ShouldBe(["Pending", "Refused"]);
        told[^1].GetProperty("reply").GetString().ShouldBe("不属于本市事项");
        (await portal.AskAsync<long>("select count(*) from outbox_messages")).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_is_given_up_after_its_last_try_and_an_administrator_sends_it_again()
    {
        await DeliverAsync(_receiver.Address);
        await portal.DrainAsync();
        _receiver.Always = 503;
        for (var i = 0; i < WebhookRetry.MostAttempts; i++)
        {
            await Dispatch().RunAsync();
            portal.Clock.Advance(TimeSpan.FromDays(2));
        }
        _receiver.Got.Count.ShouldBe(WebhookRetry.MostAttempts);
        var client = await portal.AskAsync<Guid>("select client_id from webhook_deliveries");
        var administrator = Administrator();
        var failed = (await portal.Get<WebhookService>().ListAsync(administrator, client)).Value.ShouldHaveSingleItem();
        (failed.State, failed.Reason).ShouldBe((WebhookState.Failed, "对方回复 503"));

        _receiver.Always = 200;
        (await portal.Get<WebhookService>().SendAgainAsync(People.Centre, client, failed.Id)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await portal.Get<WebhookService>().SendAgainAsync(administrator, client, failed.Id)).Value.ShouldBe(1);
        await Dispatch().RunAsync();
        (await portal.AskAsync<string>("select state from webhook_deliveries")).ShouldBe("Delivered");
        (await portal.Get<WebhookService>().SendAgainAsync(administrator, client, failed.Id)).Error.ShouldBeOfType<WebhookErrors.NothingToSend>();
    }

    [Fact]
    public async Task Inner_addresses_redirects_and_silence_lead_nowhere()
    {
        await DeliverAsync(_receiver.Address);
        await portal.DrainAsync();
        await Dispatch(WebhookNetworks.Read("")!).RunAsync();
        _receiver.Got.ShouldBeEmpty("loopback is not called unless the operator allows it");
        (await portal.AskAsync<string>("select reason from webhook_deliveries")).ShouldContain("不允许的网段");

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        _receiver.RedirectTo = _receiver.Address + "/elsewhere";
        await Dispatch().RunAsync();
        _receiver.Got.Select(g => g.Path).ShouldBe(["/hook"], "a redirect is not followed");
        (await portal.AskAsync<string>("select state from webhook_deliveries")).ShouldBe("Pending");
    }

    [Fact]
    public async Task Several_processes_side_by_side_send_each_message_once()
    {
        for (var i = 0; i < 10; i++)
            await DeliverAsync(_receiver.Address);
        await portal.DrainAsync();
        var dispatch = Dispatch();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => dispatch.RunAsync()));
        _receiver.Got.Count.ShouldBe(10);
        _receiver.Got.Select(g => g.Delivery).ShouldBeUnique();
    }

    private WebhookDispatch Dispatch(WebhookNetworks? networks = null)
    {
        _sender?.Dispose();
        _sender = new WebhookSender(networks ?? Loopback, portal.Clock);
        return new WebhookDispatch(portal.Get<IDbContextFactory<GovernanceDbContext>>(), _sender, portal.Get<IPersonalDataProtector>(), portal.Clock);
    }

    private static Actor Administrator() => People.Person(Role.SystemAdministrator, People.City + "-centre", People.City);

    /// <summary>A client with an address, and a case it has delivered; what was told of its submission is put aside.</summary>
    private async Task<(string Secret, CaseNumber Number, string SourceNumber)> DeliverAsync(string address)
    {
        var (secret, _, source) = await SendAsync(address, opensAtOnce: true);
        await portal.ExecuteAsync("delete from outbox_messages m using submissions s where s.id = m.case_id");
        return (secret, CaseNumber.Parse(await portal.AskAsync<string>("select case_number from submissions where source_number = $1", source)), source);
    }

    private async Task<(string Secret, string Number, string SourceNumber)> SendAsync(string address, bool opensAtOnce)
    {
        var made = await portal.Get<ClientService>().CreateAsync(Administrator(), new ClientFacts(
            $"热线系统 {Guid.NewGuid():N}", [CaseChannel.Hotline], [AreaCode.Parse(People.City)], opensAtOnce, 600, address));
        made.Errors.ShouldBeEmpty();
        var client = (await portal.Get<ClientKeys>().FindAsync(made.Value.Key)).Value;
        var source = Guid.NewGuid().ToString("N");
        var received = await portal.Get<ClientIntake>().ReceiveAsync(client, new Delivery(
            new SubmissionDraft(source, "小区停暖三天", "三号楼没有暖气。") { Place = AreaCode.Parse(People.Village), CategoryCode = "0301", ContactPhone = "13947112345" }, null));
        received.Errors.ShouldBeEmpty();
        return (made.Value.WebhookSecret!, await portal.AskAsync<string>("select number from submissions where source_number = $1", source), source);
    }

    /// <summary>Another system: keeps what it gets and answers as it is told.</summary>
    private sealed class Receiver
    {
        private WebApplication? _app;

        public ConcurrentQueue<Received> Got { get; } = new();

        public ConcurrentQueue<int> Answers { get; } = new();

        public int Always { get; set; } = 200;

        public string? RedirectTo { get; set; }

        public string Address => _app!.Urls.First() + "/hook";

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/{**path}", async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                var text = await reader.ReadToEndAsync();
                var headers = http.Request.Headers;
                Got.Enqueue(new Received(
                    http.Request.Path, headers[WebhookMessage.DeliveryHeader].ToString(),
                    long.Parse(headers[WebhookMessage.TimestampHeader].ToString(), CultureInfo.InvariantCulture), headers[WebhookMessage.SignatureHeader].ToString(),
                    text, JsonDocument.Parse(text).RootElement));
                if (RedirectTo is { } elsewhere)
                    return Results.Redirect(elsewhere, preserveMethod: true);
                return Results.StatusCode(Answers.TryDequeue(out var answer) ? answer : Always);
            });
            await _app.StartAsync();
        }

        public async Task StopAsync()
        {
            if (_app is not null)
                await _app.DisposeAsync();
        }
    }

    private sealed record Received(string Path, string Delivery, long Timestamp, string Signature, string Text, JsonElement Body);
}
