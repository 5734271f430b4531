using SystemLog.Catalogue;

namespace SystemLog.Orders.Workflows;

/// <summary>One status of a workflow.</summary>
public sealed record OrderStatus
{
    /// <summary>Gets the code: stable, stored with every order, such as "Approved".</summary>
    public required string Code { get; init; }

    /// <summary>Gets what it means.</summary>
    public required StatusRole Role { get; init; }

    /// <summary>Gets other spellings that are understood, whatever their case, spaces, '_' and '-'. The first is the one that the host is told.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Gets its labels by language, such as "nb".</summary>
    public IReadOnlyDictionary<string, StatusLabel> Labels { get; init; } = new Dictionary<string, StatusLabel>();

    /// <summary>Gets its place in lists; the lowest comes first.</summary>
    public int Priority { get; init; }

    /// <summary>Gets whether the customer sees it. The default is true.</summary>
    public bool IsShownToCustomer { get; init; } = true;

    /// <summary>Gets whether an order may stay in it for ever.</summary>
    public bool MayEnd { get; init; }

    /// <summary>Gets the spelling that the host is told: its first alias, or the code.</summary>
    public string HostCode => Aliases.Count > 0 ? Aliases[0] : Code;

    /// <summary>Returns its label in a language; in English, or the code, where there is none.</summary>
    public StatusLabel LabelIn(string language) =>
        Labels.GetValueOrDefault(language) ?? Labels.GetValueOrDefault(Languages.English) ?? new(Code, Code);
}
