using SystemLog.AspNetCore.Http;
using SystemLog.Digests;
using SystemLog.Messages;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Settings;

/// <summary>Brings together what the settings page shows.</summary>
internal sealed class SettingsReader(DigestService digests, Mailer mailer)
{
    public async Task<SettingsModel> ReadAsync(PanelRequest panel, PageKey? after = null)
    {
        var cancellationToken = panel.Http.RequestAborted;
        var state = await digests.FindAsync(panel.Shop.Id, cancellationToken);
        var sent = await digests.ListAsync(panel.Shop.Id, after, cancellationToken: cancellationToken);
        return new(state, SettingsForm.Of(state, panel), sent)
        {
            IsFirstPage = after is null,
            CanSend = mailer.CanSend,
            TestTo = state.Settings.Recipients is [var first, ..] ? first : "",
        };
    }
}
