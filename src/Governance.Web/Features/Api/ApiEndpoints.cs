using Governance.Application.Cities;
using Governance.Application.Clients;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;

namespace Governance.Web.Features.Api;

/// <summary>The interface for other systems, <c>/api/v1</c>. Everything it does goes through the same services as the pages.</summary>
public static class ApiEndpoints
{
    /// <summary>Where the interface lies.</summary>
    public const string Path = "/api/v1";

    /// <summary>Most deliveries of a batch.</summary>
    public const int MostRows = 500;

    private const int BatchWorkers = 4;
    private const string ReplayHeader = "Idempotent-Replayed";

    /// <summary>Adds what the interface needs.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiLimiter>();
        services.AddSingleton<ApiCallLog>();
        services.AddHostedService(provider => provider.GetRequiredService<ApiCallLog>());
        return services.AddApiDescription();
    }

    /// <summary>Maps it.</summary>
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup(Path).AllowAnonymous().DisableAntiforgery();
        open.MapApiDescription();
        var closed = open.MapGroup("").AddEndpointFilter<ApiGate>().WithTags("来件");
        closed.MapPost("/submissions", PostAsync).WithSummary("报送一件").Accepts<SubmissionBody>("application/json")
            .Answers<ReceiptBody>(StatusCodes.Status201Created, 400, 401, 403, 409, 413, 415, 422, 429, 503)
            .WithDescription("同一来源编号、同样内容重发，得到同样的回执，响应头 Idempotent-Replayed 为 true；内容不同的，返回 409。");
        closed.MapPost("/submissions/batch", PostBatchAsync).WithSummary("报送一批").Accepts<BatchBody>("application/json")
            .Answers<BatchResultBody>(StatusCodes.Status200OK, 400, 401, 413, 415, 422, 429, 503)
            .WithDescription("逐件接收，逐件答复：一件没有接收，不影响其他各件。");
        closed.MapGet("/submissions/{number}", FindAsync).WithSummary("按来件编号查询").Answers<StatusBody>(StatusCodes.Status200OK, 401, 404, 429, 503);
        closed.MapGet("/submissions", FindBySourceAsync).WithSummary("按来源编号查询").Answers<StatusBody>(StatusCodes.Status200OK, 401, 404, 429, 503)
            .WithDescription("查询参数 sourceNumber 为来源编号。");
        closed.MapPost("/submissions/{number}/answer", AnswerAsync).WithSummary("补充").Accepts<AnswerBody>("application/json")
            .Answers<StatusBody>(StatusCodes.Status200OK, 400, 401, 404, 413, 415, 422, 429, 503)
            .WithDescription("对“待补充”的来件作答，之后回到“待审核”。");
        closed.MapGet("/categories", Categories).WithSummary("类别").Answers<IReadOnlyList<CategoryBody>>(StatusCodes.Status200OK, 401, 429);
        closed.MapGet("/divisions", Divisions).WithSummary("区划").Answers<IReadOnlyList<DivisionBody>>(StatusCodes.Status200OK, 401, 404, 429)
            .WithDescription("查询参数 parent 为上级区划的代码，不填的返回全市下一级。");
        // A body of another type finds none of the addresses above.
        open.MapFallback("{**rest}", (HttpContext http) => ApiProblems.Result(
            http.Request.ContentType is not null && !http.Request.HasJsonContentType()
                ? ApiJson.NotJson
                : ApiProblems.Of(StatusCodes.Status404NotFound, "api.no-such-address", "接口没有这个地址，或不支持这种请求方法。"))).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext http, ClientIntake intake, ApiLimiter limiter)
    {
        ApiGate.Holds(http, 1);
        var client = ApiGate.Client(http);
        if (limiter.Count(client, 1) is { } wait)
            return ApiGate.TooMany(http, wait, $"每分钟最多报送 {client.PerMinute} 件，请稍后重发。");
        var (body, problem) = await ApiJson.ReadAsync<SubmissionBody>(http.Request, ApiJson.MostBytes, http.RequestAborted);
        if (body is null)
            return ApiProblems.Result(problem!);
        var row = await ReceiveAsync(client, body, intake, http.RequestAborted);
        if (row.Receipt is not { } receipt)
            return ApiProblems.Result(row.Problem!);
        if (row.Repeated)
            http.Response.Headers[ReplayHeader] = "true";
        http.Response.Headers.Location = $"{Path}/submissions/{receipt.Number}";
        return Results.Json(receipt, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PostBatchAsync(HttpContext http, ClientIntake intake, ApiLimiter limiter)
    {
        var client = ApiGate.Client(http);
        var (body, problem) = await ApiJson.ReadAsync<BatchBody>(http.Request, ApiJson.MostBatchBytes, http.RequestAborted);
        if (body is null)
            return ApiProblems.Result(problem!);
        var most = Math.Min(MostRows, client.PerMinute);
        if (body.Items is not { Count: > 0 } items || items.Count > most)
            return ApiProblems.Result(ApiProblems.Of(
                StatusCodes.Status422UnprocessableEntity, "api.batch-size", $"每批 1 到 {most} 件，现在是 {body.Items?.Count ?? 0} 件。", "items"));
        ApiGate.Holds(http, items.Count);
        if (limiter.Count(client, items.Count) is { } wait)
            return ApiGate.TooMany(http, wait, $"每分钟最多报送 {client.PerMinute} 件，请稍后重发。");
        var rows = new RowBody[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count), new ParallelOptions { MaxDegreeOfParallelism = BatchWorkers, CancellationToken = http.RequestAborted },
            async (i, ct) =>
            {
                var row = await ReceiveAsync(client, items[i] ?? new SubmissionBody(), intake, ct);
                rows[i] = new RowBody(i, row.Problem?.Status ?? StatusCodes.Status201Created, row.Receipt, row.Problem);
            });
        return Results.Json(new BatchResultBody(rows), ApiJson.Options);
    }

    private static async Task<IResult> FindAsync(string number, HttpContext http, ApiLimiter limiter, SubmissionReadService reader) =>
        SubmissionNumber.TryParse(number, out var parsed)
            ? await StatusAsync(http, limiter, reader, parsed.Value)
            : ApiProblems.Result(ApiProblems.Of([new SubmissionErrors.NotFound()]));

    private static Task<IResult> FindBySourceAsync(string? sourceNumber, HttpContext http, ApiLimiter limiter, SubmissionReadService reader) =>
        StatusAsync(http, limiter, reader, sourceNumber ?? "");

    private static async Task<IResult> StatusAsync(HttpContext http, ApiLimiter limiter, SubmissionReadService reader, string number)
    {
        var client = ApiGate.Client(http);
        if (limiter.Count(client, 1) is { } wait)
            return ApiGate.TooMany(http, wait, $"每分钟最多请求 {client.PerMinute} 次，请稍后再试。");
        return await reader.FindForSourceAsync(Domain.Clients.ApiClient.SourceKeyOf(client.Id), number, http.RequestAborted) is { } found
            ? Results.Json(Status(found), ApiJson.Options)
            : ApiProblems.Result(ApiProblems.Of([new SubmissionErrors.NotFound()]));
    }

    private static async Task<IResult> AnswerAsync(
        string number, HttpContext http, ApiLimiter limiter, SubmissionService submissions, SubmissionReadService reader)
    {
        var client = ApiGate.Client(http);
        if (limiter.Count(client, 1) is { } wait)
            return ApiGate.TooMany(http, wait, $"每分钟最多请求 {client.PerMinute} 次，请稍后再试。");
        var (body, problem) = await ApiJson.ReadAsync<AnswerBody>(http.Request, ApiJson.MostBytes, http.RequestAborted);
        if (body is null)
            return ApiProblems.Result(problem!);
        if (!SubmissionNumber.TryParse(number, out var parsed))
            return ApiProblems.Result(ApiProblems.Of([new SubmissionErrors.NotFound()]));
        var source = client.Source(client.Channels[0]);
        var answered = await submissions.AnswerAsync(source, parsed.Value, body.Answer ?? "", http.RequestAborted);
        if (!answered.IsOk)
            return ApiProblems.Result(ApiProblems.Of(answered.Errors));
        return await reader.FindForSourceAsync(source.Key, parsed.Value, http.RequestAborted) is { } found
            ? Results.Json(Status(found), ApiJson.Options)
            : ApiProblems.Result(ApiProblems.Of([new SubmissionErrors.NotFound()]));
    }

    private static IResult Categories(IReferenceData reference)
    {
        var pack = reference.Pack;
        return Results.Json(pack.Categories.Where(c => c.IsLeaf).Select(c => new CategoryBody(c.Code, pack.CategoryName(c.Code))), ApiJson.Options);
    }

    private static IResult Divisions(string? parent, IReferenceData reference)
    {
        var pack = reference.Pack;
        var above = parent is null ? pack.Profile.AreaCode : AreaCode.TryParse(parent, out var code) && pack.FindDivision(code) is not null ? code : default;
        return above == default
            ? ApiProblems.Result(ApiProblems.Of(StatusCodes.Status404NotFound, "api.no-such-division", "没有这个区划代码。"))
            : Results.Json(pack.ChildrenOf(above).Select(d => new DivisionBody(d.Code.Value, d.Name)), ApiJson.Options);
    }

    private static async Task<(ReceiptBody? Receipt, ProblemBody? Problem, bool Repeated)> ReceiveAsync(
        ClientIdentity client, SubmissionBody body, ClientIntake intake, CancellationToken ct)
    {
        // A place that is no code must not pass for an unknown place: the sender meant something.
        AreaCode? place = null;
        if (!string.IsNullOrWhiteSpace(body.Place))
        {
            if (!AreaCode.TryParse(body.Place.Trim(), out var code))
                return (null, ApiProblems.Of([new CaseErrors.UnknownPlace { Field = nameof(body.Place) }]), false);
            place = code;
        }
        var draft = new SubmissionDraft(body.SourceNumber ?? "", body.Title ?? "", body.Description ?? "")
        {
            Place = place, PlaceText = body.PlaceText ?? "", CategoryCode = body.CategoryCode ?? "", ContactName = body.ContactName ?? "",
            ContactPhone = body.ContactPhone ?? "", Confidential = body.Confidential,
        };
        var received = await intake.ReceiveAsync(client, new Delivery(draft, body.Channel), ct);
        return received.IsOk ? (Receipt(received.Value), null, received.Value.Repeated) : (null, ApiProblems.Of(received.Errors), false);
    }

    private static ReceiptBody Receipt(SubmissionReceipt receipt) =>
        new(receipt.Number.Value, receipt.SourceNumber, receipt.ReceivedAt, receipt.DueAt, receipt.CaseNumber?.Value);

    private static StatusBody Status(SubmissionStatus found) => new(
        found.Number.Value, found.SourceNumber, found.State, found.State.DisplayName(), found.ReceivedAt, found.DueAt, found.DecidedAt,
        found.CaseNumber?.Value, found.Reply);

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status, params int[] refusals)
    {
        endpoint.Produces<T>(status);
        foreach (var refusal in refusals)
            endpoint.Produces<ProblemBody>(refusal, ApiProblems.MediaType);
        return endpoint;
    }
}
