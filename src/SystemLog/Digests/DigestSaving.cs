namespace SystemLog.Digests;

/// <summary>Who saves the settings of a summary mail, and what they saw.</summary>
/// <param name="Seen">The version they saw; 0 where nothing was set.</param>
/// <param name="Actor">Who.</param>
/// <param name="Panel">Where their control panel is, an absolute address for the links in the mail; null where that is not known.
/// <see cref="SystemLogOptions.PanelUrl"/> goes before it.</param>
public sealed record DigestSaving(long Seen, Actor Actor, Uri? Panel = null);
