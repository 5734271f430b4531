using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Digests;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Settings;

/// <summary>The settings of the summary mail, a test of it, and the mails sent.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this RouteGroupBuilder panel)
    {
        panel.Get("/settings", ShowAsync);
        panel.Post("/settings", SaveAsync);
        panel.Post("/settings/test", TestAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SettingsReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        _ = PageKey.TryParse(http.Request.Query["after"], out var after);
        return await PageAsync(panel, await reader.ReadAsync(panel, after), counts, StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext http, SettingsSaver saver, SettingsReader reader, PanelChanges changes, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (!panel.MayChangeSettings)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (SettingsForm.Read(await http.Request.ReadFormAsync(http.RequestAborted)) is not { } form)
        {
            return TypedResults.BadRequest();
        }

        return await saver.SaveAsync(panel, form) switch
        {
            DigestSaveResult.Refused refused => await PageAsync(
                panel, await reader.ReadAsync(panel) with { Form = form, Faults = refused.Faults }, counts, StatusCodes.Status422UnprocessableEntity),

            // Who saves now has seen what stands there, and replaces it.
            DigestSaveResult.Conflict conflict => await PageAsync(
                panel,
                await reader.ReadAsync(panel) with { State = conflict.Current, Form = form with { Seen = conflict.Current.Version }, IsConflict = true },
                counts,
                StatusCodes.Status409Conflict),
            _ => await changes.ApplyAsync(
                panel, NoticeKind.SettingsSaved, panel.Paths.Settings, () => Task.FromResult(1), SystemLogRights.Settings),
        };
    }

    private static async Task<IResult> TestAsync(
        HttpContext http, DigestService digests, SettingsReader reader, PanelChanges changes, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (!panel.MayChangeSettings)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var to = (await http.Request.ReadFormAsync(http.RequestAborted))["to"].ToString().Trim();
        var model = await reader.ReadAsync(panel);
        if (!model.CanSend || !await digests.SendTestAsync(panel.Shop.Id, to, http.RequestAborted))
        {
            return await PageAsync(panel, model with { TestTo = to, IsTestRefused = true }, counts, StatusCodes.Status422UnprocessableEntity);
        }

        return await changes.ApplyAsync(
            panel, NoticeKind.SettingsTest, panel.Paths.Settings, () => Task.FromResult(1), SystemLogRights.Settings);
    }

    private static Task<IResult> PageAsync(PanelRequest panel, SettingsModel model, UntreatedCounts counts, int status)
    {
        panel.Title = panel.Texts.Settings.Title;
        return PanelPage.ShowAsync<SettingsPage, SettingsModel>(panel, model, counts, status);
    }
}
