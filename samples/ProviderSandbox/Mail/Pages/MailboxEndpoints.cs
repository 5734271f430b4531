using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Primitives;

namespace ProviderSandbox.Mail.Pages;

/// <summary>The mailbox for a person in a browser, and as JSON for tests and scripts.</summary>
internal static class MailboxEndpoints
{
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A mail may dress itself and bring its pictures along; it runs nothing, sends nothing, and fetches nothing.
    private const string MailPolicy =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    public static void MapMailbox(this IEndpointRouteBuilder routes, Sandbox sandbox)
    {
        var mailbox = sandbox.Mailbox;
        routes.MapGet("/mail", (IServiceProvider services) => PageAsync<MailListPage>(services, new()
        {
            [nameof(MailListPage.Mails)] = mailbox.Mails.Reverse().ToList(),
            [nameof(MailListPage.Server)] = sandbox.Smtp,
        }));
        routes.MapGet("/mail.json", () => mailbox.Mails.Reverse().Select(MailForm.Short));
        routes.MapGet("/mail/{id:long}", (long id, IServiceProvider services) => mailbox.Find(id) is { } mail
            ? PageAsync<MailPage>(services, new() { [nameof(MailPage.Mail)] = mail })
            : Task.FromResult(Results.NotFound()));
        routes.MapGet("/mail/{id:long}.json", (long id) => mailbox.Find(id) is { } mail ? Results.Json(MailForm.Of(mail)) : Results.NotFound());
        routes.MapGet("/mail/{id:long}.eml", (long id) =>
            mailbox.Find(id) is { } mail ? Results.Bytes(mail.Source, "message/rfc822", $"mail-{id}.eml") : Results.NotFound());
        routes.MapGet("/mail/{id:long}/html", (long id) =>
            mailbox.Find(id)?.Html is { } html ? new Markup(html, MailPolicy) : Results.NotFound());
        routes.MapGet("/mail/mailbox.css", () => Results.Stream(
            typeof(MailboxEndpoints).Assembly.GetManifestResourceStream(typeof(MailboxEndpoints), "mailbox.css")!, "text/css"));
        routes.MapPost("/mail/empty", (HttpContext http) => Empty(http, mailbox));
        routes.MapDelete("/mail", () =>
        {
            mailbox.Empty();
            return Results.NoContent();
        });
    }

    private static IResult Empty(HttpContext http, Mailbox mailbox)
    {
        // A form needs no leave of the browser to cross sites, so that any page could send it.
        if (http.Request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != new StringValues("same-origin"))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        mailbox.Empty();
        http.Response.Headers.Location = "/mail";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> PageAsync<TPage>(IServiceProvider services, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new Markup(html, PagePolicy);
    }
}
