using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SystemLog.Conformance;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>
/// A Postfix of our own: temporary folder, free loopback ports, stopped when it is disposed. The one of the machine, where there is one, is not
/// touched, and nothing is ever passed on to another server.
/// </summary>
public sealed class PrivatePostfix : IAsyncLifetime
{
    private const string Programs = "/usr/lib/postfix/sbin", Postfix = "/usr/sbin/postfix";

    /// <summary>Who may log in where a login is needed.</summary>
    public const string User = "shop", Password = "pæss word";

    /// <summary>One door for each: no login, or one of these, with STARTTLS or with TLS from the first byte.</summary>
    private static readonly (string? Login, bool IsImplicit)[] s_doors =
        [(null, false), (null, true), ("PLAIN", false), ("PLAIN", true), ("LOGIN", false), ("LOGIN", true)];

    private readonly string? _missing = Missing();
    private readonly Dictionary<(string? Login, bool IsImplicit), int> _ports = [];
    private DirectoryInfo? _folder;
    private Process? _watch;

    /// <summary>The server with STARTTLS, or with TLS from the first byte.</summary>
    public SmtpOptions Options(ConnectionSecurity security) => OptionsOf(security, login: null);

    /// <summary>The door that takes mails only from who has logged in, in this one way, "PLAIN" or "LOGIN".</summary>
    public SmtpOptions OptionsWithLogin(ConnectionSecurity security, string mechanism)
    {
        Requirement.Met(_missing ?? MissingLogin());
        var options = OptionsOf(security, mechanism);
        (options.User, options.Password) = (User, Password);
        return options;
    }

