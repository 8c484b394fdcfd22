using System.Diagnostics;
using System.Net;
using System.Text;
using Governance.Application.Clients;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Governance.Web.Features.Api;
using static Governance.IntegrationTests.Api.ApiPortal;

namespace Governance.IntegrationTests.Api;

/// <summary>Who gets in, how much, and what hostile bodies bring about: a clear answer and nothing else (T08, T11, T12).</summary>
[Trait("Provision", "P55")]
public sealed class ApiSecurityTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    private const string NoKey = "gk_0123456789ab_0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task Without_a_good_key_nothing_closed_answers()
    {
        var (made, _) = await portal.ClientAsync();
        var key = made.Key!;
        foreach (var wrong in new[] { null, "", "x", NoKey, key[..^1] + (key[^1] == '0' ? '1' : '0'), key + "0", key.ToUpperInvariant() })
        {
            using var http = portal.With(wrong);
            foreach (var answer in new[]
            {
                await PostAsync(http, "/submissions", Delivery()), await GetAsync(http, "/submissions/2026-000000000-0"),
            })
            {
                (answer.Status, answer.MediaType, answer.Code).ShouldBe((401, "application/problem+json", "client.bad-key"));
                answer.Message.Headers.WwwAuthenticate.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public async Task A_sign_in_cookie_opens_nothing()
    {
        var browser = await portal.Host.OpenAsync(Role.SystemAdministrator, People.City);

        (await browser.Client.GetAsync(new Uri("/api/v1/categories", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_stopped_client_is_refused_within_five_seconds()
    {
        var (made, http) = await portal.ClientAsync();
        (await GetAsync(http, "/categories")).Status.ShouldBe(200);
        var clients = portal.Get<ClientService>();
        var version = (await clients.FindAsync(People.Administrator, made.ClientId)).Value.Version;

        (await clients.RevokeAsync(People.Administrator, made.ClientId, version)).Errors.ShouldBeEmpty();

        var watch = Stopwatch.StartNew();
        while ((await GetAsync(http, "/categories")).Status != 401)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task After_a_change_of_keys_both_work_until_the_overlap_ends()
    {
        var (made, http) = await portal.ClientAsync();
        var clients = portal.Get<ClientService>();
        async Task<uint> VersionAsync() => (await clients.FindAsync(People.Administrator, made.ClientId)).Value.Version;

        var second = (await clients.RotateAsync(People.Administrator, made.ClientId, await VersionAsync(), 24)).Value;
        (await GetAsync(http, "/categories")).Status.ShouldBe(200);
        (await GetAsync(portal.With(second.Key), "/categories")).Status.ShouldBe(200);
        var third = (await clients.RotateAsync(People.Administrator, made.ClientId, await VersionAsync(), 0)).Value;

        await Task.Delay(ClientKeys.MaximumAge + TimeSpan.FromMilliseconds(200));
        (await GetAsync(http, "/categories")).Status.ShouldBe(401);
        (await GetAsync(portal.With(second.Key), "/categories")).Status.ShouldBe(401);
        (await GetAsync(portal.With(third.Key), "/categories")).Status.ShouldBe(200);
        (await clients.RotateAsync(People.Administrator, made.ClientId, 1, 0)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task Neither_key_nor_secret_is_kept_in_clear()
    {
        var (made, http) = await portal.ClientAsync();
        await PostAsync(http, "/submissions", Delivery());
        var secret = made.Key![^64..];

        foreach (var table in new[] { "api_clients", "api_keys", "api_calls", "audit_entries" })
            (await portal.AskAsync<long>($"select count(*) from {table} t where t::text like '%' || $1 || '%'", secret)).ShouldBe(0, table);
    }

    [Fact]
    public async Task Only_administrators_of_the_whole_city_manage_clients()
    {
        var (made, _) = await portal.ClientAsync();
        var clients = portal.Get<ClientService>();
        var detail = (await clients.FindAsync(People.Administrator, made.ClientId)).Value;
        foreach (var actor in new[]
        {
            People.CityCentre, People.Centre, People.Clerk, People.Handler, People.GridMember, People.Leader, People.Auditor,
            People.Person(Role.SystemAdministrator, People.County + "-centre", People.County),
        })
        {
            (await clients.ListAsync(actor)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
            (await clients.FindAsync(actor, made.ClientId)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
            (await clients.CreateAsync(actor, detail.Facts)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
            (await clients.ChangeAsync(actor, made.ClientId, detail.Version, detail.Facts)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
            (await clients.RotateAsync(actor, made.ClientId, detail.Version, 0)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
            (await clients.RotateWebhookSecretAsync(actor, made.ClientId, detail.Version)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
            (await clients.RevokeAsync(actor, made.ClientId, detail.Version)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Account);
        }
        (await clients.FindAsync(People.Administrator, made.ClientId)).Value.Version.ShouldBe(detail.Version);
    }

    [Fact]
    public async Task Two_administrators_who_save_at_once_do_not_overwrite_each_other()
    {
        var (made, _) = await portal.ClientAsync();
        var clients = portal.Get<ClientService>();
        var seen = (await clients.FindAsync(People.Administrator, made.ClientId)).Value;

        (await clients.RotateAsync(People.Administrator, made.ClientId, seen.Version, 24)).IsOk.ShouldBeTrue();
        (await clients.ChangeAsync(People.Administrator, made.ClientId, seen.Version, seen.Facts with { PerMinute = 5 })).Error.Code.ShouldBe("client.changed-meanwhile");
    }

    [Fact]
    public async Task Who_delivers_too_fast_is_told_when_to_come_again()
    {
        var (_, http) = await portal.ClientAsync(perMinute: 3);
        for (var i = 0; i < 3; i++)
            (await PostAsync(http, "/submissions", Delivery())).Status.ShouldBe(201);

        var refused = await PostAsync(http, "/submissions", Delivery());

        (refused.Status, refused.Code).ShouldBe((429, "api.too-many"));
        refused.Message.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await PostAsync(http, "/submissions/batch", new { items = Enumerable.Range(0, 4).Select(_ => Delivery()) })).Code.ShouldBe("api.batch-size");
        var (_, other) = await portal.ClientAsync(perMinute: 3);
        (await PostAsync(other, "/submissions/batch", new { items = Enumerable.Range(0, 3).Select(_ => Delivery()) })).Status.ShouldBe(200);
        (await PostAsync(other, "/submissions", Delivery())).Status.ShouldBe(429);
    }

    [Fact]
    public void Who_tries_keys_is_stopped_and_others_go_on()
    {
        using var limiter = new ApiLimiter();
        var bad = IPAddress.Parse("2001:db8:1:2::1");
        for (var i = 0; i < ApiLimiter.WrongKeysPerMinute; i++)
        {
            limiter.WaitOf(bad).ShouldBeNull();
            limiter.CountWrongKey(IPAddress.Parse($"2001:db8:1:2::{i + 1:x}"));
        }

        limiter.WaitOf(bad).ShouldNotBeNull().ShouldBeInRange(1, 60);
        limiter.WaitOf(IPAddress.Parse("2001:db8:1:3::1")).ShouldBeNull();
        limiter.WaitOf(IPAddress.Parse("10.0.0.1")).ShouldBeNull();
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("", 400)]
    [InlineData("\"x\"", 400)]
    [InlineData("{\"sourceNumber\":1}", 400)]
    [InlineData("{\"sourceNumber\":\"1\",\"sourceNumber\":\"2\",\"description\":\"x\"}", 400)]
    [InlineData("{\"sourceNumber\":\"1\",\"descripton\":\"x\"}", 400)]
    [InlineData("{\"sourceNumber\":\"1\",\"description\":\"x\",\"channel\":1}", 400)]
    [InlineData("{\"sourceNumber\":\"1\",\"description\":\"x\",\"channel\":\"nowhere\"}", 400)]
    [InlineData("{\"sourceNumber\":\"\\ud800\",\"description\":\"x\"}", 400)]
    [InlineData("{\"sourceNumber\":\"1\",\"description\":\"x\",\"place\":\"'; drop table cases; --\"}", 422)]
    [InlineData("{\"sourceNumber\":\" \",\"description\":\"x\"}", 422)]
    [InlineData("{\"sourceNumber\":\"1\"}", 422)]
    [InlineData("{}", 422)]
    public async Task A_body_that_is_not_right_gets_a_clear_answer(string body, int status)
    {
        var (_, http) = await portal.ClientAsync();

        var answer = await PostAsync(http, "/submissions", body);

        (answer.Status, answer.MediaType).ShouldBe((status, "application/problem+json"), answer.Text);
        ((string?)answer.Json["detail"]).ShouldNotBeNull().ShouldMatch("[。]$");
        answer.Text.ShouldNotContain("System.");
        answer.Text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Huge_and_deep_bodies_are_refused_without_being_taken_in()
    {
        var (_, http) = await portal.ClientAsync();
        var huge = await PostAsync(http, "/submissions", Delivery(change: b => b["description"] = new string('长', 10_000_000)));
        huge.Status.ShouldBe(413, huge.Text);
        var deep = await PostAsync(http, "/submissions", string.Concat(Enumerable.Repeat("{\"title\":", 5000)) + "1" + new string('}', 5000));
        deep.Status.ShouldBe(400, deep.Text);
        var many = await PostAsync(http, "/submissions/batch", new { items = Enumerable.Range(0, 501).Select(_ => new { sourceNumber = "x" }) });
        (many.Status, many.Code).ShouldBe((422, "api.batch-size"));
        var wide = await PostAsync(http, "/submissions", Delivery(change: b => b["description"] = new string('长', 5001)));
        (wide.Status, wide.Code).ShouldBe((422, "platform.too-long"));
        // Chunked, so that no length tells beforehand how much comes.
        using var stream = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"description\":\"" + new string('x', 9_000_000) + "\"}")));
        stream.Headers.ContentType = new("application/json");
        stream.Headers.ContentLength = null;
        (await http.PostAsync(new Uri("/api/v1/submissions/batch", UriKind.Relative), stream)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var form = new FormUrlEncodedContent([new("sourceNumber", "1")]);
        (await http.PostAsync(new Uri("/api/v1/submissions", UriKind.Relative), form)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Scripts_and_invisible_signs_are_kept_as_plain_words_and_shown_harmless()
    {
        var (_, http) = await portal.ClientAsync();
        var sent = await PostAsync(http, "/submissions", Delivery(change: b =>
        {
            b["title"] = "<script>alert(1)</script>\u202e标题\u0000";
            b["description"] = "<img src=x onerror=alert(1)>\u0007经过";
        }));
        sent.Status.ShouldBe(201, sent.Text);

        var browser = await portal.Host.OpenAsync(Role.TownshipClerk, People.Township);
        foreach (var address in new[] { "/submissions", $"/submissions/{(string)sent.Json["number"]!}" })
        {
            var page = await browser.Client.GetStringAsync(new Uri(address, UriKind.Relative));
            page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;标题");
            page.ShouldNotContain("<script>alert");
            page.ShouldNotContain("<img src=x");
        }
    }

    [Fact]
    public async Task Guessed_numbers_find_nothing_of_others()
    {
        var (_, owner) = await portal.ClientAsync();
        var number = (string)(await PostAsync(owner, "/submissions", Delivery("RX-1"))).Json["number"]!;
        var (_, http) = await portal.ClientAsync();

        foreach (var guess in new[] { number, "RX-1", "%", "*", "' or 1=1 --", "../" + number, new string('9', 5000) })
        {
            (await GetAsync(http, "/submissions?sourceNumber=" + Uri.EscapeDataString(guess))).Status.ShouldBe(404, guess);
            (await GetAsync(http, "/submissions/" + Uri.EscapeDataString(guess))).Status.ShouldBe(404, guess);
        }
    }

    [Fact]
    public async Task An_unknown_address_answers_in_the_language_of_the_interface()
    {
        var answer = await GetAsync(portal.With(null), "/nothing");
        (answer.Status, answer.MediaType, answer.Code).ShouldBe((404, "application/problem+json", "api.no-such-address"));
    }

    [Fact]
    public async Task Calls_are_kept_without_bodies_and_shown_to_the_administrator()
    {
        var (made, http) = await portal.ClientAsync();
        await PostAsync(http, "/submissions", Delivery());
        await PostAsync(http, "/submissions/batch", new { items = new[] { Delivery(), Delivery() } });
        await PostAsync(http, "/submissions", "{");
        await portal.Get<ApiCallLog>().FlushAsync();

        var calls = (await portal.Get<ClientService>().FindAsync(People.Administrator, made.ClientId)).Value.Calls;

        calls.Select(c => (c.Operation, c.Status, c.Rows)).ShouldBe([("报送一件", 201, 1), ("报送一批", 200, 2), ("报送一件", 400, 1)], ignoreOrder: true);
        (await portal.Get<ClientService>().ListAsync(People.Administrator)).Value.Single(c => c.Id == made.ClientId).LastUsedAt.ShouldNotBeNull();
    }
}
