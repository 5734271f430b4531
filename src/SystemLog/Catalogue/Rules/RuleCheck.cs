using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace SystemLog.Catalogue.Rules;

/// <summary>What must hold of a rule file beyond its form.</summary>
internal static class RuleCheck
{
    // A fragment longer than this is a whole message, and breaks when the provider rewords it.
    private const int LongestFragment = 60;

    public static IEnumerable<string> Faults(ErrorRuleSet set, IAnswerParser? parser)
    {
        var book = new RuleBook(set.Rules);
        return set.Rules.SelectMany(rule => FaultsOf(rule, set, book, parser).Select(fault => $"{rule.Id}: {fault}"));
    }

    /// <summary>Makes the error that a rule's example describes.</summary>
    public static ProviderError ErrorOf(string source, RuleFile.Sample sample) => new()
    {
        Source = source,
        Operation = sample.Operation ?? Operations.Other,
        Status = sample.Status,
        ContentType = sample.ContentType,
        Body = sample.Body switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } json => json.GetRawText(),
        },
        Exception = ExceptionOf(sample.Failure),
    };

    private static IEnumerable<string> FaultsOf(ErrorRule rule, ErrorRuleSet set, RuleBook book, IAnswerParser? parser)
    {
        if (rule.Entry.Example is null)
        {
            yield return "it has no example.";
            yield break;
        }

        var error = ErrorOf(set.Source, rule.Entry.Example);
        var reading = new ErrorReading(error, parser?.Parse(error) ?? GeneralAnswers.Parse(error));
        if (!book.Matches(rule, reading))
        {
            yield return "its example does not match it.";
        }

        if (book.Find(reading) is { } before && before != rule && set.Rules.TakeWhile(other => other != rule).Contains(before))
        {
            yield return $"its example is taken by {before.Id}.";
        }

        foreach (var fault in FragmentFaults(rule.Entry.When, reading).Concat(TextFaults(rule, set)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> FragmentFaults(RuleFile.Conditions when, ErrorReading example)
    {
        foreach (var fragment in (when.Words ?? []).SelectMany(group => group).Concat(when.Without ?? []))
        {
            if (fragment.Length == 0 || NormalText.Of(fragment) != fragment.TrimEnd().TrimStart())
            {
                yield return $"'{fragment}' is not normalised: lower case, single spaces, straight quotes.";
            }

            if (fragment.Length > LongestFragment || (fragment.Length > LongestFragment / 2 && fragment == example.Normal))
            {
                yield return $"'{fragment}' is a whole message; take the words that carry the meaning.";
            }
        }
    }

    private static IEnumerable<string> TextFaults(ErrorRule rule, ErrorRuleSet set)
    {
        if (rule.Entry.Texts is null)
        {
            if (set.Source != ErrorRuleSet.AnySource)
            {
                yield return "it has no texts.";
            }

            yield break;
        }

        foreach (var language in Languages.Complete.Where(language => !rule.Texts.ContainsKey(language)))
        {
            yield return $"it has no text in '{language}'.";
        }

        foreach (var text in rule.Entry.Texts.Values.SelectMany(text => new[] { text.Title, text.Advice }))
        {
            if (string.IsNullOrWhiteSpace(text) || text.Contains('!'))
            {
                yield return $"'{text}' is empty or shouts.";
            }

            foreach (var (name, mayBeLeftOut) in AdviceTemplate.Placeholders(text).Where(found => found.Name != "provider"))
            {
                if ((rule.Entry.Capture?.ContainsKey(name) != true && name != ErrorRule.FieldValue) || !mayBeLeftOut)
                {
                    yield return $"'{{{name}}}' must be captured and stand in a part in brackets, because it may be missing.";
                }
            }
        }
    }

    private static Exception? ExceptionOf(FailureKind failure) => failure switch
    {
        FailureKind.Timeout => new TimeoutException(),
        FailureKind.Connection => new HttpRequestException(
            HttpRequestError.ConnectionError, "", new SocketException((int)SocketError.ConnectionRefused)),
        FailureKind.Dns => new HttpRequestException(HttpRequestError.NameResolutionError),
        FailureKind.Tls => new AuthenticationException(),
        FailureKind.Broken => new HttpIOException(HttpRequestError.ResponseEnded),
        _ => null,
    };
}
