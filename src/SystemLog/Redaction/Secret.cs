namespace SystemLog.Redaction;

/// <summary>Where a secret stands in a text.</summary>
internal readonly record struct Secret(int Start, int End, bool IsCardNumber)
{
    /// <summary>Adds a secret to what was found; an empty one is none.</summary>
    public static void Add(ref List<Secret>? found, int start, int end, bool isCardNumber = false)
    {
        if (end > start)
        {
            (found ??= []).Add(new(start, end, isCardNumber));
        }
    }
}
