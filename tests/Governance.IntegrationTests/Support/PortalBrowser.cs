using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Governance.IntegrationTests.Support;

/// <summary>A browser without scripts: cookies, pages, forms. Redirects are not followed, so that tests see them.</summary>
public sealed class PortalBrowser(HttpClient client) : IDisposable
{
    /// <summary>The client with the cookies.</summary>
    public HttpClient Client => client;

    /// <summary>Asks for an address.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(address);

    /// <summary>Opens a page that must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        var answer = await GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address} -> {answer.Headers.Location}");
        return await ReadAsync(answer);
    }

    /// <summary>Reads the page of an answer.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens a page, fills the form that holds the first of the fields and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(address);
        var form = fields.Length == 0
            ? page.QuerySelector("form")
            : page.QuerySelector($"[name=\"{fields[0].Name}\"]")?.Closest("form");
        return await SubmitAsync((IHtmlFormElement)form!, address, fields);
    }

    /// <summary>Sends a form that a page holds.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlFormElement form, string address, params (string Name, string Value)[] fields)
    {
        var values = form.QuerySelectorAll<IHtmlInputElement>("input[name]").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in fields) values[name] = value;
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : address;
        return client.PostAsync(action, new FormUrlEncodedContent(values));
    }

    /// <summary>Signs in through the page; fails when the portal refuses.</summary>
    public async Task SignInAsync(string account, string password) =>
        (await TrySignInAsync(account, password)).StatusCode.ShouldBe(HttpStatusCode.Found);

    /// <summary>Signs in through the page and gives the answer.</summary>
    public Task<HttpResponseMessage> TrySignInAsync(string account, string password, string address = "/account/login") =>
        SubmitAsync(address, ("Input.Account", account), ("Input.Password", password));

    /// <inheritdoc />
    public void Dispose() => client.Dispose();
}
