using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.Digests;

/// <summary>The settings of a shop's summary mail as they are stored.</summary>
/// <param name="Settings">What the shop has set.</param>
/// <param name="BeginsAfter">The local date whose period counts as done: what was due before the mail was turned on is not sent.</param>
/// <param name="Panel">Where the panel was when they were saved.</param>
internal sealed record StoredDigest(DigestSettings Settings, DateOnly BeginsAfter, Uri? Panel)
{
    /// <summary>What it is called among the settings.</summary>
    public const string Name = "summary-mail";

    public string ToJson() => JsonSerializer.Serialize(this, DigestJson.Default.StoredDigest);

    public static StoredDigest Parse(string json) =>
        JsonSerializer.Deserialize(json, DigestJson.Default.StoredDigest) ?? throw new JsonException("The settings of the summary mail are empty.");
}
