namespace SystemLog.Smtp.Bounces;

/// <summary>How much of a mail is read and kept: a bounce's own words are short, what it returns may be of any size.</summary>
internal static class Bounded
{
    /// <summary>How many bytes of a mail are read; the report stands before the returned mail.</summary>
    public const int MailLimit = 1_048_576;

    /// <summary>How many characters of a part are read as text.</summary>
    public const int TextLimit = 65_536;

    /// <summary>How many characters of a header field are kept.</summary>
    public const int FieldLimit = 4_096;

    /// <summary>How many parts are read, and how deep they may be nested.</summary>
    public const int PartLimit = 64, DepthLimit = 8;

    /// <summary>How many recipients are kept: servers that report more do so in several mails.</summary>
    public const int RecipientLimit = 100;

    /// <summary>How many characters of a server's words, of an address and of a name are kept.</summary>
    public const int WordsLimit = 1_000, AddressLimit = 320, NameLimit = 255;

    /// <summary>Returns the text, cut where it is longer.</summary>
    public static string Text(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
