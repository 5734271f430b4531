namespace SystemLog.Digests;

/// <summary>What a mail says, sentence by sentence, in its language. Both parts of the mail are laid out from it, so that they say the same.
/// Every text is one line; none is encoded.</summary>
internal sealed record DigestLetter
{
    public required string Language { get; init; }

    public required string Subject { get; init; }

    /// <summary>Gets the line that mail programs show beside the subject.</summary>
    public required string Preview { get; init; }

    public required string Title { get; init; }

    public required string ShopAndTime { get; init; }

    /// <summary>Gets what follows the title at once; null where there is nothing to add.</summary>
    public string? Lead { get; init; }

    public required Link Panel { get; init; }

    /// <summary>Gets the sections, in the order they are read.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public required string Why { get; init; }

    /// <summary>Gets how the mail can be changed; {0} is the place, <see cref="Settings"/>.</summary>
    public required string Change { get; init; }

    public required Link Settings { get; init; }

    /// <summary>Words, and where they lead; null where nowhere.</summary>
    public sealed record Link(string Words, string? Address);

    /// <summary>A heading, what stands below it, and what is to be added at its end.</summary>
    public sealed record Section(string Heading, IReadOnlyList<Entry> Entries, IReadOnlyList<string> Notes);

    /// <summary>One of a list.</summary>
    /// <param name="Count">How many orders; null where that is not the point.</param>
    /// <param name="Name">What it is.</param>
    /// <param name="Details">More about it, each a line.</param>
    public sealed record Entry(string? Count, Link Name, IReadOnlyList<string> Details);
}
