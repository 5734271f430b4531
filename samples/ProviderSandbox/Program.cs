using System.Globalization;
using System.Runtime.InteropServices;

namespace ProviderSandbox;

internal static class Program
{
    private const int DefaultPort = 5090;
    private const int DefaultSmtpPort = 5025;

    private static async Task<int> Main(string[] args)
    {
        if (!TryRead(args, out var options))
        {
            await Console.Error.WriteLineAsync("Usage: ProviderSandbox [--port NUMBER] [--smtp-port NUMBER]   (0 takes a free port)");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var sandbox = await Sandbox.StartAsync(options, stop.Token);
        Console.WriteLine($"Sandbox    {sandbox.Address}   (faults, requests and seed below it)");
        foreach (var provider in Enum.GetValues<Provider>())
        {
            Console.WriteLine($"{provider,-10} {sandbox.AddressOf(provider)}");
        }

        Console.WriteLine($"{"Mailbox",-10} {sandbox.MailPage}");
        Console.WriteLine("Ctrl+C stops.");
        await Signal.WaitAsync(stop.Token);
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static bool TryRead(string[] args, out SandboxOptions options)
    {
        options = new SandboxOptions { Port = DefaultPort, SmtpPort = DefaultSmtpPort };
        foreach (var pair in args.Chunk(2))
        {
            if (pair.Length < 2 || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            {
                return false;
            }

            switch (pair[0])
            {
                case "--port":
                    options.Port = port;
                    break;
                case "--smtp-port":
                    options.SmtpPort = port;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
