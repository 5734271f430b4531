namespace SystemLog.Torture.Nodes;

/// <summary>What handlers do and how the engine is set.</summary>
/// <param name="Lease">The lease of every kind.</param>
/// <param name="Before">How long a handler takes at most before its effect.</param>
/// <param name="After">How long it takes at most between its effect and its report.</param>
/// <param name="AskAgain">The share of attempts that ask for another try, before their effect.</param>
/// <param name="Quicken">By how much the engine's looks at the database are quickened: by default they come every 5 seconds.</param>
internal sealed record WorkLoad(TimeSpan Lease, TimeSpan Before, TimeSpan After, double AskAgain, double Quicken);
