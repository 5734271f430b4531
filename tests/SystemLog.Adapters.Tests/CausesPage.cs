using System.Globalization;
using System.Text;
using SystemLog.Catalogue;
using SystemLog.Catalogue.Rules;

namespace SystemLog.Adapters.Tests;

/// <summary>The page docs/causes.md, as it follows from the rules.</summary>
internal static class CausesPage
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    public static string Write()
    {
        var page = new StringBuilder("""
            # All causes

            What the catalogue takes an error for and what it advises, generated from the rules by
            `SYSTEMLOG_APPROVE=1 dotnet test tests/SystemLog.Adapters.Tests`. How a rule is found stands in [What errors mean](catalogue.md). Advice that
            mentions a value from the error is shown here without it.

            ## Any provider

            Where no rule says more.


            """.ReplaceLineEndings("\n"));
        Heading(page, "cause");
        foreach (var cause in Enum.GetValues<Cause>())
        {
            var advice = AdapterCatalogue.Catalogue.Describe("", cause, null, Explanation.EmptyValues, s_english);
            page.Append(s_english, $"| **{Cell(advice.Title)}** | `{cause}` | | | {Cell(advice.Text)} |\n");
        }

        foreach (var set in AdapterCatalogue.RuleSets)
        {
            page.Append(s_english, $"\n## {AdapterCatalogue.Portals.Single(portal => portal.Source == set.Source).Name}\n\n");
            Heading(page, "rule and cause");
            foreach (var rule in set.InFileOrder)
            {
                Row(page, set.Source, rule);
            }
        }

        return page.ToString();
    }

    private static void Heading(StringBuilder page, string second) =>
        page.Append(s_english, $"| what happened | {second} | again | who | advice |\n|---|---|---|---|---|\n");

    private static void Row(StringBuilder page, string source, ErrorRule rule)
    {
        var entry = rule.Entry;
        var advice = AdapterCatalogue.Catalogue.Describe(source, entry.Cause, rule.Id, Explanation.EmptyValues, s_english);
        page.Append(
            s_english,
            $"| **{Cell(advice.Title)}** | `{rule.Id}` `{entry.Cause}` | {(entry.Retryable ? "yes" : "no")} | {entry.WhoMustAct.ToString().ToLowerInvariant()} | {Cell(advice.Text)} |\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
