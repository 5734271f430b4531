namespace SystemLog.Redaction;

/// <summary>Finds card numbers: 13 to 19 digits, alone or in groups, whose check digit is right.</summary>
internal static class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;

    public static void Find(ReadOnlySpan<char> text, ref List<Secret>? found)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return;
            }

            var start = from + next;
            var end = EndOfCard(text, start);
            if (end > 0)
            {
                Secret.Add(ref found, start, end, isCardNumber: true);
                from = end;
            }
            else
            {
                var group = text[start..].IndexOfAnyExceptInRange('0', '9');
                from = group < 0 ? text.Length : start + group;
            }
        }
    }

    // The end of the longest card number that begins here; 0 where none does.
    private static int EndOfCard(ReadOnlySpan<char> text, int start)
    {
        // No card begins with 0, 1 or 7 but an airline's or a fuel card; times in milliseconds begin with 1.
        if (text[start] is '0' or '1' or '7')
        {
            return 0;
        }

        Span<int> digits = stackalloc int[Longest];
        var count = 0;
        var end = 0;
        var i = start;
        while (i < text.Length && count < Longest)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[count++] = text[i++] - '0';
                var isWhole = i == text.Length || !char.IsAsciiDigit(text[i]);
                end = isWhole && count >= Shortest && HasCheckDigit(digits[..count]) ? i : end;
            }
            else if (text[i] is ' ' or '-' or '+' or '\u00A0' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Luhn: every second digit from the right, doubled, its digits summed.
    private static bool HasCheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return sum % 10 == 0;
    }
}
