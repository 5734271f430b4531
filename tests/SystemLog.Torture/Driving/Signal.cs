namespace SystemLog.Torture.Driving;

/// <summary>Signals, by their numbers on Linux.</summary>
internal enum Signal
{
    /// <summary>Ends a process at once.</summary>
    Kill = 9,

    /// <summary>Lets a frozen process go on.</summary>
    Cont = 18,

    /// <summary>Freezes a process.</summary>
    Stop = 19,
}
