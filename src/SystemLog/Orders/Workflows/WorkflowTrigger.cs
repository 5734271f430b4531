using SystemLog.Catalogue;

namespace SystemLog.Orders.Workflows;

/// <summary>What sets a transition off.</summary>
/// <param name="Name">The name, such as "Approve".</param>
/// <param name="Labels">What its button says, by language.</param>
public sealed record WorkflowTrigger(string Name, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Returns its label in a language; in English, or the name, where there is none.</summary>
    public string LabelIn(string language) =>
        Labels.GetValueOrDefault(language) ?? Labels.GetValueOrDefault(Languages.English) ?? Name;
}
