namespace SystemLog.Catalogue;

/// <summary>What a merchant reads about an error, in one language.</summary>
/// <param name="Title">The cause in a few plain words.</param>
/// <param name="Text">The step to take, where, and whether pressing again can help.</param>
public sealed record Advice(string Title, string Text);
