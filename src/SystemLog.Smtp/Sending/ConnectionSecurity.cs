namespace SystemLog.Smtp.Sending;

/// <summary>How a connection to a mail server is encrypted. Certificates are checked wherever there is one.</summary>
public enum ConnectionSecurity
{
    /// <summary>STARTTLS on an open connection; a server that does not offer it gets no mail. The usual port is 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte. The usual port is 465.</summary>
    Implicit,

    /// <summary>STARTTLS where the server offers it, else unencrypted: whoever controls the network can see to it that it is not offered.</summary>
    StartTlsWhenOffered,

    /// <summary>Unencrypted, for a server on the same machine.</summary>
    None,
}
