using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProviderSandbox.Tests.Mail;

/// <summary>Says to a mail server exactly what it is told to say, byte by byte, and reads whole replies.</summary>
internal sealed class MailClient : IDisposable
{
    private readonly TcpClient _tcp = new();
    private StreamReader _reader = StreamReader.Null;

    public static async Task<MailClient> ConnectAsync(Sandbox sandbox)
    {
        var client = new MailClient();
        await client._tcp.ConnectAsync(IPAddress.Loopback, sandbox.Smtp.Port, TestContext.Current.CancellationToken);
        client._reader = new StreamReader(client._tcp.GetStream(), Encoding.UTF8);
        return client;
    }

    /// <summary>A client that has been greeted and has said who it is.</summary>
    public static async Task<MailClient> GreetedAsync(Sandbox sandbox)
    {
        var client = await ConnectAsync(sandbox);
        await client.ReplyAsync();
        await client.SayAsync("EHLO test.example");
        return client;
    }

    /// <summary>Sends a line and reads the reply to it.</summary>
    public async Task<string> SayAsync(string line)
    {
        await SendAsync(line + "\r\n");
        return await ReplyAsync();
    }

    /// <summary>Sends a mail in one session; the last reply is the one to its end, or the first that is a refusal.</summary>
    public async Task<string> MailAsync(string source, string to = "kari@example.no")
    {
        foreach (var line in (string[])["MAIL FROM:<shop@example.no>", $"RCPT TO:<{to}>", "DATA"])
        {
            if (await SayAsync(line) is ['4' or '5', ..] refusal)
            {
                return refusal;
            }
        }

        return await SayAsync($"{source}\r\n.");
    }

    public async Task SendAsync(string text) => await SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _tcp.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Reads a reply, its lines joined; empty where the server has closed the connection.</summary>
    public async Task<string> ReplyAsync()
    {
        var lines = new List<string>();
        do
        {
            lines.Add(await _reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? string.Empty);
        }
        while (lines[^1] is [_, _, _, '-', ..]);

        return string.Join('\n', lines);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _tcp.Dispose();
    }
}
