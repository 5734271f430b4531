using System.Net;
using System.Net.Http.Headers;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A signed-in person with a browser: keeps cookies, fills in forms as the page gives them, follows redirects on demand.</summary>
internal sealed class PanelBrowser : IDisposable
{
    private static readonly Uri s_site = new("http://shop.example");
    private readonly HttpMessageInvoker _http;
    private readonly CookieContainer _cookies = new();
    private readonly string _user;
    private readonly string _language;

    public PanelBrowser(HttpMessageHandler handler, string user, string language)
    {
        _http = new(handler);
        (_user, _language) = (user, language);
    }

    public async Task<PanelAnswer> GetAsync(string path, Action<HttpRequestHeaders>? headers = null) =>
        await SendAsync(new(HttpMethod.Get, new Uri(s_site, path)), headers);

    /// <summary>Sends a form of a page with its hidden fields, and others beside or instead of them.</summary>
    public async Task<PanelAnswer> SubmitAsync(PanelAnswer page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Form(action);
        var sent = form.Fields.Where(field => fields.All(other => other.Name != field.Name)).Concat(fields);
        return await PostAsync(form.Action, [.. sent]);
    }

    public async Task<PanelAnswer> PostAsync(string path, (string Name, string Value)[] fields, Action<HttpRequestHeaders>? headers = null) =>
        await SendAsync(
            new(HttpMethod.Post, new Uri(s_site, path)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) },
            headers);

    /// <summary>Follows the redirect after a form.</summary>
    public Task<PanelAnswer> FollowAsync(PanelAnswer answer) => GetAsync(answer.Location ?? throw new InvalidOperationException($"{answer.Status} is no redirect."));

    public void Dispose() => _http.Dispose();

    private async Task<PanelAnswer> SendAsync(HttpRequestMessage request, Action<HttpRequestHeaders>? headers)
    {
        if (_user.Length > 0)
        {
            request.Headers.Add(TestUser.Header, _user);
        }

        request.Headers.Add("Accept-Language", _language);
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        headers?.Invoke(request.Headers);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(request.RequestUri!, cookie);
        }

        return await PanelAnswer.ReadAsync(response);
    }
}
