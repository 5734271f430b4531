using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SystemLog.Catalogue.Rules;

/// <summary>Reads the kind of a transport failure from its exceptions.</summary>
internal static class FailureKinds
{
    private const int DeepestInner = 8;

    /// <summary>Returns the kind; the innermost exception that says something counts.</summary>
    public static FailureKind Of(Exception? exception)
    {
        var kind = FailureKind.None;
        for (var depth = 0; exception is not null && depth < DeepestInner; depth++, exception = exception.InnerException)
        {
            var said = Said(exception);
            kind = said == FailureKind.None ? kind : said;
        }

        return kind;
    }

    private static FailureKind Said(Exception exception) => exception switch
    {
        TimeoutException => FailureKind.Timeout,
        OperationCanceledException => FailureKind.Timeout,
        AuthenticationException => FailureKind.Tls,
        SocketException socket => OfSocket(socket.SocketErrorCode),
        HttpRequestException http => OfHttp(http.HttpRequestError),
        HttpIOException http => OfHttp(http.HttpRequestError),
        _ => FailureKind.None,
    };

    private static FailureKind OfHttp(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => FailureKind.Dns,
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => FailureKind.Connection,
        HttpRequestError.SecureConnectionError => FailureKind.Tls,
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => FailureKind.Broken,
        _ => FailureKind.None,
    };

    private static FailureKind OfSocket(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => FailureKind.Dns,
        SocketError.ConnectionReset or SocketError.ConnectionAborted => FailureKind.Broken,

        // Our own side gave up; the exceptions around it say why, usually a time-out.
        SocketError.OperationAborted or SocketError.Interrupted => FailureKind.None,

        // The time-out of a connection that was never made: nothing was sent.
        _ => FailureKind.Connection,
    };
}
