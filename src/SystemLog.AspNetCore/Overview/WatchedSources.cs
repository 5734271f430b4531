using Microsoft.Extensions.Options;
using SystemLog.Catalogue;

namespace SystemLog.AspNetCore.Overview;

/// <summary>The sources this host hears of: those of its adapters and those it names itself.</summary>
internal sealed class WatchedSources(IEnumerable<IAnswerParser> parsers, IOptions<ControlPanelOptions> options)
{
    public IReadOnlyList<string> All { get; } =
        [.. parsers.Select(parser => parser.Source).Concat(options.Value.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
}
