using System.Globalization;

namespace SystemLog.Issues;

/// <summary>Identifies an issue: the same facts give the same fingerprint in every process, on every node, after every restart.</summary>
/// <remarks>Version and 128 bits of a SHA-256, written "1-" and 32 hexadecimal digits.</remarks>
public readonly record struct Fingerprint
{
    /// <summary>The version of the algorithm that makes new fingerprints.</summary>
    public const byte CurrentVersion = 1;

    private readonly UInt128 _hash;
    private readonly byte _version;

    internal Fingerprint(byte version, UInt128 hash)
    {
        _version = version;
        _hash = hash;
    }

    /// <summary>Gets the version of the algorithm that made it; 0 only in <c>default</c>.</summary>
    public byte Version => _version;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out Fingerprint fingerprint)
    {
        fingerprint = default;
        if (text is not { Length: 34 } || text[0] is < '1' or > '9' || text[1] != '-'
            || !UInt128.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash))
        {
            return false;
        }

        fingerprint = new((byte)(text[0] - '0'), hash);
        return true;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is no fingerprint.</exception>
    public static Fingerprint Parse(string text) =>
        TryParse(text, out var fingerprint) ? fingerprint : throw new ArgumentException($"'{text}' is no fingerprint.", nameof(text));

    /// <inheritdoc />
    public override string ToString() =>
        _version == 0
            ? throw new InvalidOperationException("This fingerprint was never set.")
            : string.Create(CultureInfo.InvariantCulture, $"{_version}-{_hash:x32}");
}
