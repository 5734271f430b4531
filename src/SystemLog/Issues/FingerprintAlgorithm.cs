using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SystemLog.Issues;

/// <summary>Makes fingerprints, version 1: SHA-256 over the facts, each with its length before it, cut to 128 bits.</summary>
internal static class FingerprintAlgorithm
{
    /// <summary>Returns the fingerprint of the facts.</summary>
    public static Fingerprint Of(GroupingFacts facts)
    {
        Span<char> digits = stackalloc char[11];
        var status = facts.Status is { } number && number.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture)
            ? digits[..written]
            : default;
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes(facts));
        try
        {
            var length = 0;
            Append(buffer, ref length, facts.Shop);
            Append(buffer, ref length, facts.Source);
            Append(buffer, ref length, facts.Operation);
            Append(buffer, ref length, facts.Subject.Type);
            Append(buffer, ref length, facts.Subject.Number);
            Append(buffer, ref length, facts.Key);
            if (facts.Key is null)
            {
                Append(buffer, ref length, facts.Code);
                Append(buffer, ref length, status);
                Append(buffer, ref length, facts.ExceptionType);
                Append(buffer, ref length, facts.NormalizedText);
            }

            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, length), hash);
            return new(Fingerprint.CurrentVersion, BinaryPrimitives.ReadUInt128BigEndian(hash));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Append(byte[] buffer, ref int length, ReadOnlySpan<char> part)
    {
        var bytes = Encoding.UTF8.GetBytes(part, buffer.AsSpan(length + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(length), bytes);
        length += sizeof(int) + bytes;
    }

    private static int MaxBytes(GroupingFacts facts) =>
        (11 * (sizeof(int) + 11)) + Encoding.UTF8.GetMaxByteCount(
            facts.Shop.Length + facts.Source.Length + facts.Operation.Length + facts.Subject.Type.Length + facts.Subject.Number.Length
            + Length(facts.Key) + Length(facts.Code) + Length(facts.ExceptionType) + Length(facts.NormalizedText));

    private static int Length(string? text) => text?.Length ?? 0;
}
