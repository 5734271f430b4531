namespace SystemLog.Smtp.Sending;

/// <summary>A reply line by line, which means something in the answer to EHLO only.</summary>
/// <param name="Code">The code that all its lines have.</param>
/// <param name="Lines">Their text behind the code.</param>
internal sealed record ReplyLines(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>Gets the whole as one.</summary>
    public ServerReply Reply => ReplyWords.Reply(Code, Lines);
}
