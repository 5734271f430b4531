using System.Text;

namespace SystemLog.Redaction;

/// <summary>Takes card numbers and secrets out of text from outside, in time linear to its length.</summary>
/// <remarks>
/// Knows them by their own form (card numbers by their check digit, JWTs, private keys, keys with a known prefix) and by the name before
/// them, as it stands in JSON, JSON inside JSON, XML, forms, addresses, headers, connection strings and prose. Codes, correlation ids, order
/// numbers and amounts stay. In doubt it takes out too much.
/// </remarks>
public static class Redactor
{
    private const string Mask = "***";
    private const int DigitsKeptBefore = 6;
    private const int DigitsKeptAfter = 4;

    /// <summary>Returns the text without secrets: "***" in their place, and of a card number its first six and last four digits.</summary>
    /// <returns>The same text where there is no secret.</returns>
    public static string Redact(string text)
    {
        List<Secret>? found = null;
        CardNumbers.Find(text, ref found);
        NamedSecrets.Find(text, ref found);
        KnownTokens.Find(text, ref found);
        PrivateKeys.Find(text, ref found);
        UserInfo.Find(text, ref found);
        return found is null ? text : Without(text, found);
    }

    private static string Without(string text, List<Secret> found)
    {
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        var result = new StringBuilder(text.Length);
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var secret = found[i];
            while (i + 1 < found.Count && found[i + 1].Start < secret.End)
            {
                secret = new(secret.Start, Math.Max(secret.End, found[++i].End), IsCardNumber: false);
            }

            result.Append(text, kept, secret.Start - kept);
            if (secret.IsCardNumber)
            {
                AppendMasked(result, text.AsSpan(secret.Start, secret.End - secret.Start));
            }
            else
            {
                result.Append(Mask);
            }

            kept = secret.End;
        }

        return result.Append(text, kept, text.Length - kept).ToString();
    }

    private static void AppendMasked(StringBuilder result, ReadOnlySpan<char> card)
    {
        var digits = 0;
        foreach (var c in card)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        var seen = 0;
        foreach (var c in card)
        {
            var isHidden = char.IsAsciiDigit(c) && seen++ >= DigitsKeptBefore && seen <= digits - DigitsKeptAfter;
            result.Append(isHidden ? '*' : c);
        }
    }
}
