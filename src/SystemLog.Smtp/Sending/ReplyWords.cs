using System.Text.RegularExpressions;
using SystemLog.Smtp.Bounces;

namespace SystemLog.Smtp.Sending;

/// <summary>Takes a reply apart.</summary>
internal static partial class ReplyWords
{
    /// <summary>Returns the reply whose lines, without their codes, are these.</summary>
    public static ServerReply Reply(int code, IReadOnlyList<string> lines)
    {
        string? enhanced = null;
        var words = new List<string>();
        foreach (var line in lines)
        {
            var match = EnhancedCode().Match(line);
            var isCode = match.Success && match.Value[0] == '0' + (code / 100);
            enhanced ??= isCode ? match.Groups["code"].Value : null;
            words.Add((isCode ? line[match.Length..] : line).Trim());
        }

        return new(code, enhanced, Cleaned(string.Join(' ', words.Where(word => word.Length > 0))));
    }

    /// <summary>Returns the number in the queue, as Postfix ("queued as 4Xyz"), and Exim ("id=1abc-2d-3e") say it.</summary>
    public static string? QueueId(string words) => QueueIdIn().Match(words) is { Success: true } match ? match.Groups["id"].Value : null;

    private static string Cleaned(string words) =>
        Bounded.Text(string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)), Bounded.WordsLimit);

    [GeneratedRegex(@"\A(?<code>[245]\.[0-9]{1,3}\.[0-9]{1,3})(?:[ \t]|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"(?:\bqueued as |\bid=)(?<id>[A-Za-z0-9._-]{1,100})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueueIdIn();
}
