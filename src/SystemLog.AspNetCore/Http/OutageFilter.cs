using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SystemLog.AspNetCore.Shell;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Http;

/// <summary>Says plainly that the storage does not answer, with 503, instead of the host's error page.</summary>
internal sealed partial class OutageFilter(ILogger<OutageFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StorageException outage)
        {
            var number = context.HttpContext.TraceIdentifier;
            LogOutage(number, outage);
            return OutageResult(context.HttpContext, new(outage.Message, outage.IsTransient, number));
        }
    }

    private static IResult OutageResult(HttpContext http, OutageModel model)
    {
        var panel = PanelRequest.Of(http);
        panel.Title = panel.Texts.OutageTitle;
        http.Response.Headers.RetryAfter = "10";
        return PanelPage.Result<OutagePage, OutageModel>(panel, model, StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(1, LogLevel.Warning, "The control panel got no answer from the storage ({Number}).")]
    private partial void LogOutage(string number, Exception exception);
}