    /// <summary>Waits for the next mail in a recipient's mailbox; to be called before it is sent.</summary>
    public async Task<byte[]> NextMailAsync(string recipient)
    {
        Requirement.Met(_missing);
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.Combine(_folder!.FullName, "mail", recipient, "new"));
        watcher.Created += (_, created) => arrived.TrySetResult(created.FullPath);
        watcher.Renamed += (_, renamed) => arrived.TrySetResult(renamed.FullPath);
        watcher.EnableRaisingEvents = true;
        return await File.ReadAllBytesAsync(await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    public async ValueTask InitializeAsync()
    {
        if (_missing is not null)
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("systemlog-postfix-");
        foreach (var (door, port) in s_doors.Zip(FreePorts(s_doors.Length)))
        {
            _ports.Add(door, port);
        }

        await WriteFilesAsync(_folder.FullName);
        _watch = Watch();
        await RunAsync(Postfix, "-c", Configuration, "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            _watch.StandardInput.Close();
            await _watch.WaitForExitAsync();
            _watch.Dispose();
        }

        _folder?.Delete(recursive: true);
    }

    private SmtpOptions OptionsOf(ConnectionSecurity security, string? login)
    {
        Requirement.Met(_missing);
        return new()
        {
            Host = "localhost",
            Port = _ports[(login, security == ConnectionSecurity.Implicit)],
            Security = security,
            TrustedRoot = TestCertificates.Root,
        };
    }

    private string Configuration => Path.Combine(_folder!.FullName, "etc");

    private static string? Missing()
    {
        if (!File.Exists(Postfix) || !File.Exists(Path.Combine(Programs, "smtpd")))
        {
            return "Postfix is not installed: apt-get install postfix, with \"No configuration\".";
        }

        return Environment.UserName == "root" ? null : "Postfix starts only as root.";
    }

    private static string? MissingLogin() =>
        Directory.GetDirectories("/usr/lib", "*-linux-*").Any(folder => File.Exists(Path.Combine(folder, "sasl2", "libsql.so")))
            ? null
            : "Cyrus SASL cannot look up users: apt-get install libsasl2-modules-sql.";

    // Everything that is needed to take a mail, refuse one, and put it into a mailbox; no program that could send one on.
    private async Task WriteFilesAsync(string folder)
    {
        foreach (var name in (string[])["etc/sasl", "queue", "data", "mail/kari/new", "mail/slowend/new"])
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "etc", "server.pem"),
            TestCertificates.LoopbackKey + "\n" + TestCertificates.Loopback.ExportCertificatePem() + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "etc", "main.cf"), MainSettings(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "etc", "sasl", "smtpd.conf"), LoginSettings(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "etc", "master.cf"), ServiceTable());
        await RunAsync("/bin/chmod", "755", folder);
        await RunAsync("/bin/chown", "postfix", Path.Combine(folder, "data"));
        await RunAsync("/bin/chown", "-R", "nobody", Path.Combine(folder, "mail"));
    }

    private static string MainSettings(string folder) =>
        $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/queue
        data_directory = {{folder}}/data
        maillog_file = {{folder}}/data/mail.log
        maillog_file_prefixes = {{folder}}
        daemon_directory = {{Programs}}
        command_directory = /usr/sbin
        shlib_directory = /usr/lib/postfix
        meta_directory = /etc/postfix
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mail.customer.test
        mydestination =
        mynetworks = 127.0.0.1/32
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        alias_maps =
        local_transport = error:no local mail
        default_transport = error:nothing leaves this server
        virtual_mailbox_domains = customer.test
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = inline:{ kari@customer.test=kari/, slow@customer.test=slow/, slowend@customer.test=slowend/ }
        virtual_minimum_uid = 1000
        virtual_uid_maps = static:{{UserId("nobody")}}
        virtual_gid_maps = static:{{UserId("nobody")}}
        message_size_limit = 200000
        smtpd_tls_security_level = may
        smtpd_tls_chain_files = {{folder}}/etc/server.pem
        smtpd_tls_session_cache_database =
        smtpd_sender_restrictions = check_sender_access inline:{ { blocked@shop.example = 554 5.7.1 Sender is blocked } }
        smtpd_recipient_restrictions = check_recipient_access inline:{ { later@customer.test = 451 4.7.1 Greylisted }, { slow@customer.test = sleep 30 } },
            reject_unauth_destination
        smtpd_end_of_data_restrictions = check_recipient_access inline:{ { slowend@customer.test = sleep 2 } }
        cyrus_sasl_config_path = {{folder}}/etc/sasl
        smtpd_tls_auth_only = yes
        smtpd_relay_restrictions = reject_unauth_destination

        """;

    // One user, found by a statement that needs no table.
    private static string LoginSettings(string folder) =>
        $"""
        pwcheck_method: auxprop
        auxprop_plugin: sql
        mech_list: PLAIN LOGIN
        sql_engine: sqlite3
        sql_database: {folder}/data/users.db
        sql_select: select '{Password}' where '%u' = '{User}' and '%p' = 'userPassword'

        """;

    private static string Door((string? Login, bool IsImplicit) door, int port) =>
        $"127.0.0.1:{port} inet n - n - - smtpd"
        + (door.IsImplicit ? " -o smtpd_tls_wrappermode=yes" : "")
        + (door.Login is null
            ? ""
            : $" -o smtpd_sasl_auth_enable=yes -o smtpd_sasl_mechanism_filter={door.Login} -o smtpd_client_restrictions=permit_sasl_authenticated,reject");

    private string ServiceTable() =>
        $"""
        {string.Join('\n', _ports.Select(port => Door(port.Key, port.Value)))}
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        tlsmgr unix - - n 1000? 1 tlsmgr
        proxymap unix - - n - - proxymap
        postlog unix-dgram n - n - 1 postlogd

        """;

    private static string UserId(string user) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(parts => parts[0] == user)[2];

    // A shell that waits for the end of its input: that comes when we are disposed, and also when this process is killed.
    private Process Watch() => Process.Start(new ProcessStartInfo(
        "sh", ["-c", "cat >/dev/null; exec \"$@\" >/dev/null 2>&1", "sh", Postfix, "-c", Configuration, "stop"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        })!;

    // The server inherits its outputs; were they pipes, reading them would last as long as the server.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
