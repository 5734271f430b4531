using System.Buffers;

namespace SystemLog.Twilio;

/// <summary>Finds the id by which Twilio's support finds a request or a message: a prefix and 32 hexadecimal digits.</summary>
internal static class TwilioSid
{
    private const int Digits = 32;

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Returns the request's id, otherwise the message's or the call's; null where none stands in the text.</summary>
    public static string? Find(string text) => Find(text, "RQ") ?? Find(text, "SM") ?? Find(text, "MM") ?? Find(text, "CA") ?? Find(text, "VE");

    private static string? Find(ReadOnlySpan<char> text, string prefix)
    {
        while (text.IndexOf(prefix, StringComparison.Ordinal) is var at and >= 0)
        {
            var id = text[(at + prefix.Length)..];
            if (id.Length >= Digits && !id[..Digits].ContainsAnyExcept(s_hexadecimal))
            {
                return text.Slice(at, prefix.Length + Digits).ToString();
            }

            text = id;
        }

        return null;
    }
}
