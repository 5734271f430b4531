namespace SystemLog;

/// <summary>Settings of SystemLog.</summary>
public sealed class SystemLogOptions
{
    /// <summary>Gets or sets the shop of a report that names none. The default is "main".</summary>
    public string DefaultShop { get; set; } = "main";

    /// <summary>Gets the shops of the host. Where none is added, <see cref="DefaultShop"/> is the only one.</summary>
    public IList<Shop> Shops { get; } = [];

    /// <summary>Gets or sets how many reports may wait to be read by the writer, 1 to 1,000,000. The default is 10,000.</summary>
    /// <remarks>When full, a report is counted on its issue but its details are dropped.</remarks>
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>Gets or sets how many bytes of text may wait, in the queue and again beside it, 64 KiB to 1 GiB. The default is 32 MiB.</summary>
    public long QueueBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Gets or sets how many different issues may wait while the storage does not answer, 1 to 1,000,000. The default is 10,000.</summary>
    /// <remarks>Beyond them, reports are counted per shop, source and reason only, and the control panel shows that count.</remarks>
    public int PendingIssuesLimit { get; set; } = 10_000;

    /// <summary>Gets or sets how many issues are written in one transaction. The default is 1,000; at most <see cref="PendingIssuesLimit"/>.</summary>
    public int BatchSize { get; set; } = 1_000;

    /// <summary>Gets or sets how many of the newest occurrences of an issue keep their details, 1 to 1,000. The default is 50.</summary>
    public int OccurrencesKept { get; set; } = 50;

    /// <summary>Gets or sets whether this node does background work. The default is true; work queued on a node without it is done by the others.</summary>
    public bool RunWork { get; set; } = true;

    /// <summary>Gets or sets the one address that every mail goes to, whomever it was written for, for a host that works on a copy of real data. The
    /// default is null: mails go to whom they were written for.</summary>
    /// <remarks>The subject says who would have got it. Not together with <see cref="RedirectMailFolder"/>.</remarks>
    public string? RedirectMailTo { get; set; }

    /// <summary>Gets or sets the folder that every mail is written into as an .eml file instead of being sent; it is created when it is missing. The
    /// default is null: mails are sent.</summary>
    /// <remarks>Works without a mail sender. Not together with <see cref="RedirectMailTo"/>.</remarks>
    public string? RedirectMailFolder { get; set; }

    /// <summary>Gets or sets the public address of the control panel, such as "https://shop.example/systemlog", for links in mails. The default is
    /// none: mails then link to where the panel was when their settings were saved.</summary>
    public Uri? PanelUrl { get; set; }

    /// <summary>Gets or sets how long a stopping host waits for reports to be written, at most 5 minutes. The default is 5 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long the details of an occurrence (the redacted answer) are kept, 1 day to 10 years. The default is 180 days.</summary>
    public TimeSpan DetailsRetention { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Gets or sets how long a solved issue is kept with its history, 1 day to 10 years. The default is 730 days.</summary>
    /// <remarks>An open issue is kept until it is solved.</remarks>
    public TimeSpan SolvedRetention { get; set; } = TimeSpan.FromDays(730);
}
