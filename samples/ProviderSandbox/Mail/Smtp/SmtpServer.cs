using System.Net;
using System.Net.Sockets;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>Listens on a port of 127.0.0.1, in plain text.</summary>
internal sealed class SmtpServer(MailLimits limits, SmtpDesk desk, ILogger logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Task> _sessions = [];
    private readonly CancellationTokenSource _stopping = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;
    private long _accepted;

    /// <summary>Starts to listen.</summary>
    /// <returns>The port.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public int Start(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            _listener.Start();
        }
        catch (SocketException taken)
        {
            throw new IOException($"Failed to listen for mail on 127.0.0.1:{port}: {taken.Message}", taken);
        }

        _accepting = AcceptAsync(_listener, _stopping.Token);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener?.Dispose();
        Task[] open;
        lock (_gate)
        {
            open = [.. _sessions.Values];
        }

        await Task.WhenAll(open);
        _stopping.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Admit(await listener.AcceptSocketAsync(stopping), stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client went before it was accepted: the next one is not to suffer for it.
            }
        }
    }

    private void Admit(Socket socket, CancellationToken stopping)
    {
        socket.NoDelay = true;
        lock (_gate)
        {
            if (_sessions.Count < limits.Connections)
            {
                var id = ++_accepted;
                _sessions.Add(id, Task.Run(() => ServeAsync(id, socket, stopping), CancellationToken.None));
                return;
            }
        }

        using (socket)
        {
            socket.Send(new SmtpReply(421, "4.7.0", "Too many connections").ToBytes());
        }
    }

    private async Task ServeAsync(long id, Socket socket, CancellationToken stopping)
    {
        try
        {
            using var session = new SmtpSession(socket, limits, desk);
            await session.RunAsync(stopping);
        }
        catch (IOException)
        {
            // The client has gone; there is nobody to tell.
        }
        catch (Exception bug)
        {
            // A bug in one session must not end the server, and must be seen.
            logger.LogError(bug, "A mail session ended by a fault of the sandbox.");
        }
        finally
        {
            lock (_gate)
            {
                _sessions.Remove(id);
            }
        }
    }
}
