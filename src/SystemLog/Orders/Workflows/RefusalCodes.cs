namespace SystemLog.Orders.Workflows;

/// <summary>Why a change is refused, besides the reasons of guards.</summary>
public static class RefusalCodes
{
    /// <summary>There is no such order in the shop.</summary>
    public const string NotFound = "NotFound";

    /// <summary>The workflow has no such trigger; the values are those that it has.</summary>
    public const string UnknownTrigger = "UnknownTrigger";

    /// <summary>The workflow has no such status; the values are those that it has.</summary>
    public const string UnknownStatus = "UnknownStatus";

    /// <summary>The order is in a status that the workflow does not define any more; the value is that status.</summary>
    public const string OrphanStatus = "OrphanStatus";

    /// <summary>The trigger leads nowhere from the present status; the value is that status.</summary>
    public const string TransitionNotDefined = "TransitionNotDefined";

    /// <summary>A status has to be chosen; the values are those to choose among.</summary>
    public const string TargetMissing = "TargetMissing";

    /// <summary>The chosen status is not among those to choose from; the values are those.</summary>
    public const string TargetNotAllowed = "TargetNotAllowed";

    /// <summary>The status before the error is not known or not defined any more.</summary>
    public const string StatusBeforeUnknown = "StatusBeforeUnknown";

    /// <summary>A right is missing; the values are the rights, of which one or all are needed.</summary>
    public const string MissingRight = "MissingRight";

    /// <summary>Only the system, a provider or an integration does this.</summary>
    public const string OnlyAutomatic = "OnlyAutomatic";

    /// <summary>Only a person does this.</summary>
    public const string OnlyManual = "OnlyManual";

    /// <summary>A text is longer than it may be.</summary>
    public const string TextTooLong = "TextTooLong";
}
