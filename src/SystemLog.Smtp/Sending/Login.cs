using System.Text;

namespace SystemLog.Smtp.Sending;

/// <summary>AUTH PLAIN (RFC 4616) and LOGIN: a server that does not let the user in gets no mail.</summary>
internal sealed class Login(string user, string password)
{
    private static readonly string[] s_mechanisms = ["PLAIN", "LOGIN"];

    /// <summary>Logs in.</summary>
    /// <returns>Null once logged in.</returns>
    public async Task<SendResult.Refused?> RunAsync(SmtpConnection connection, ServerExtensions offered, CancellationToken cancellationToken)
    {
        var mechanism = Array.Find(s_mechanisms, offered.OffersLogin);
        if (mechanism is null)
        {
            return new(SendStage.Login, "The server offers neither AUTH PLAIN nor AUTH LOGIN.");
        }

        var reply = mechanism == "PLAIN" ? await PlainAsync(connection, cancellationToken) : await LoginAsync(connection, cancellationToken);
        if (reply.IsPositive)
        {
            return null;
        }

        // A server may repeat what it was sent, and its words are kept.
        var said = reply with { Words = WithoutSecrets(reply.Words) };
        return reply.IsIntermediate
            ? new(SendStage.Login, $"The server asked for more than AUTH {mechanism} knows.", said)
            : new(SendStage.Login, said.ToString(), said);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private Task<ServerReply> PlainAsync(SmtpConnection connection, CancellationToken cancellationToken) =>
        connection.CommandAsync($"AUTH PLAIN {Base64(PlainToken)}", "AUTH PLAIN", cancellationToken);

    private async Task<ServerReply> LoginAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        var reply = await connection.CommandAsync("AUTH LOGIN", "AUTH LOGIN", cancellationToken);
        foreach (var answer in (string[])[user, password])
        {
            if (reply.Code != 334)
            {
                break;
            }

            reply = await connection.CommandAsync(Base64(answer), "AUTH LOGIN", cancellationToken);
        }

        return reply;
    }

    private string PlainToken => $"\0{user}\0{password}";

    private string WithoutSecrets(string words) => ((string[])[Base64(PlainToken), Base64(password), password])
        .Aggregate(words, (text, secret) => text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase));
}
