using System.Globalization;
using System.Text;

namespace SystemLog.Issues;

/// <summary>Text as it is compared in a search: folded once by .NET, because SQLite, PostgreSQL's locales and .NET fold differently.</summary>
public static class SearchText
{
    /// <summary>Returns what a search for an issue looks through.</summary>
    public static string Of(Issue issue) => Of(issue.Subject.Number, issue.Code, issue.CorrelationId, issue.Description);

    /// <summary>Returns what a search for an issue looks through.</summary>
    public static string Of(string number, string? code, string? correlationId, string description) =>
        Fold($"{number}\n{code}\n{correlationId}\n{description}");

    /// <summary>Folds case and compatibility forms, and drops what no database stores (NUL, lone surrogates).</summary>
    public static string Fold(string text)
    {
        var clean = StorableText.Of(text);
        return (clean.IsNormalized(NormalizationForm.FormKC) ? clean : clean.Normalize(NormalizationForm.FormKC)).ToLower(CultureInfo.InvariantCulture);
    }
}
