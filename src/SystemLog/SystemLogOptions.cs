using System.ComponentModel.DataAnnotations;

namespace SystemLog;

/// <summary>Settings of SystemLog.</summary>
public sealed class SystemLogOptions
{
    /// <summary>Gets or sets the shop of a report that names none. The default is "main".</summary>
    [Required]
    public string DefaultShop { get; set; } = "main";

    /// <summary>Gets the shops of the host. Where none is added, <see cref="DefaultShop"/> is the only one.</summary>
    public IList<Shop> Shops { get; } = [];

    /// <summary>Gets or sets how many reports may wait to be read by the writer. The default is 10,000.</summary>
    /// <remarks>When full, a report is counted on its issue but its details are dropped.</remarks>
    [Range(1, 1_000_000)]
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>Gets or sets how many bytes of text may wait, in the queue and beside it. The default is 32 MiB.</summary>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public long QueueBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Gets or sets how many different issues may wait while the storage does not answer. The default is 10,000.</summary>
    /// <remarks>Beyond them, reports are counted per shop, source and reason only, and the control panel shows that count.</remarks>
    [Range(1, 1_000_000)]
    public int PendingIssuesLimit { get; set; } = 10_000;

    /// <summary>Gets or sets how many issues are written in one transaction. The default is 1,000; at most <see cref="PendingIssuesLimit"/>.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; set; } = 1_000;

    /// <summary>Gets or sets how many of the newest occurrences of an issue keep their details. The default is 50.</summary>
    [Range(1, 1_000)]
    public int OccurrencesKept { get; set; } = 50;

    /// <summary>Gets or sets how long a stopping host waits for reports to be written. The default is 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
