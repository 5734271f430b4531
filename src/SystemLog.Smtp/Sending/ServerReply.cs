namespace SystemLog.Smtp.Sending;

/// <summary>What a mail server answered (RFC 5321, 4.2).</summary>
/// <param name="Code">The reply code, 200 to 599.</param>
/// <param name="EnhancedCode">The enhanced status code (RFC 3463) such as "5.1.1"; null where none stands.</param>
/// <param name="Words">The rest on one line, up to 1,000 characters without control characters, as the server wrote it: it may name addresses.</param>
public sealed record ServerReply(int Code, string? EnhancedCode, string Words)
{
    /// <summary>Gets whether the server agreed.</summary>
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>Gets whether the server asks for more.</summary>
    public bool IsIntermediate => Code is >= 300 and < 400;

    /// <summary>Gets whether the same may be taken later: a code of the four hundreds.</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Returns the reply as the server wrote it, on one line.</summary>
    public override string ToString() => string.Join(' ', ((string?[])[Code.ToString(), EnhancedCode, Words]).Where(part => !string.IsNullOrEmpty(part)));
}
