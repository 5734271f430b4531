using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>A mail server that agrees to everything but what a test tells it otherwise, one connection at a time.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(string Command, Func<Connection, Task<bool>> Act)> _script = [];
    private readonly Task _running;

    public ScriptedServer()
    {
        _listener.Start();
        _running = Task.Run(RunAsync);
    }

    /// <summary>What it offers in answer to EHLO.</summary>
    public List<string> Offers { get; } = ["8BITMIME"];

    /// <summary>What it was told, before and after encryption; the mail itself is not among it.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The mails as they came over the wire, without the line that ends them.</summary>
    public List<byte[]> Mails { get; } = [];

    public X509Certificate2? Certificate { get; init; }

    public bool IsImplicit { get; init; }

    public SmtpOptions Options => new()
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        Security = ConnectionSecurity.None,
        TrustedRoot = TestCertificates.Root,
    };

    /// <summary>Returns a mail from the wire as it was written (RFC 5321, 4.5.2).</summary>
    public static byte[] WithoutDoubledDots(byte[] mail) => [.. mail.Where((b, at) => b != '.' || (at > 0 && mail[at - 1] != '\n'))];

    /// <summary>Answers commands that begin so with this, word for word; "" is the greeting, "." the end of a mail.</summary>
    public ScriptedServer On(string command, string reply, int times = int.MaxValue) => Script(command, async connection =>
    {
        if (times-- <= 0)
        {
            return false;
        }

        await connection.WriteAsync(reply + "\r\n");
        return true;
    });

    /// <summary>Closes the connection instead of an answer.</summary>
    public ScriptedServer HangUpOn(string command) => Script(command, _ => throw new EndOfStreamException());

    /// <summary>Answers with the same bytes for as long as somebody reads them.</summary>
    public ScriptedServer FloodOn(string command, string bytes) => Script(command, async connection =>
    {
        while (true)
        {
            await connection.WriteAsync(bytes);
        }
    });

    /// <summary>Does not answer.</summary>
    /// <returns>Completes when the command is there.</returns>
    public Task SilentOn(string command)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Script(command, async connection =>
        {
            heard.SetResult();
            await connection.NothingMoreAsync();
            return true;
        });
        return heard.Task;
    }

    /// <summary>Answers, hears that the client goes on, and says no more.</summary>
    /// <returns>Completes when the client went on.</returns>
    public Task SilentAfter(string command, string reply)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Script(command, async connection =>
        {
            await connection.WriteAsync(reply + "\r\n");
            await connection.ByteAsync();
            heard.SetResult();
            await connection.NothingMoreAsync();
            return true;
        });
        return heard.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Stop();
        _stop.Dispose();
    }

    private ScriptedServer Script(string command, Func<Connection, Task<bool>> act)
    {
        _script.Add((command, act));
        return this;
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var connection = new Connection(client.GetStream(), _stop.Token);
                await TalkAsync(connection);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                continue;
            }
        }
    }

    private async Task TalkAsync(Connection connection)
    {
        if (IsImplicit)
        {
            await connection.EncryptAsync(Certificate!);
        }

        await AnswerAsync(connection, "");
        for (var command = ""; command != "QUIT";)
        {
            command = await connection.LineAsync();
            Commands.Add(command);
            await AnswerAsync(connection, command);
        }
    }

    private async Task AnswerAsync(Connection connection, string command)
    {
        foreach (var (begin, act) in _script)
        {
            if ((begin.Length == 0 ? command.Length == 0 : command.StartsWith(begin, StringComparison.Ordinal)) && await act(connection))
            {
                return;
            }
        }

        await connection.WriteAsync(UsualAnswer(command) + "\r\n");
        if (command == "STARTTLS")
        {
            await connection.EncryptAsync(Certificate!);
        }
        else if (command == "DATA")
        {
            Mails.Add(await connection.MailAsync());
            await AnswerAsync(connection, ".");
        }
    }

    private string UsualAnswer(string command) => command.Split(' ', ':')[0] switch
    {
        "" => "220 mail.test ESMTP",
        "EHLO" => $"250-mail.test\r\n{string.Concat(Offers.SkipLast(1).Select(offer => $"250-{offer}\r\n"))}250 {Offers[^1]}",
        "DATA" => "354 End data with <CR><LF>.<CR><LF>",
        "STARTTLS" => "220 2.0.0 Ready to start TLS",
        "AUTH" => "235 2.7.0 Authentication successful",
        "QUIT" => "221 2.0.0 Bye",
        "." => "250 2.0.0 Ok: queued as 4Xyz1",
        _ => "250 2.1.0 Ok",
    };

    private sealed class Connection(Stream stream, CancellationToken stop) : IAsyncDisposable
    {
        private readonly byte[] _byte = new byte[1];
        private Stream _stream = stream;

        public async Task WriteAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

        public async Task EncryptAsync(X509Certificate2 certificate)
        {
            var encrypted = new SslStream(_stream);
            _stream = encrypted;
            await encrypted.AuthenticateAsServerAsync(new() { ServerCertificate = certificate }, stop);
        }

        public async Task<string> LineAsync()
        {
            var line = new List<byte>();
            while (line is not [.., (byte)'\r', (byte)'\n'])
            {
                line.Add(await ByteAsync());
            }

            return Encoding.UTF8.GetString([.. line.SkipLast(2)]);
        }

        public async Task<byte[]> MailAsync()
        {
            var mail = new List<byte>();
            while (mail is not [.., (byte)'\r', (byte)'\n', (byte)'.', (byte)'\r', (byte)'\n'])
            {
                mail.Add(await ByteAsync());
            }

            return [.. mail.SkipLast(3)];
        }

        public async Task NothingMoreAsync()
        {
            while (true)
            {
                await ByteAsync();
            }
        }

        public ValueTask DisposeAsync() => _stream.DisposeAsync();

        public async Task<byte> ByteAsync() =>
            await _stream.ReadAsync(_byte, stop) == 0 ? throw new EndOfStreamException() : _byte[0];
    }
}
