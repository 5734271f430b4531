using SystemLog.AspNetCore.Http;
using SystemLog.Digests;

namespace SystemLog.AspNetCore.Settings;

/// <summary>Saves what the form means, and where the panel was when it was saved, for the links in the mail.</summary>
internal sealed class SettingsSaver(DigestService digests, ShopDirectory shops)
{
    public Task<DigestSaveResult> SaveAsync(PanelRequest panel, SettingsForm form)
    {
        // Who reads the mail may see more shops than who saves.
        var address = panel.Paths.OverviewFrom(panel.Http.Request, shops.All.Count > 1 ? panel.Shop.Id : null);
        return digests.SaveAsync(
            panel.Shop.Id, form.ToSettings(panel.Shop), new(form.Seen, panel.User.Actor, address), panel.Http.RequestAborted);
    }
}
