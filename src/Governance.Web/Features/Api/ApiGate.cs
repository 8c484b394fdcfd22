using System.Diagnostics;
using Governance.Application.Clients;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Web.Features.Api;

/// <summary>
/// Stands before every closed part of the interface: which client calls, whether it may go on, and whatever fails said as a problem.
/// No cookie counts here and none is set.
/// </summary>
internal sealed partial class ApiGate(ClientKeys keys, ApiLimiter limiter, ApiCallLog calls, TimeProvider time, ILogger<ApiGate> log) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const string StorageWait = "10";

    private static readonly object ClientItem = new();
    private static readonly object RowsItem = new();

    /// <summary>The client behind a request that came through.</summary>
    public static ClientIdentity Client(HttpContext http) => (ClientIdentity)http.Items[ClientItem]!;

    /// <summary>Says how many deliveries the request holds, for the log.</summary>
    public static void Holds(HttpContext http, int rows) => http.Items[RowsItem] = rows;

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await AnswerAsync(http, context, next);
        }
        catch (StorageUnavailableException)
        {
            http.Response.Headers.RetryAfter = StorageWait;
            return ApiProblems.Result(ApiProblems.Of([new PlatformErrors.StorageUnavailable()]));
        }
        catch (BadHttpRequestException fault)
        {
            return ApiProblems.Result(ApiProblems.Of(fault.StatusCode, "api.bad-request", "请求没有完整送达，或超过允许的大小。"));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault);
            return ApiProblems.Result(ApiProblems.Of(
                StatusCodes.Status500InternalServerError, "api.fault", $"接口遇到故障，本次内容没有保存。请稍后重发；再次出现的，请告知故障编号 {http.TraceIdentifier}。"));
        }
    }

    private async ValueTask<object?> AnswerAsync(HttpContext http, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var address = http.Connection.RemoteIpAddress;
        if (limiter.WaitOf(address) is { } wait)
            return TooMany(http, wait, "本地址发来的错误密钥过多，请稍后再试。");
        var found = await keys.FindAsync(KeyOf(http), http.RequestAborted);
        if (!found.IsOk)
        {
            limiter.CountWrongKey(address);
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return ApiProblems.Result(ApiProblems.Of(found.Errors));
        }
        http.Items[ClientItem] = found.Value;
        var at = time.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var answer = await next(context);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status503ServiceUnavailable })
            http.Response.Headers.RetryAfter = StorageWait;
        calls.Add(found.Value.Id, new ClientCall(
            at, http.GetEndpoint()?.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "",
            (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK, http.Items[RowsItem] as int? ?? 0,
            (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds, ApiLimiter.Text(address)));
        return answer;
    }

    /// <summary>A refusal that says when to come again.</summary>
    public static IResult TooMany(HttpContext http, int seconds, string why)
    {
        http.Response.Headers.RetryAfter = ApiLimiter.Header(seconds);
        return ApiProblems.Result(ApiProblems.Of(StatusCodes.Status429TooManyRequests, "api.too-many", why));
    }

    private static string? KeyOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The interface failed")]
    private partial void LogFault(Exception fault);
}
