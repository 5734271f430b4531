namespace SystemLog.Smtp.Bounces;

/// <summary>An address in a notice and the words that go with it.</summary>
internal sealed class NoticeBlock(string address, int line)
{
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
        if (_after.Count < 40)
        {
            _after.Add(text.Trim());
        }
    }

    private static string Join(IEnumerable<string> lines) =>
        Bounded.Text(string.Join(' ', lines.Where(text => text.Length > 0)), Bounded.WordsLimit);
}
