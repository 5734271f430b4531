namespace SystemLog.Torture;

/// <summary>Choices that depend on the seed and on what they are about, never on who comes first: a seed replays them, if not the scheduling of
/// the machine.</summary>
internal static class Choices
{
    // FNV-1a, with the finish of MurmurHash3 so that the last letters reach every bit.
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>Returns a number from 0 up to 1.</summary>
    public static double Share(long seed, string about)
    {
        var hash = (Basis ^ (ulong)seed) * Prime;
        foreach (var letter in about)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return ((hash ^ (hash >> 33)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>Returns a whole number from 0 up to, but not including, a limit.</summary>
    public static int Below(int limit, long seed, string about) => (int)(Share(seed, about) * limit);
}
