using System.Diagnostics;

namespace DemoShop.Tests;

/// <summary>The demo as a newcomer starts it: a process with arguments, an exit code and what it prints.</summary>
internal sealed class DemoProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private DemoProcess(IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Paths.DemoShop, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs the demo to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var demo = new DemoProcess(arguments);
        var output = await demo._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await demo._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (demo._process.ExitCode, output, await demo._errors);
    }

    /// <summary>Starts the demo on a free port and waits until it says where it is, and where its mailbox.</summary>
    public static async Task<(DemoProcess Demo, string Address, string Mailbox)> ServeAsync()
    {
        var demo = new DemoProcess(["--urls", "http://127.0.0.1:0"]);
        var address = "";
        while (await demo._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Split("is open: ") is [_, var shop])
            {
                address = shop.Trim().TrimEnd('/');
            }
            else if (line.Split("has arrived: ") is [_, var mailbox])
            {
                return (demo, address, mailbox.Trim());
            }
        }

        var errors = await demo._errors;
        demo.Dispose();
        throw new InvalidOperationException($"The demo ended before it was open: {errors}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
