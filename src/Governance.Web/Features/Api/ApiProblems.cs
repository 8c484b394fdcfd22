using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Web.Features.Api;

/// <summary>Refusals as the interface says them: a status for programs, a Chinese sentence for people, each message at its field.</summary>
internal static class ApiProblems
{
    /// <summary>Media type of a refusal.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A refusal of the business.</summary>
    public static ProblemBody Of(IReadOnlyList<Error> errors)
    {
        var status = StatusOf(errors[0]);
        var byField = errors.Where(e => e.Field is not null).GroupBy(e => Camel(e.Field!))
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(e => e.Message)]);
        return new ProblemBody(TitleOf(status), status, string.Join("", errors.Select(e => e.Message)), errors[0].Code, byField.Count == 0 ? null : byField);
    }

    /// <summary>A refusal of the interface itself.</summary>
    public static ProblemBody Of(int status, string code, string detail, string? field = null) => new(
        TitleOf(status), status, detail, code, field is null ? null : new Dictionary<string, IReadOnlyList<string>> { [field] = [detail] });

    /// <summary>Writes it.</summary>
    public static IResult Result(ProblemBody problem) =>
        Results.Json(problem, ApiJson.Options, MediaType, problem.Status);

    private static int StatusOf(Error error) => error switch
    {
        NotFoundError => StatusCodes.Status404NotFound,
        ForbiddenError => StatusCodes.Status403Forbidden,
        ConflictError => StatusCodes.Status409Conflict,
        ClientErrors.BadKey => StatusCodes.Status401Unauthorized,
        PlatformErrors.StorageUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求格式不对",
        StatusCodes.Status401Unauthorized => "接口密钥无效",
        StatusCodes.Status403Forbidden => "没有权限",
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status409Conflict => "与已有内容冲突",
        StatusCodes.Status413PayloadTooLarge => "请求内容过大",
        StatusCodes.Status415UnsupportedMediaType => "请求类型不对",
        StatusCodes.Status422UnprocessableEntity => "内容不合要求",
        StatusCodes.Status429TooManyRequests => "请求过于频繁",
        StatusCodes.Status503ServiceUnavailable => "暂时不可用",
        _ => "接口故障",
    };

    private static string Camel(string field) => char.ToLowerInvariant(field[0]) + field[1..];
}
