using System.Text;

namespace ProviderSandbox.Mail.Pages;

/// <summary>A page with the policy that the browser holds it to.</summary>
internal sealed class Markup(string html, string policy) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
