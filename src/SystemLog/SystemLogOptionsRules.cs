using Microsoft.Extensions.Options;
using SystemLog.Messages;

namespace SystemLog;

/// <summary>What the settings must hold to; messages show the values.</summary>
internal sealed class SystemLogOptionsRules : IValidateOptions<SystemLogOptions>
{
    public ValidateOptionsResult Validate(string? name, SystemLogOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SystemLogOptions options)
    {
        foreach (var (setting, value, least, most) in Ranges(options))
        {
            if (value < least || value > most)
            {
                yield return $"{setting} ({value}) must be {least} to {most}.";
            }
        }

        foreach (var (setting, value, least, most) in Durations(options))
        {
            if (value < least || value > most)
            {
                yield return $"{setting} ({value}) must be {least} to {most}.";
            }
        }

        if (options.BatchSize > options.PendingIssuesLimit)
        {
            yield return $"BatchSize ({options.BatchSize}) must not exceed PendingIssuesLimit ({options.PendingIssuesLimit}).";
        }

        foreach (var fault in MailFaults(options).Concat(ShopFaults(options)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> MailFaults(SystemLogOptions options)
    {
        if (options is { RedirectMailTo: { } address, RedirectMailFolder: { } folder })
        {
            yield return $"RedirectMailTo ('{address}') and RedirectMailFolder ('{folder}') exclude each other.";
        }

        if (options.RedirectMailTo is { } reader && !Mailbox.TryCreate(reader, out _))
        {
            yield return $"RedirectMailTo ('{reader}') cannot be an e-mail address.";
        }

        if (options.RedirectMailFolder is { } path && (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) || File.Exists(path)))
        {
            yield return $"RedirectMailFolder ('{path}') cannot be a folder.";
        }
    }

    private static IEnumerable<string> ShopFaults(SystemLogOptions options)
    {
        foreach (var id in options.Shops.Select(shop => shop.Id).Append(options.DefaultShop).Where(id => !IsShopId(id)).Distinct())
        {
            yield return $"'{id}' is not a shop id: 1 to 64 letters, digits, '-', '_' or '.'.";
        }

        if (options.PanelUrl is { } panel && !(panel.IsAbsoluteUri && panel.Scheme is "https" or "http"))
        {
            yield return $"PanelUrl ('{panel}') must begin with https:// or http://.";
        }

        foreach (var twice in options.Shops.GroupBy(shop => shop.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return $"The shop '{twice.Key}' is added twice.";
        }

        if (options.Shops.Count > 0 && options.Shops.All(shop => shop.Id != options.DefaultShop))
        {
            yield return $"DefaultShop ('{options.DefaultShop}') is not among the shops: {string.Join(", ", options.Shops.Select(shop => shop.Id))}.";
        }
    }

    private static (string Setting, long Value, long Least, long Most)[] Ranges(SystemLogOptions options) =>
    [
        (nameof(options.QueueLimit), options.QueueLimit, 1, 1_000_000),
        (nameof(options.QueueBytes), options.QueueBytes, 64 * 1024, 1024 * 1024 * 1024),
        (nameof(options.PendingIssuesLimit), options.PendingIssuesLimit, 1, 1_000_000),
        (nameof(options.BatchSize), options.BatchSize, 1, 100_000),
        (nameof(options.OccurrencesKept), options.OccurrencesKept, 1, 1_000),
    ];

    private static (string Setting, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] Durations(SystemLogOptions options) =>
    [
        (nameof(options.ShutdownTimeout), options.ShutdownTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
        (nameof(options.DetailsRetention), options.DetailsRetention, TimeSpan.FromDays(1), TimeSpan.FromDays(3_653)),
        (nameof(options.SolvedRetention), options.SolvedRetention, TimeSpan.FromDays(1), TimeSpan.FromDays(3_653)),
    ];

    private static bool IsShopId(string? id) =>
        id is { Length: >= 1 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
