namespace SystemLog.Orders.Workflows;

/// <summary>What keeps a transition from being made, besides its guards.</summary>
[Flags]
internal enum TransitionFault
{
    None = 0,
    UnknownTrigger = 1,
    OrphanStatus = 2,
    NotDefined = 4,
    TargetMissing = 8,
    UnknownTarget = 16,
    TargetNotAllowed = 32,
    StatusBeforeUnknown = 64,
    MissingRight = 128,
    OnlyAutomatic = 256,
    OnlyManual = 512,
    AlreadyThere = 1024,
}
