using System.Buffers;

namespace SystemLog.Catalogue.Rules;

/// <summary>Text as rules compare it: lower case, single spaces, straight quotes.</summary>
internal static class NormalText
{
    /// <summary>Returns the text as rules compare it.</summary>
    public static string Of(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            var normal = Of(c);
            if (normal != ' ' || (length > 0 && buffer[length - 1] != ' '))
            {
                buffer[length++] = normal;
            }
        }

        var result = new string(buffer, 0, length > 0 && buffer[length - 1] == ' ' ? length - 1 : length);
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    /// <summary>Returns a fragment as it is looked for; a space at its edge marks the edge of a word and stays.</summary>
    public static string OfFragment(string fragment)
    {
        var normal = Of(fragment);
        return normal.Length == 0
            ? ""
            : $"{(char.IsWhiteSpace(fragment[0]) ? " " : "")}{normal}{(char.IsWhiteSpace(fragment[^1]) ? " " : "")}";
    }

    private static char Of(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        '’' or '‘' or '´' or '`' => '\'',
        '“' or '”' or '«' or '»' => '"',
        '–' or '—' or '‑' => '-',
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
