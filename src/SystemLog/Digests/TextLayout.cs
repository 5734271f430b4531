using System.Globalization;
using System.Text;
using Entry = SystemLog.Digests.DigestLetter.Entry;
using Section = SystemLog.Digests.DigestLetter.Section;

namespace SystemLog.Digests;

/// <summary>Lays a letter out as plain text.</summary>
internal static class TextLayout
{
    // What mail programs show without breaking a line themselves, and what is left of it when the text is quoted.
    private const int Width = 72;

    public static string Of(DigestLetter letter)
    {
        var text = new StringBuilder();
        AddLines(text, letter.Title);
        AddLines(text, letter.ShopAndTime);
        AddParagraph(text, letter.Lead);
        AddParagraph(text, letter.Panel.Address is null ? null : letter.Panel.Words, letter.Panel.Address);
        foreach (var section in letter.Sections)
        {
            AddSection(text, section);
        }

        text.Append('\n').Append('_', Width).Append('\n');
        AddParagraph(text, $"{letter.Why} {string.Format(CultureInfo.InvariantCulture, letter.Change, letter.Settings.Words)}", letter.Settings.Address);
        return text.ToString();
    }

    private static void AddSection(StringBuilder text, Section section)
    {
        AddParagraph(text, section.Heading, new string('-', Math.Min(section.Heading.Length, Width)));
        var column = section.Entries.Max(entry => entry.Count?.Length) ?? 0;
        foreach (var entry in section.Entries)
        {
            text.Append('\n');
            AddEntry(text, entry, column);
        }

        if (section.Entries.Count > 0 && section.Notes.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var note in section.Notes)
        {
            AddLines(text, note);
        }
    }

    private static void AddEntry(StringBuilder text, Entry entry, int column)
    {
        var indent = column == 0 ? 2 : column + 2;
        AddLines(text, entry.Name.Words, entry.Count is { } count ? count.PadLeft(column) + "  " : "", indent);
        foreach (var detail in entry.Details)
        {
            AddLines(text, detail, new string(' ', indent), indent);
        }

        // An address is never broken; those of causes would only be noise here, since the panel groups by them.
        if (entry is { Count: null, Name.Address: { } address })
        {
            text.Append(' ', indent).Append(address).Append('\n');
        }
    }

    private static void AddParagraph(StringBuilder text, params ReadOnlySpan<string?> lines)
    {
        text.Append(lines[0] is null ? "" : "\n");
        foreach (var line in lines)
        {
            AddLines(text, line ?? "");
        }
    }

    /// <summary>Adds a text in lines, the first after what opens it, the others indented. A word that fits in no line has one of its own.</summary>
    private static void AddLines(StringBuilder text, string line, string opening = "", int indent = 0)
    {
        var start = text.Length;
        text.Append(opening);
        var atStart = true;
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!atStart && text.Length - start + 1 + word.Length > Width)
            {
                text.Append('\n');
                start = text.Length;
                text.Append(' ', indent);
                atStart = true;
            }

            text.Append(atStart ? "" : " ").Append(word);
            atStart = false;
        }

        text.Append(atStart ? "" : "\n");
    }
}
