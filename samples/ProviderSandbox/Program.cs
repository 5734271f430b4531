using System.Globalization;
using System.Runtime.InteropServices;

namespace ProviderSandbox;

internal static class Program
{
    private const int DefaultPort = 5090;

    private static async Task<int> Main(string[] args)
    {
        if (!TryReadPort(args, out var port))
        {
            await Console.Error.WriteLineAsync("Usage: ProviderSandbox [--port NUMBER]   (0 takes a free port)");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var sandbox = await Sandbox.StartAsync(new SandboxOptions { Port = port }, stop.Token);
        Console.WriteLine($"Sandbox    {sandbox.Address}   (faults, requests and seed below it)");
        foreach (var provider in Enum.GetValues<Provider>())
        {
            Console.WriteLine($"{provider,-10} {sandbox.AddressOf(provider)}");
        }

        Console.WriteLine("Ctrl+C stops.");
        await Signal.WaitAsync(stop.Token);
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static bool TryReadPort(string[] args, out int port)
    {
        port = DefaultPort;
        return args switch
        {
            [] => true,
            ["--port", var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535,
            _ => false,
        };
    }
}
