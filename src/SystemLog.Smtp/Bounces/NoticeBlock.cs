namespace SystemLog.Smtp.Bounces;

/// <summary>An address in a notice and the words that go with it.</summary>
internal sealed class NoticeBlock(string address, int line)
{
    /// <summary>A transcript is longer; what it was about stands at its top.</summary>
    private const int LineLimit = 40;

    private readonly List<string> _after = [];

    /// <summary>Gets the address.</summary>
    public string Address { get; } = address;

    /// <summary>Gets the number of the line it was found on.</summary>
    public int Line { get; } = line;

    /// <summary>Gets the words up to the first empty line.</summary>
    public string Paragraph => Join(_after.TakeWhile((text, index) => index == 0 || text.Length > 0));

    /// <summary>Gets all words up to the next address.</summary>
    public string All => Join(_after);

    /// <summary>Adds a line; empty ones count as ends of paragraphs.</summary>
    public void Add(string text)
    {
        if (_after.Count < LineLimit && !IsRule(text))
        {
            _after.Add(text.Trim());
        }
    }

    /// <summary>A line of dashes, or a heading between dashes.</summary>
    private static bool IsRule(string text) => text.Length > 0 && (!text.Any(char.IsLetterOrDigit)
        || (text.Contains("--- ", StringComparison.Ordinal) && text.Contains(" ---", StringComparison.Ordinal)));

    private static string Join(IEnumerable<string> lines) =>
        Bounded.Text(string.Join(' ', lines.Where(text => text.Length > 0)), Bounded.WordsLimit);
}
