using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SystemLog.Conformance;

/// <summary>
/// A PostgreSQL server of our own: temporary folder, free loopback port, never as root, stopped when it is disposed. The server of the machine,
/// where there is one, is not touched.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("systemlog-pg-");
    private readonly string _binaries;
    private readonly string? _user;
    private Process? _watch;

    private PrivatePostgres(string binaries)
    {
        _binaries = binaries;
        _user = Environment.UserName == "root" ? UnprivilegedUser() : null;
    }

    /// <summary>Gets the connection string of the database "postgres".</summary>
    public string ConnectionString { get; private set; } = "";

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Returns why no server can be started here; null where one can.</summary>
    public static string? Missing() =>
        FindBinaries() is null ? "PostgreSQL is not installed (initdb was not found): apt-get install postgresql-15, or any later version." : null;

    /// <summary>Starts a server.</summary>
    /// <param name="durable">Whether commits reach the disk. Benchmarks need it, tests are faster without.</param>
    public static async Task<PrivatePostgres> StartAsync(bool durable = false)
    {
        var server = new PrivatePostgres(FindBinaries() ?? throw new InvalidOperationException(Missing()));
        try
        {
            await server.StartOnFreePortAsync(durable);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            _watch.StandardInput.Close();
            await _watch.WaitForExitAsync();
            _watch.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    // A shell that waits for the end of its input: that comes when we are disposed, and also when this process is killed.
    private Process Watch()
    {
        var start = new ProcessStartInfo("sh") { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = "/" };
        string[] stop = ["cat >/dev/null; exec \"$@\" >/dev/null", "sh", .. AsUser("pg_ctl", "stop", "-D", Data, "-m", "fast", "-w")];
        foreach (var argument in stop.Prepend("-c"))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private async Task StartOnFreePortAsync(bool durable)
    {
        if (_user is not null)
        {
            await RunProcessAsync(["chown", _user, _folder.FullName]);
        }

        await RunProcessAsync(AsUser("initdb", "-D", Data, "-U", "systemlog", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
        var port = FreePort();
        var settings = $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='{_folder.FullName}' -c max_connections=200"
            + (durable ? "" : " -c fsync=off -c full_page_writes=off");
        _watch = Watch();
        await RunProcessAsync(AsUser("pg_ctl", "start", "-D", Data, "-l", Path.Combine(Data, "server.log"), "-w", "-o", settings));
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=systemlog;Database=postgres";
    }

    private string[] AsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        return _user is null ? [path, .. arguments] : ["setpriv", $"--reuid={_user}", $"--regid={_user}", "--clear-groups", "--", path, .. arguments];
    }

    // The server inherits standard output; were it a pipe, reading it would last as long as the server.
    private static async Task RunProcessAsync(string[] command)
    {
        var start = new ProcessStartInfo("sh") { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in new[] { "-c", "exec \"$@\" >/dev/null", "sh" }.Concat(command))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
        }
    }

    private static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : Enumerable.Empty<string>();
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return debian.Select(folder => Path.Combine(folder, "bin")).Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
