using System.Text.Json.Nodes;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using static Governance.IntegrationTests.Api.ApiPortal;

namespace Governance.IntegrationTests.Api;

/// <summary>What systems do over the interface, on the real host.</summary>
[Trait("Provision", "P36")]
public sealed class ApiTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    [Fact]
    public async Task A_delivery_is_answered_with_a_receipt_and_every_repeat_with_the_same()
    {
        var (_, http) = await portal.ClientAsync();
        var body = Delivery();

        var first = await PostAsync(http, "/submissions", body);
        var again = await PostAsync(http, "/submissions", body);

        first.Status.ShouldBe(201, first.Text);
        (again.Status, again.Text).ShouldBe((201, first.Text));
        first.Message.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        again.Message.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        var number = (string)first.Json["number"]!;
        SubmissionNumber.TryParse(number, out _).ShouldBeTrue();
        first.Message.Headers.Location!.ToString().ShouldBe($"/api/v1/submissions/{number}");
        first.Message.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await portal.AskAsync<long>("select count(*) from submissions where source_number = $1", body["sourceNumber"]!)).ShouldBe(1);

        var other = await PostAsync(http, "/submissions", Delivery((string)body["sourceNumber"]!, b => b["title"] = "另一件事"));
        (other.Status, other.Code, other.MediaType).ShouldBe((409, "submission.number-reused", "application/problem+json"));
    }

    [Fact]
    public async Task A_status_is_found_by_either_number_and_only_by_its_own_client()
    {
        var (_, http) = await portal.ClientAsync();
        var (_, stranger) = await portal.ClientAsync();
        var body = Delivery("RX-1/2026 号");
        var number = (string)(await PostAsync(http, "/submissions", body)).Json["number"]!;

        foreach (var address in new[] { $"/submissions/{number}", "/submissions?sourceNumber=" + Uri.EscapeDataString("RX-1/2026 号") })
        {
            var seen = await GetAsync(http, address);
            seen.Status.ShouldBe(200, seen.Text);
            ((string?)seen.Json["state"], (string?)seen.Json["stateText"], (string?)seen.Json["number"]).ShouldBe(("pending", "待审核", number));
            seen.Text.ShouldNotContain("7531");
            seen.Text.ShouldNotContain("张三");
            (await GetAsync(stranger, address)).Status.ShouldBe(404);
        }
        (await PostAsync(stranger, $"/submissions/{number}/answer", new { answer = "三号楼" })).Status.ShouldBe(404);
        (await GetAsync(http, "/submissions/2026-000000000-0")).Status.ShouldBe(404);
        (await GetAsync(http, "/submissions")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_batch_answers_each_row_by_itself()
    {
        var (_, http) = await portal.ClientAsync(People.County);
        var twice = Delivery();

        var answer = await PostAsync(http, "/submissions/batch", new
        {
            items = new object?[]
            {
                Delivery(), twice, twice, Delivery((string)twice["sourceNumber"]!, b => b["description"] = "别的事"),
                Delivery(change: b => { b["description"] = " "; b["contactPhone"] = "12"; }), null, Delivery(change: b => b["place"] = People.OtherCountyVillage),
                Delivery(change: b => b["channel"] = "court"), Delivery(change: b => b["place"] = "新城区"),
            },
        });

        answer.Status.ShouldBe(200, answer.Text);
        var rows = answer.Json["results"]!.AsArray();
        rows.Select(r => (int)r!["index"]!).ShouldBe(Enumerable.Range(0, 9));
        var statuses = rows.Select(r => (int)r!["status"]!).ToList();
        // Rows of one number run side by side: one of the three differs from whichever came first.
        statuses[0].ShouldBe(201);
        statuses.Skip(1).Take(3).Count(s => s == 409).ShouldBeInRange(1, 2);
        statuses.Skip(4).ShouldBe([422, 422, 403, 403, 422]);
        rows[4]!["problem"]!["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["description", "contactPhone"], ignoreOrder: true);
        ((string?)rows[6]!["problem"]!["code"]).ShouldBe("client.area-not-allowed");
        ((string?)rows[7]!["problem"]!["code"]).ShouldBe("client.channel-not-allowed");
        (await portal.AskAsync<long>("select count(*) from submissions where source_number = $1", twice["sourceNumber"]!)).ShouldBe(1);
    }

    [Fact]
    public async Task A_question_is_told_to_the_system_and_answered_by_it()
    {
        var (_, http) = await portal.ClientAsync();
        var number = SubmissionNumber.Parse((string)(await PostAsync(http, "/submissions", Delivery())).Json["number"]!);
        var (service, reader) = (portal.Get<SubmissionService>(), portal.Get<SubmissionReadService>());
        (await PostAsync(http, $"/submissions/{number.Value}/answer", new { answer = "三号楼" })).Code.ShouldBe("submission.wrong-state");
        var seen = (await reader.FindAsync(People.Clerk, number)).Value.Submission;
        (await service.AskAsync(People.Clerk, new ReplyToSubmission(seen.Id, seen.Version, "几号楼？"))).Errors.ShouldBeEmpty();

        var asked = await GetAsync(http, $"/submissions/{number.Value}");
        ((string?)asked.Json["state"], (string?)asked.Json["reply"]).ShouldBe(("asked", "几号楼？"));
        var answered = await PostAsync(http, $"/submissions/{number.Value}/answer", new { answer = "三号楼" });

        (answered.Status, (string?)answered.Json["state"]).ShouldBe((200, "pending"));
        (await reader.FindAsync(People.Clerk, number)).Value.Submission.Steps[^1].Note.ShouldBe("三号楼");
    }

    [Fact]
    public async Task A_trusted_system_gets_the_number_of_the_case_at_once_and_again_on_a_repeat()
    {
        var (_, http) = await portal.ClientAsync(opens: true);
        var body = Delivery(change: b => b["categoryCode"] = "0301");

        var first = await PostAsync(http, "/submissions", body);

        CaseNumber.TryParse((string?)first.Json["caseNumber"], out var opened).ShouldBeTrue(first.Text);
        (await PostAsync(http, "/submissions", body)).Text.ShouldBe(first.Text);
        (await portal.AskAsync<string>("select channel from cases where number = $1", opened!.Value)).ShouldBe("Hotline");
        (await portal.AskAsync<long>("select count(*) from cases where number = $1", opened.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task What_has_no_place_goes_to_the_centre_the_system_delivers_for()
    {
        var (_, county) = await portal.ClientAsync(People.County);
        var number = SubmissionNumber.Parse((string)(await PostAsync(county, "/submissions", Delivery(change: b => b.Remove("place")))).Json["number"]!);

        (await portal.Get<SubmissionReadService>().FindAsync(People.Centre, number)).IsOk.ShouldBeTrue();
        (await portal.Get<SubmissionReadService>().FindAsync(People.Clerk, number)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task Codes_for_categories_and_divisions_are_given_out()
    {
        var (_, http) = await portal.ClientAsync();

        (await GetAsync(http, "/categories")).Json.AsArray().ShouldContain(c => (string)c!["code"]! == "0301");
        (await GetAsync(http, "/divisions")).Json.AsArray().ShouldContain(d => (string)d!["code"]! == People.County);
        (await GetAsync(http, "/divisions?parent=" + People.Township)).Json.AsArray().ShouldContain(d => (string)d!["code"]! == People.Village);
        (await GetAsync(http, "/divisions?parent=1")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_description_tells_of_every_address_in_chinese_and_of_no_other()
    {
        var answer = await GetAsync(portal.With(null), "/openapi.json");

        answer.Status.ShouldBe(200, answer.Text);
        ((string)answer.Json["openapi"]!).ShouldStartWith("3.");
        answer.Json["paths"]!.AsObject().Select(p => p.Key).ShouldBe(
            [
                "/api/v1/submissions", "/api/v1/submissions/batch", "/api/v1/submissions/{number}", "/api/v1/submissions/{number}/answer",
                "/api/v1/categories", "/api/v1/divisions",
            ], ignoreOrder: true);
        var schemas = answer.Json["components"]!["schemas"]!;
        schemas["SubmissionBody"]!["properties"]!.AsObject().Select(p => p.Key).ShouldContain("sourceNumber");
        ((string?)schemas["SubmissionBody"]!["properties"]!["sourceNumber"]!["description"]).ShouldNotBeNull().ShouldContain("来源编号");
        answer.Json["components"]!["securitySchemes"]!.AsObject().Count.ShouldBe(1);
        foreach (var (path, methods) in answer.Json["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
                ((string?)operation!["summary"]).ShouldNotBeNullOrEmpty($"{method} {path}");
    }

    [Fact]
    public async Task The_example_of_the_guide_works()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "help", "interface.md"));
        var start = guide.IndexOf("-d '", StringComparison.Ordinal) + 4;
        var (_, http) = await portal.ClientAsync();

        var answer = await PostAsync(http, "/submissions", guide[start..guide.IndexOf('\'', start)]);

        answer.Status.ShouldBe(201, answer.Text);
    }
}
