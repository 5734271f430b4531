namespace SystemLog.Smtp.Sending;

/// <summary>How far a mail had come.</summary>
public enum SendStage
{
    /// <summary>Connecting, and the server's greeting.</summary>
    Greeting,

    /// <summary>EHLO or HELO.</summary>
    Hello,

    /// <summary>STARTTLS and the handshake.</summary>
    Encryption,

    /// <summary>AUTH: who sends is not let in.</summary>
    Login,

    /// <summary>MAIL FROM: the sender, the size, and what the mail needs of the server.</summary>
    Sender,

    /// <summary>RCPT TO: no recipient was taken.</summary>
    Recipients,

    /// <summary>DATA and the mail itself.</summary>
    Content,
}
