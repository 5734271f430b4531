using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Texts;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Http;

/// <summary>Everything a page needs to know about the present request: who, which shop, which language, which addresses.</summary>
internal sealed class PanelRequest
{
    public required HttpContext Http { get; init; }

    public required PanelPaths Paths { get; init; }

    public required PanelUser User { get; init; }

    public required Shop Shop { get; init; }

    /// <summary>Gets the shops the person may switch between, this one included.</summary>
    public required IReadOnlyList<Shop> Shops { get; init; }

    public required PanelTexts Texts { get; init; }

    public required PanelFormat Format { get; init; }

    public required ControlPanelOptions Options { get; init; }

    public required IAntiforgery Antiforgery { get; init; }

    /// <summary>Gets what a redirect before this page has to say.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Gets or sets the words of the notice, where they name what only the page knows.</summary>
    public string? NoticeText { get; set; }

    /// <summary>Gets or sets the number beside "Overview"; null where it could not be counted.</summary>
    public int? Untreated { get; set; }

    /// <summary>Gets or sets the number beside "Background work"; null where it could not be counted.</summary>
    public int? Stuck { get; set; }

    /// <summary>Gets or sets how the storage fares; null where nobody asked.</summary>
    public StorageStatus? Storage { get; set; }

    /// <summary>Gets or sets the title of the page.</summary>
    public string Title { get; set; } = "";

    public bool MaySolve => Can(SystemLogRights.Solve);

    public bool MayNote => Can(SystemLogRights.Solve);

    public bool MayOperate => Can(SystemLogRights.Operate);

    public bool MayChangeSettings => Can(SystemLogRights.Settings);

    /// <summary>Gets the present address, for a form that leads back to it.</summary>
    public string Here => $"{Http.Request.PathBase.ToUriComponent()}{Http.Request.Path.ToUriComponent()}{Http.Request.QueryString}";

    public static PanelRequest Of(HttpContext http) =>
        http.Features.Get<PanelRequest>() ?? throw new InvalidOperationException("The access filter did not run.");

    public bool Can(string right) => User.Rights.Contains(right);
}
