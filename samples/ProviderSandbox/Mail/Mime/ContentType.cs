using System.Net.Http.Headers;

namespace ProviderSandbox.Mail.Mime;

/// <summary>The header field Content-Type.</summary>
/// <param name="MediaType">In small letters.</param>
/// <param name="Charset">US-ASCII where none is named.</param>
/// <param name="Boundary">What stands between the parts; empty where none is named.</param>
internal sealed record ContentType(string MediaType, string Charset, string Boundary)
{
    /// <summary>What has no type, or one that cannot be read, is plain text (RFC 2045).</summary>
    public static ContentType Read(string value)
    {
        if (!MediaTypeHeaderValue.TryParse(value, out var type))
        {
            return new ContentType("text/plain", "us-ascii", string.Empty);
        }

        return new ContentType(type.MediaType!.ToLowerInvariant(), Parameter(type, "charset") ?? "us-ascii", Parameter(type, "boundary") ?? string.Empty);
    }

    private static string? Parameter(MediaTypeHeaderValue type, string name) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"').Replace("\\", "", StringComparison.Ordinal);
}
