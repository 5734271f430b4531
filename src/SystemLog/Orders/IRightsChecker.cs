using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>Answers what a person may do. The host's part; the default is the host's claims, and no rights where nobody is signed in.</summary>
public interface IRightsChecker
{
    /// <summary>Returns whether somebody has a right, for an order.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="actor">Who; never the system, which needs no rights.</param>
    /// <param name="right">One of <see cref="OrderRights"/> or the host's own word.</param>
    /// <param name="subject">The order.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default);
}
