namespace SystemLog.AspNetCore.Http;

/// <summary>Text a person typed.</summary>
internal static class FormText
{
    private const int MaxNote = 1_000;

    /// <summary>Returns a note, cut to 1,000 characters; null where nothing was written.</summary>
    public static string? Note(string? text) =>
        text?.Trim() is { Length: > 0 } note ? note.Length <= MaxNote ? note : note[..MaxNote] : null;
}
