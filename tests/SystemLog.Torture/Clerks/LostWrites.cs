namespace SystemLog.Torture.Clerks;

/// <summary>Counts the writes that met another's.</summary>
internal sealed class LostWrites
{
    public int Count { get; private set; }

    public void Add() => Count++;
}
