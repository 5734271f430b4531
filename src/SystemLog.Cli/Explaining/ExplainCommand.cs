using System.CommandLine;
using System.Globalization;
using System.Text;
using SystemLog.Catalogue;

namespace SystemLog.Cli.Explaining;

/// <summary><c>systemlog explain</c>: a file of errors, or one error in plain words.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Option<string?> _jsonl = new("--jsonl")
    {
        Description = "A file of errors, one JSON object a line (id, provider, operation, httpStatus, contentType, body); - reads standard input.",
        HelpName = "FILE|-",
    };

    private readonly Option<string[]> _bounce = new("--bounce")
    {
        Description = "Mails that came back.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _language = new("--language")
    {
        Description = "The language of titles and advice: " + string.Join(", ", Languages.Complete) + ".",
        DefaultValueFactory = _ => Languages.English,
    };

    private readonly Option<string[]> _rules = new("--rules")
    {
        Description = "A file of rules of your own, tried before those built in.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _provider = new("--provider") { Description = "The provider: " + string.Join(", ", Sources.All) + "." };

    private readonly Option<string?> _operation = new("--operation") { Description = "What was tried: " + string.Join(", ", Operations.All) + "." };

    private readonly Option<int?> _status = new("--status") { Description = "The HTTP status or SMTP reply code." };

    private readonly Option<string?> _contentType = new("--content-type") { Description = "The content type of the body." };

    private readonly Option<string?> _body = new("--body") { Description = "The answer or message; - reads standard input." };

    public ExplainCommand()
        : base("explain", "Says what an error means, who must act and whether trying again can help.")
    {
        _language.AcceptOnlyFromAmong([.. Languages.Complete]);
        foreach (var option in (Option[])[_jsonl, _bounce, _language, _rules, _provider, _operation, _status, _contentType, _body])
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (new Option[] { _jsonl, _bounce, _body, _status }.All(option => result.GetResult(option) is null))
            {
                result.AddError("Give --jsonl FILE, --bounce FILE, or --body and --status of one error with --provider and --operation.");
            }
        });
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
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

    private bool Explain(ParseResult arguments)
    {
        var catalogue = EveryAdapter.Catalogue(arguments.GetValue(_rules) ?? []);
        var culture = CultureInfo.GetCultureInfo(arguments.GetValue(_language)!);
        var output = arguments.InvocationConfiguration.Output;
        if (arguments.GetValue(_bounce) is { Length: > 0 } mails)
        {
            return BounceLines.Explain(mails, output, arguments.InvocationConfiguration.Error, catalogue);
        }

        if (arguments.GetValue(_jsonl) is { } file)
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

    private ProviderError ErrorOf(ParseResult arguments) => new()
    {
        Source = arguments.GetValue(_provider) ?? "",
        Operation = arguments.GetValue(_operation) ?? Operations.Other,
        Status = arguments.GetValue(_status),
        ContentType = arguments.GetValue(_contentType),
        Body = arguments.GetValue(_body) is "-" ? StandardInput().ReadToEnd() : arguments.GetValue(_body),
    };

    // Not Console.In: its encoding is the machine's, and answers are UTF-8.
    private static StreamReader StandardInput() => new(Console.OpenStandardInput(), Encoding.UTF8);
}
