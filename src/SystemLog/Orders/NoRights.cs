using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>Where the host says nothing about rights, nobody has any.</summary>
internal sealed class NoRights : IRightsChecker
{
    public ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) => new(false);
}
