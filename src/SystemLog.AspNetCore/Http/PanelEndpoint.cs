namespace SystemLog.AspNetCore.Http;

/// <summary>Marks an endpoint as the panel's, with its pattern below the place where the panel is mapped.</summary>
/// <param name="Pattern">The pattern as mapped, such as "/issues/{id}".</param>
internal sealed record PanelEndpoint(string Pattern);
