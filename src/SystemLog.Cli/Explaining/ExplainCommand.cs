using System.CommandLine;
using System.Globalization;
using System.Text;
using SystemLog.Catalogue;

namespace SystemLog.Cli.Explaining;

/// <summary><c>systemlog explain</c>: a file of errors, or one error in plain words.</summary>
internal static class ExplainCommand
{
    private static readonly Option<string?> s_jsonl = new("--jsonl")
    {
        Description = "A file of errors, one JSON object a line (id, provider, operation, httpStatus, contentType, body); - reads standard input.",
        HelpName = "FILE|-",
    };

    private static readonly Option<string[]> s_bounce = new("--bounce")
    {
        Description = "Mails that came back.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> s_language = new("--language")
    {
        Description = "The language of titles and advice: " + string.Join(", ", Languages.Complete) + ".",
        DefaultValueFactory = _ => Languages.English,
    };

    private static readonly Option<string[]> s_rules = new("--rules")
    {
        Description = "A file of rules of your own, tried before those built in.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> s_provider = new("--provider") { Description = "The provider: " + string.Join(", ", Sources.All) + "." };

    private static readonly Option<string?> s_operation = new("--operation") { Description = "What was tried: " + string.Join(", ", Operations.All) + "." };

    private static readonly Option<int?> s_status = new("--status") { Description = "The HTTP status or SMTP reply code." };

    private static readonly Option<string?> s_contentType = new("--content-type") { Description = "The content type of the body." };

    private static readonly Option<string?> s_body = new("--body") { Description = "The answer or message; - reads standard input." };

    public static Command Create()
    {
        var command = new Command("explain", "Says what an error means, who must act and whether trying again can help.")
        {
            s_jsonl, s_bounce, s_language, s_rules, s_provider, s_operation, s_status, s_contentType, s_body,
        };
        s_language.AcceptOnlyFromAmong([.. Languages.Complete]);
        command.Validators.Add(result =>
        {
            if (new Option[] { s_jsonl, s_bounce, s_body, s_status }.All(option => result.GetResult(option) is null))
            {
                result.AddError("Give --jsonl FILE, --bounce FILE, or --body and --status of one error with --provider and --operation.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        try
        {
            return Explain(arguments) ? 0 : 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            arguments.InvocationConfiguration.Error.WriteLine(fault.Message);
            return 1;
        }
    }

    private static bool Explain(ParseResult arguments)
    {
        var catalogue = EveryAdapter.Catalogue(arguments.GetValue(s_rules) ?? []);
        var culture = CultureInfo.GetCultureInfo(arguments.GetValue(s_language)!);
        var output = arguments.InvocationConfiguration.Output;
        if (arguments.GetValue(s_bounce) is { Length: > 0 } mails)
        {
            return BounceLines.Explain(mails, output, arguments.InvocationConfiguration.Error, catalogue);
        }

        if (arguments.GetValue(s_jsonl) is { } file)
        {
            using var input = file == "-" ? StandardInput() : File.OpenText(file);
            JsonLines.Explain(input, output, catalogue, culture);
        }
        else
        {
            PlainWords.Explain(ErrorOf(arguments), output, catalogue, culture);
        }

        return true;
    }

    private static ProviderError ErrorOf(ParseResult arguments) => new()
    {
        Source = arguments.GetValue(s_provider) ?? "",
        Operation = arguments.GetValue(s_operation) ?? Operations.Other,
        Status = arguments.GetValue(s_status),
        ContentType = arguments.GetValue(s_contentType),
        Body = arguments.GetValue(s_body) is "-" ? StandardInput().ReadToEnd() : arguments.GetValue(s_body),
    };

    // Not Console.In: its encoding is the machine's, and answers are UTF-8.
    private static StreamReader StandardInput() => new(Console.OpenStandardInput(), Encoding.UTF8);
}
