using System.Security.Cryptography;
using System.Text.Json;

namespace SystemLog.Catalogue.Rules;

/// <summary>A mark of everything that decides what an error means.</summary>
internal static class CatalogueVersion
{
    private const int LengthInBytes = 8;

    /// <summary>Returns the mark. Texts count for nothing: they are read anew for every page.</summary>
    public static string Of(RulesInUse rules, IEnumerable<IAnswerParser> parsers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (source, entry) in rules.InOrder)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(
                new RuleFile(source, [entry with { Texts = null, TextsOf = null, Example = null }]), RuleFileJson.Default.RuleFile));
        }

        // How a body is read is code: a build that changed it has another id.
        foreach (var module in parsers.Select(parser => parser.GetType().Module).Append(typeof(CatalogueVersion).Module).Distinct().OrderBy(one => one.Name))
        {
            hash.AppendData(module.ModuleVersionId.ToByteArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, LengthInBytes));
    }
}
