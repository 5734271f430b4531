namespace DemoShop.Tests.Browsing;

/// <summary>What kind of browser visits.</summary>
internal sealed record VisitOptions
{
    public bool Dark { get; init; }

    public bool Script { get; init; } = true;

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public string Language { get; init; } = "en-GB";
}
