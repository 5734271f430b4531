using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.Digests;

/// <summary>How settings, orders and results of summary mails are stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredDigest))]
[JsonSerializable(typeof(DigestOrder))]
[JsonSerializable(typeof(DigestResult))]
internal sealed partial class DigestJson : JsonSerializerContext;
