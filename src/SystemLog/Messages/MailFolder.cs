namespace SystemLog.Messages;

/// <summary>Keeps mails as files, so that nothing leaves the machine.</summary>
internal sealed class MailFolder(string path, TimeProvider time)
{
    /// <summary>Gets who mails come from where the host has no sender.</summary>
    public static Mailbox From { get; } = new("systemlog@localhost", "SystemLog");

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Writes a mail under its time; a file that ends with ".eml" is whole.</summary>
    /// <returns>Accepted with the name of the file; a folder that cannot be written to refuses.</returns>
    public async Task<SendOutcome> WriteAsync(MailMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var name = $"{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Guid.CreateVersion7(now):N}";
        var unfinished = System.IO.Path.Combine(Path, $"{name}.tmp");
        try
        {
            Directory.CreateDirectory(Path);
            await File.WriteAllBytesAsync(unfinished, message.ToBytes(), CancellationToken.None);
            File.Move(unfinished, System.IO.Path.Combine(Path, $"{name}.eml"));
            return new SendOutcome.Accepted($"{name}.eml", []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.Refused($"The folder for mails cannot be written to: {exception.Message}", IsTransient: exception is IOException);
        }
    }
}
