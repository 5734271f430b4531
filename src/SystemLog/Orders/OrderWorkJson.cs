using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.Orders;

/// <summary>How the work of orders is stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusNews))]
[JsonSerializable(typeof(PaymentOrder))]
[JsonSerializable(typeof(WaitingTrigger))]
internal sealed partial class OrderWorkJson : JsonSerializerContext;
