using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SystemLog.Smtp.Sending;

/// <summary>A connection: every wait has an end, and everything that is no proper answer becomes a <see cref="MailServerException"/>.</summary>
internal sealed class SmtpConnection(SmtpOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private ReplyReader _replies = new();
    private Stream _stream = Stream.Null;

    /// <summary>Gets whether what is written can be read by nobody else.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Gets whether the server is on this machine.</summary>
    public bool IsLoopback => _socket.RemoteEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(Unmapped(address));

    /// <summary>Gets the address of this end as EHLO takes it (RFC 5321, 4.1.3).</summary>
    public string AddressLiteral
    {
        get
        {
            var address = Unmapped(((IPEndPoint)_socket.LocalEndPoint!).Address);
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address.ToString().Split('%')[0]}]" : $"[{address}]";
        }
    }

    /// <summary>Gets whether the mail was sent to its end, so that whatever goes wrong from now on leaves its fate open.</summary>
    public bool OutcomeUnknown { get; private set; }

    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await WithinAsync("connecting", options.ConnectTimeout, token => _socket.ConnectAsync(options.Host, options.Port, token).AsTask(), cancellationToken);
        _stream = new NetworkStream(_socket, ownsSocket: false);
        if (options.Security == ConnectionSecurity.Implicit)
        {
            await EncryptAsync(cancellationToken);
        }
    }

    /// <summary>Makes the connection an encrypted one.</summary>
    /// <exception cref="MailServerException">The certificate is not trusted, or the server sent something unencrypted after it agreed to encrypt,
    /// which is how an attacker puts words into its mouth.</exception>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        if (_replies.HasUnread)
        {
            throw Failure("the server went on in plain text after it agreed to STARTTLS", isTransient: false);
        }

        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        _replies = new();
        await WithinAsync("the TLS handshake", options.CommandTimeout, token => encrypted.AuthenticateAsClientAsync(TlsOptions(), token), cancellationToken);
        IsEncrypted = true;
    }

    /// <summary>Sends a command and returns the answer.</summary>
    /// <param name="command">The whole line, which is never repeated in a failure.</param>
    /// <param name="name">What to call it in a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ServerReply> CommandAsync(string command, string name, CancellationToken cancellationToken) =>
        (await LinesAsync(command, name, cancellationToken)).Reply;

    /// <summary>Sends a command and returns the lines of the answer.</summary>
    public Task<ReplyLines> LinesAsync(string command, string name, CancellationToken cancellationToken) =>
        ExchangeAsync(command, $"the answer to {name}", options.CommandTimeout, cancellationToken);

    /// <summary>Sends the line that ends a mail and returns the answer: from here on the fate of the mail is open until it is there.</summary>
    public async Task<ServerReply> EndMailAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OutcomeUnknown = true;
        return (await ExchangeAsync(".", "the answer to the mail", options.AcceptTimeout, cancellationToken)).Reply;
    }

    /// <summary>Waits for an answer.</summary>
    public async Task<ServerReply> ReplyAsync(string name, TimeSpan limit, CancellationToken cancellationToken) =>
        (await WithinAsync(name, limit, token => _replies.ReadAsync(_stream, token), cancellationToken)).Reply;

    /// <summary>Sends bytes as they are.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        WithinAsync("sending the mail", options.CommandTimeout, token => _stream.WriteAsync(bytes, token).AsTask(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    /// <summary>Returns a failure that names the server.</summary>
    public MailServerException Failure(string what, bool isTransient = true, Exception? innerException = null) =>
        new($"{options.Host}:{options.Port}: {what}.", isTransient, OutcomeUnknown, innerException);

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private SslClientAuthenticationOptions TlsOptions()
    {
        var tls = new SslClientAuthenticationOptions { TargetHost = options.Host };
        if (options.TrustedRoot is { } root)
        {
            tls.CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { root },
                RevocationMode = X509RevocationMode.NoCheck,
            };
        }

        return tls;
    }

    private Task<ReplyLines> ExchangeAsync(string line, string what, TimeSpan limit, CancellationToken cancellationToken) =>
        WithinAsync(what, limit, async token =>
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), token);
            return await _replies.ReadAsync(_stream, token);
        }, cancellationToken);

    private Task WithinAsync(string what, TimeSpan limit, Func<CancellationToken, Task> act, CancellationToken cancellationToken) =>
        WithinAsync(what, limit, async token =>
        {
            await act(token);
            return true;
        }, cancellationToken);

    private async Task<T> WithinAsync<T>(string what, TimeSpan limit, Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await act(either.Token);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // A caller that gives up must still learn that the mail may have been taken.
            throw OutcomeUnknown ? Failure($"given up during {what}", innerException: exception) : new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw Failure($"{what} took longer than {limit.TotalSeconds:0.###} seconds", innerException: exception);
        }
        catch (AuthenticationException exception)
        {
            throw Failure($"{what} failed, because the certificate or the protocol is not acceptable", isTransient: false, exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException)
        {
            throw Failure($"{what} failed: {exception.Message.TrimEnd('.')}", innerException: exception);
        }
    }
}
