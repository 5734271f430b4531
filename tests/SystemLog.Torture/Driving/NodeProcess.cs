using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Driving;

/// <summary>A node that the driver has started: this same program as another process.</summary>
internal sealed partial class NodeProcess : IAsyncDisposable
{
    private const int WordsKept = 20;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _words = new();

    private NodeProcess(int number, Process process)
    {
        Number = number;
        _process = process;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the number of this start.</summary>
    public int Number { get; }

    /// <summary>Gets the last words of its log.</summary>
    public IReadOnlyCollection<string> Words => _words;

    /// <summary>Gets a value indicating whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    public static NodeProcess Start(NodeOptions options)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "exec", typeof(NodeProcess).Assembly.Location, "node", "--options", options.ToJson() })
        {
            start.ArgumentList.Add(argument);
        }

        return new(options.Number, Process.Start(start)!);
    }

    /// <summary>Lets it begin to queue.</summary>
    public Task GoAsync(long calendarBegan) => TellAsync($"go {calendarBegan}");

    /// <summary>Lets it queue no more.</summary>
    public Task EnoughAsync() => TellAsync("enough");

    /// <summary>Asks it to end what it does, and waits until it has.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        Send(Signal.Kill);
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal, to this process and no other.</summary>
    public void Send(Signal signal)
    {
        if (!_process.HasExited && Kill(_process.Id, (int)signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    private async Task TellAsync(string word)
    {
        await _process.StandardInput.WriteLineAsync(word);
        await _process.StandardInput.FlushAsync();
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            _words.Enqueue(line);
            while (_words.Count > WordsKept)
            {
                _words.TryDequeue(out _);
            }
        }
    }
}
