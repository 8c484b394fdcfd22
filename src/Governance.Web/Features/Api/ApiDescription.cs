using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace Governance.Web.Features.Api;

/// <summary>The description of the interface (OpenAPI), made from the endpoints themselves, so that it cannot tell of what is not there.</summary>
internal static class ApiDescription
{
    /// <summary>Where it lies, below the interface.</summary>
    public const string Address = "/openapi.json";

    private const string Document = "v1";
    private const string Scheme = "key";

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        return services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "来件接口", Version = "1",
                    Description = "其他系统报送来件、查询状态。每次请求带请求头 Authorization: Bearer 加接口密钥；字符集 UTF-8；时间为世界协调时（RFC 3339）。没有成功的，返回 application/problem+json，detail 为中文说明。",
                };
                document.Servers = [];
                document.Webhooks = ApiWebhooks.All;
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "接口密钥，由管理员在“接口客户”页发给。" },
                };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDescription(this IEndpointRouteBuilder group) => group.MapOpenApi(Address).WithName("openapi").ExcludeFromDescription();
}
