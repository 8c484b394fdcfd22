using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Governance.Application.Clients;
using Governance.Application.Platform;
using Governance.Application.Webhooks;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
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

    /// <summary>A client with an address, and a case it has delivered.</summary>
    private async Task<(string Secret, CaseNumber Number, string SourceNumber)> DeliverAsync(string address)
    {
        var made = await portal.Get<ClientService>().CreateAsync(Administrator(), new ClientFacts(
            $"热线系统 {Guid.NewGuid():N}", [CaseChannel.Hotline], [AreaCode.Parse(People.City)], true, 600, address));
        made.Errors.ShouldBeEmpty();
        var client = (await portal.Get<ClientKeys>().FindAsync(made.Value.Key)).Value;
        var source = Guid.NewGuid().ToString("N");
        var received = await portal.Get<ClientIntake>().ReceiveAsync(client, new Delivery(
            new SubmissionDraft(source, "小区停暖三天", "三号楼没有暖气。") { Place = AreaCode.Parse(People.Village), CategoryCode = "0301", ContactPhone = "13947112345" }, null));
        received.Errors.ShouldBeEmpty();
        var number = await portal.AskAsync<string>("select case_number from submissions where source_number = $1", source);
        return (made.Value.WebhookSecret!, CaseNumber.Parse(number), source);
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
