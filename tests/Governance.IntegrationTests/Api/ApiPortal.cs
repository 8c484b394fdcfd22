using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Application.Clients;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Organisation;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.IntegrationTests.Api;

/// <summary>The real web host with clients of the interface.</summary>
public sealed class ApiPortal : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    /// <summary>The host.</summary>
    public PortalHost Host { get; } = new();

    /// <inheritdoc />
    public Task InitializeAsync() => Host.InitializeAsync();

    /// <inheritdoc />
    public Task DisposeAsync() => Host.DisposeAsync();

    /// <summary>A service of the host.</summary>
    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>First value of a statement in plain SQL.</summary>
    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Host.Postgres.DataSource.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes a client and gives what sends with its key.</summary>
    public async Task<(HandedOut Made, HttpClient Http)> ClientAsync(
        string area = People.City, bool opens = false, int perMinute = ClientFacts.MostPerMinute, params CaseChannel[] channels)
    {
        var made = await Get<ClientService>().CreateAsync(
            People.Administrator,
            new ClientFacts(
                "系统" + Guid.NewGuid().ToString("N")[..8], channels.Length == 0 ? [CaseChannel.Hotline] : channels, [AreaCode.Parse(area)], opens, perMinute, ""));
        made.Errors.ShouldBeEmpty();
        return (made.Value, With(made.Value.Key));
    }

    /// <summary>What sends with a key; null for none.</summary>
    public HttpClient With(string? key)
    {
        var http = Host.CreateDefaultClient(new Uri("http://localhost"));
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    /// <summary>A delivery, with a source number of its own unless named.</summary>
    public static Dictionary<string, object?> Delivery(string? sourceNumber = null, Action<Dictionary<string, object?>>? change = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["sourceNumber"] = sourceNumber ?? Guid.NewGuid().ToString("N"), ["title"] = "小区停暖三天", ["description"] = "三号楼从周一起没有暖气，家里有老人。",
            ["place"] = People.Village, ["placeText"] = "三号楼", ["contactName"] = "张三", ["contactPhone"] = "13900007531",
        };
        change?.Invoke(body);
        return body;
    }

    /// <summary>Posts a body as JSON.</summary>
    public static async Task<ApiAnswer> PostAsync(HttpClient http, string address, object body) =>
        await ReadAsync(await http.PostAsync(new Uri("/api/v1" + address, UriKind.Relative), Json(body as string ?? JsonSerializer.Serialize(body, Plain))));

    /// <summary>Gets an address.</summary>
    public static async Task<ApiAnswer> GetAsync(HttpClient http, string address) =>
        await ReadAsync(await http.GetAsync(new Uri("/api/v1" + address, UriKind.Relative)));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<ApiAnswer> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return new ApiAnswer((int)answer.StatusCode, text, answer.Content.Headers.ContentType?.MediaType, answer);
    }
}

/// <summary>An answer of the interface.</summary>
public sealed record ApiAnswer(int Status, string Text, string? MediaType, HttpResponseMessage Message)
{
    /// <summary>The answer as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The stable code of a refusal.</summary>
    public string? Code => (string?)Json["code"];
}
