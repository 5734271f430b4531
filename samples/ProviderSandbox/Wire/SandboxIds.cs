using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ProviderSandbox.Wire;

/// <summary>Ids that look like the providers' own and are the same in every run: a hash of a counter.</summary>
internal sealed class SandboxIds
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PspReferenceLength = 16;

    private int _issued;

    public Guid Guid() => new(Next().AsSpan(0, 16));

    /// <summary>A W3C trace parent, the form of Vipps MobilePay's <c>traceId</c>.</summary>
    public string TraceId()
    {
        var hex = Convert.ToHexStringLower(Next());
        return $"00-{hex[..32]}-{hex[32..48]}-01";
    }

    /// <summary>Sixteen capital letters and digits, the form of Adyen's <c>pspReference</c>.</summary>
    public string PspReference() =>
        string.Create(PspReferenceLength, Next(), static (characters, bytes) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = Alphabet[bytes[i] % Alphabet.Length];
            }
        });

    public string Token() => Convert.ToBase64String(Next()).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private byte[] Next()
    {
        Span<byte> counter = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(counter, Interlocked.Increment(ref _issued));
        return SHA256.HashData(counter);
    }
}
