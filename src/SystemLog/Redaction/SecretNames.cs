using System.Buffers;

namespace SystemLog.Redaction;

/// <summary>Which names announce a secret.</summary>
internal static class SecretNames
{
    private static readonly SearchValues<string> s_parts = SearchValues.Create(
        [
            "password", "passwd", "passord", "passphrase", "secret", "token", "credential", "cookie", "cvv", "cvc",
            "apikey", "api_key", "api-key", "accesskey", "access_key", "access-key", "privatekey", "private_key", "private-key",
            "subscriptionkey", "subscription_key", "subscription-key", "hmackey", "hmac_key", "hmac-key", "signingkey", "signing_key",
            "signing-key", "authkey", "auth_key", "auth-key", "sharedkey", "shared_key", "encryptionkey", "encryption_key",
            "securitycode", "security_code", "security-code", "pincode", "pin_code", "pin-code",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_whole = ["pin", "pwd", "pass", "pw", "otp"];

    private static readonly string[] s_ends = ["pwd", "_pin", "-pin", ".pin", "_pass", "-pass", "authorization"];

    // What only tells about a secret: cvcResult, token_type, TOKEN_NOT_FOUND.
    private static readonly string[] s_harmlessEnds =
    [
        "type", "result", "resultraw", "expires", "expires_in", "expiresin", "expires_at", "expiresat", "expiry", "status", "required",
        "policy", "length", "_found", "_missing", "_invalid", "_expired", "_failed", "error",
    ];

    private static readonly string[] s_beforeKey = ["api", "access", "private", "secret", "signing", "subscription", "hmac", "encryption"];

    private static readonly string[] s_beforeCode = ["security", "pin", "cvc", "cvv", "verification"];

    /// <summary>Returns whether a value after the name is secret.</summary>
    public static bool Contains(ReadOnlySpan<char> name) =>
        (name.ContainsAny(s_parts) || EqualsAny(name, s_whole) || EndsWithAny(name, s_ends) || name.EndsWith("Pin", StringComparison.Ordinal))
        && !EndsWithAny(name, s_harmlessEnds);

    /// <summary>Returns whether two words together announce a secret: "api key", "security code".</summary>
    public static bool Contains(ReadOnlySpan<char> before, ReadOnlySpan<char> name) =>
        (name.Equals("key", StringComparison.OrdinalIgnoreCase) && EqualsAny(before, s_beforeKey))
        || (name.Equals("code", StringComparison.OrdinalIgnoreCase) && EqualsAny(before, s_beforeCode));

    /// <summary>Returns whether the name is a header whose whole line is secret.</summary>
    public static bool IsHeader(ReadOnlySpan<char> name) =>
        name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase) || name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase);

    private static bool EqualsAny(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name, string[] ends)
    {
        foreach (var end in ends)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
