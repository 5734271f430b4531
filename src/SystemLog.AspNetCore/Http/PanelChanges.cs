using Microsoft.AspNetCore.Http;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;

namespace SystemLog.AspNetCore.Http;

/// <summary>Does what a form asks for, notes it for the next page and leads back.</summary>
internal sealed class PanelChanges(UntreatedCounts counts, TimeProvider time)
{
    public async Task<IResult> ApplyAsync(
        PanelRequest panel, NoticeKind kind, string? back, Func<Task<int>> change, string right = SystemLogRights.Solve)
    {
        if (!panel.Can(right))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var from = time.GetUtcNow().ToUnixTimeMilliseconds();
        var changed = await change();
        counts.Forget(panel.Shop.Id);
        NoticeCookie.Set(panel, new(kind, changed, from, time.GetUtcNow().ToUnixTimeMilliseconds()));
        return TypedResults.LocalRedirect(panel.Paths.Back(back));
    }
}
