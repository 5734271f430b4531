namespace SystemLog.AspNetCore.Badge;

/// <summary>What the badge is drawn from.</summary>
internal sealed record BadgeView(string Href, string Json, string Stylesheet, string Script, int? Untreated, string Text, string Label);
