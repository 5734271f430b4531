using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Faults;

/// <summary>Turns a planned fault into what the client sees.</summary>
internal static class FaultServing
{
    private const int Megabyte = 1024 * 1024;
    private const string HalfJson = "{\"status\":500,\"message\":\"Unexpec";
    private const string Page = "<!DOCTYPE html><html><body><h1>Planned maintenance</h1><script>alert(1)</script></body></html>";

    /// <summary>The answer that a fault stands for, or null when it answers nothing.</summary>
    public static Answer? AnswerOf(FaultKind kind, IStandIn standIn, Call call) => kind switch
    {
        FaultKind.Status status => standIn.Outage(status.Code, call),
        FaultKind.RateLimited => standIn.RateLimited(call),
        FaultKind.Documented documented => standIn.Documented(documented.Code, call),
        FaultKind.GarbageBody { Body: Garbage.Html } => new Answer(200, "text/html", BytesOf(Garbage.Html)),
        FaultKind.GarbageBody { Body: Garbage.BrokenJson } => new Answer(500, "application/json", BytesOf(Garbage.BrokenJson)),
        FaultKind.GarbageBody garbage => new Answer(500, "text/plain", BytesOf(garbage.Body)),
        _ => null,
    };

    public static byte[] BytesOf(Garbage garbage) => garbage switch
    {
        Garbage.Html => Encoding.UTF8.GetBytes(Page),
        Garbage.BrokenJson => Encoding.UTF8.GetBytes(HalfJson),
        _ => Encoding.UTF8.GetBytes(new string('x', Megabyte)),
    };

    public static async Task LoseAsync(FaultKind kind, HttpContext context, CancellationToken stopping)
    {
        if (kind is FaultKind.TimeOut)
        {
            using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await Signal.WaitAsync(givenUp.Token);
        }
        else if (context.Features.Get<IConnectionSocketFeature>() is { Socket: var socket })
        {
            ResetOnClose(socket);
        }

        context.Abort();
    }

    /// <summary>A linger of zero makes the close a reset rather than a polite goodbye.</summary>
    public static void ResetOnClose(Socket socket) => socket.LingerState = new LingerOption(enable: true, seconds: 0);
}
