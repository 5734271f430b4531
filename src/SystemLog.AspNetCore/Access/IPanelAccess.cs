using System.Security.Claims;

namespace SystemLog.AspNetCore.Access;

/// <summary>Tells who a signed-in person is to the control panel. The host registers its own to take shops and rights from its own tables.</summary>
public interface IPanelAccess
{
    /// <summary>Returns what the person may see and do; null for somebody who may see nothing, who is answered 403.</summary>
    /// <remarks>Asked once per request of the panel, after its authorization policy let the person through. Where the host changes orders in requests of
    /// its own, it is asked about who is signed in there, if the panel's policy lets that person through.</remarks>
    ValueTask<PanelUser?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken = default);
}
