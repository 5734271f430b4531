using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Subjects;

/// <summary>Asks the host once per page for its orders, and lets the page do without when the host is slow or fails.</summary>
internal sealed partial class SubjectLookup(
    IEnumerable<ISubjectSource> sources, IOptions<ControlPanelOptions> options, TimeProvider time, ILogger<SubjectLookup> logger)
{
    private readonly ISubjectSource? _source = sources.LastOrDefault();

    public async Task<FoundSubjects> FindAsync(string shop, IEnumerable<SubjectRef> subjects, CancellationToken cancellationToken = default)
    {
        var wanted = subjects.Distinct().ToList();
        if (_source is null || wanted.Count == 0)
        {
            return FoundSubjects.None;
        }

        using var limit = new CancellationTokenSource(options.Value.SubjectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var facts = await _source.FindAsync(shop, wanted, either.Token).WaitAsync(either.Token);
            return new(facts, Missing: false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The host's code may fail in any way; the page is worth more than these facts.
            LogMissing(wanted.Count, exception);
            return new(FoundSubjects.None.Facts, Missing: true);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "ISubjectSource gave no facts for {Count} subjects; the page is shown without them.")]
    private partial void LogMissing(int count, Exception exception);
}
