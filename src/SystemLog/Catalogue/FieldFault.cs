namespace SystemLog.Catalogue;

/// <summary>A field the provider complains about.</summary>
/// <param name="Field">The provider's name for it; empty where it names none.</param>
/// <param name="Message">What is wrong with it, in the provider's words.</param>
public readonly record struct FieldFault(string Field, string Message)
{
    /// <inheritdoc />
    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}
