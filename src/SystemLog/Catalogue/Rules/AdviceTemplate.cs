using System.Text;

namespace SystemLog.Catalogue.Rules;

/// <summary>
/// A title and advice with <c>{placeholders}</c>. A part in square brackets is left out where a value inside it is not known:
/// "The VAT class[ {vat}] is not active."
/// </summary>
internal sealed class AdviceTemplate
{
    /// <exception cref="FormatException">A bracket or a brace is left open, or parts are nested.</exception>
    public AdviceTemplate(RuleFile.Text text)
    {
        Text = text;
        ThrowIfUnbalanced(text.Title);
        ThrowIfUnbalanced(text.Advice);
    }

    public RuleFile.Text Text { get; }

    /// <summary>Fills in the values.</summary>
    public Advice Fill(IReadOnlyDictionary<string, string> values, string provider) =>
        new(Fill(Text.Title, values, provider), Fill(Text.Advice, values, provider));

    /// <summary>Returns whether a value is mentioned.</summary>
    public bool Mentions(string name) =>
        Placeholders(Text.Title).Concat(Placeholders(Text.Advice)).Any(placeholder => placeholder.Name == name);

    /// <summary>Returns the names of the placeholders of a text, and whether each stands in a part that may be left out.</summary>
    public static IEnumerable<(string Name, bool MayBeLeftOut)> Placeholders(string template)
    {
        var inPart = false;
        for (var i = 0; i < template.Length; i++)
        {
            inPart = template[i] == '[' || (inPart && template[i] != ']');
            if (template[i] == '{')
            {
                yield return (template[(i + 1)..template.IndexOf('}', i)], inPart);
            }
        }
    }

    private static void ThrowIfUnbalanced(string template)
    {
        var open = new string([.. template.Where(c => c is '[' or ']' or '{' or '}')]).Replace("{}", "", StringComparison.Ordinal)
            .Replace("[]", "", StringComparison.Ordinal);
        if (open.Length > 0)
        {
            throw new FormatException($"'{template}' leaves a bracket or a brace open, or nests them.");
        }
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> values, string provider)
    {
        if (!template.AsSpan().ContainsAny('{', '['))
        {
            return template;
        }

        var result = new StringBuilder(template.Length + 32);
        var partStart = 0;
        var partHolds = true;
        for (var i = 0; i < template.Length; i++)
        {
            switch (template[i])
            {
                case '[':
                    (partStart, partHolds) = (result.Length, true);
                    break;
                case ']':
                    result.Length = partHolds ? result.Length : partStart;
                    break;
                case '{':
                    var end = template.IndexOf('}', i);
                    var name = template[(i + 1)..end];
                    var value = name == "provider" ? provider : values.GetValueOrDefault(name);
                    partHolds &= value is not null;
                    Append(result, value ?? "?");
                    i = end;
                    break;
                default:
                    result.Append(template[i]);
                    break;
            }
        }

        return result.ToString();
    }

    // A name such as "the mail server" may open a sentence.
    private static void Append(StringBuilder result, string value)
    {
        var opens = result.Length == 0 || (result.Length > 1 && result[^1] == ' ' && result[^2] == '.');
        result.Append(opens ? char.ToUpperInvariant(value[0]) : value[0]).Append(value, 1, value.Length - 1);
    }
}
