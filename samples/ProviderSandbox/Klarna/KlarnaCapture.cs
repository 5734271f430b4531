using System.Text.Json.Nodes;

namespace ProviderSandbox.Klarna;

/// <summary>One capture of an order.</summary>
/// <param name="CaptureId">Klarna's id.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="At">When it was captured.</param>
/// <param name="Reference">The shop's reference of this capture, if sent.</param>
/// <param name="ShippingInfo">Parcels, as the shop told.</param>
public sealed record KlarnaCapture(string CaptureId, long Amount, DateTimeOffset At, string? Reference, JsonArray ShippingInfo);
