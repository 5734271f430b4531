namespace SystemLog.Orders.Notices;

/// <summary>How a mail about a status is written.</summary>
/// <param name="Language">The language.</param>
/// <param name="PanelUrl">The public address of the control panel; null where it is not known.</param>
internal sealed record NoticeWriting(string Language, Uri? PanelUrl);
