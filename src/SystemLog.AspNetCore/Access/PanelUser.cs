using SystemLog.Orders;

namespace SystemLog.AspNetCore.Access;

/// <summary>Who sits before the control panel.</summary>
/// <param name="Actor">The person, as history names them.</param>
/// <param name="Shops">The ids of the shops the person sees, the one shown first in front. All others answer 404.</param>
/// <param name="Rights">What the person may do, of <see cref="SystemLogRights"/> and <see cref="OrderRights"/>, or the host's own words in its workflows.</param>
public sealed record PanelUser(Actor Actor, IReadOnlyList<string> Shops, IReadOnlySet<string> Rights);
