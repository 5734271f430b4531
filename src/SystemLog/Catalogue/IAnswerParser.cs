namespace SystemLog.Catalogue;

/// <summary>Reads one provider's failing answers. Pure: no judgement, no exception, whatever the body holds.</summary>
public interface IAnswerParser
{
    /// <summary>Gets the source whose answers it reads.</summary>
    string Source { get; }

    /// <summary>Returns what stands in the answer; <see cref="ErrorFacts.None"/> where it cannot be read.</summary>
    ErrorFacts Parse(ProviderError error);
}
