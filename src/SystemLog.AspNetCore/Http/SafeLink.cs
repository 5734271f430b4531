using System.Diagnostics.CodeAnalysis;

namespace SystemLog.AspNetCore.Http;

/// <summary>Addresses that come as data: only http, https and paths on the site become links.</summary>
internal static class SafeLink
{
    /// <summary>Returns the address if it may be linked; null otherwise.</summary>
    public static string? Of(string? address) => IsSafe(address) ? address : null;

    /// <summary>Returns whether the address may be linked.</summary>
    public static bool IsSafe([NotNullWhen(true)] string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > 2_000 || address.Any(c => char.IsControl(c) || c == '\\'))
        {
            return false;
        }

        // "//host" and "/\host" lead away from the site in a browser.
        return address[0] == '/'
            ? address.Length == 1 || address[1] != '/'
            : Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
    }
}
