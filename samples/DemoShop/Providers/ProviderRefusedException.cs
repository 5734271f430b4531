namespace DemoShop.Providers;

/// <summary>A provider answered, and the answer was no.</summary>
internal sealed class ProviderRefusedException(string message) : Exception(message);
