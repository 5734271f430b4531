using SystemLog.Torture.Checks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Ledgers;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Driving;

/// <summary>What a run needs: a database, a ledger, and nodes that do not outlive it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("systemlog-torture-");
    private readonly List<NodeProcess> _nodes = [];
    private readonly List<string> _words = [];
    private readonly NodeOptions _options;
    private readonly LedgerFile _ledger;
    private readonly LedgerTail _tail;
    private int _started;

    /// <param name="database">The database, which the bench disposes.</param>
    /// <param name="seed">The seed of all choices.</param>
    /// <param name="load">What the nodes' work is like.</param>
    /// <param name="fault">The fault of every node.</param>
    public Bench(IDatabaseUnderTorture database, long seed, WorkLoad load, Fault fault)
    {
        var path = Path.Combine(_folder.FullName, "ledger");
        Database = database;
        _ledger = new(path, node: 0);
        _tail = new(path);
        _options = database.Tell(new() { Number = 0, Seed = seed, Ledger = path, Load = load, Fault = fault });
    }

    /// <summary>Gets the database.</summary>
    public IDatabaseUnderTorture Database { get; }

    /// <summary>Gets the nodes that run.</summary>
    public IReadOnlyList<NodeProcess> Nodes => _nodes;

    /// <summary>Starts a node.</summary>
    /// <param name="change">Says how it differs from the others.</param>
    public NodeProcess Start(Func<NodeOptions, NodeOptions> change)
    {
        var node = NodeProcess.Start(change(_options with { Number = ++_started }));
        _nodes.Add(node);
        return node;
    }

    /// <summary>Returns the lines of the ledger so far.</summary>
    public IReadOnlyList<LedgerLine> Lines() => _tail.Read();

    /// <summary>Returns how many items were acknowledged so far.</summary>
    public int Acknowledged() => Lines().Count(line => line.Verb == Verb.Ack);

    /// <summary>Writes down what is done to a node.</summary>
    public void Write(Verb verb, NodeProcess node) => Write(verb, node, LedgerFile.Clock());

    /// <summary>Waits until all nodes have opened the database.</summary>
    public async Task ReadyAsync()
    {
        foreach (var node in _nodes)
        {
            await UntilAsync(node, Verb.Ready);
        }
    }

    /// <summary>Waits until a node has done something, and where there are others until one of these has opened the database too.</summary>
    public async Task WorkingAsync(NodeProcess node)
    {
        await UntilAsync(node, Verb.Effect);
        await Patience.UntilAsync(
            $"another than node {node.Number} is ready",
            () => Task.FromResult(_nodes.Count == 1 || _nodes.Exists(other => other != node && Has(other, Verb.Ready))));
    }

    /// <summary>Waits until all have opened the database, and lets them begin.</summary>
    public async Task<long> GoAsync()
    {
        await ReadyAsync();
        var now = LedgerFile.Clock();
        foreach (var node in _nodes)
        {
            await node.GoAsync(now);
        }

        return now;
    }

    /// <summary>Kills a node and writes down when.</summary>
    public async Task KillAsync(NodeProcess node)
    {
        var at = LedgerFile.Clock();
        await node.KillAsync();
        Write(Verb.Kill, node, at);
        await ForgetAsync(node);
    }

    /// <summary>Lets all nodes end what they do.</summary>
    public async Task EndAsync()
    {
        foreach (var node in _nodes.ToList())
        {
            await node.EndAsync();
            await ForgetAsync(node);
        }
    }

    /// <summary>Lets the nodes queue no more, and waits until nothing waits or runs.</summary>
    public async Task DrainAsync()
    {
        await ReadyAsync();
        foreach (var node in _nodes)
        {
            await node.EnoughAsync();
            await UntilAsync(node, Verb.Fed);
        }

        await Patience.UntilNoneAsync("items are still open", Database.OpenAsync);
    }

    /// <summary>Reads what there is to judge by.</summary>
    public async Task<History> HistoryAsync() => new([.. Lines()], await Database.ItemsAsync(), await Database.AttemptsAsync());

    /// <summary>Runs, and turns what takes too long into a violation.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(Func<Task> run)
    {
        try
        {
            await run();
            return [];
        }
        catch (TimeoutException exception)
        {
            return [exception.Message, .. _words, .. _nodes.SelectMany(node => node.Words)];
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Database.DisposeAsync();
        _ledger.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task UntilAsync(NodeProcess node, Verb verb) => Patience.UntilAsync(
        $"{verb} of node {node.Number}",
        () => Task.FromResult(Has(node, verb) || (node.HasEnded ? throw Dead(node) : false)));

    private bool Has(NodeProcess node, Verb verb) => Lines().Any(line => line.Verb == verb && line.Node == node.Number);

    private static InvalidOperationException Dead(NodeProcess node) =>
        new($"Node {node.Number} ended by itself:{Environment.NewLine}{string.Join(Environment.NewLine, node.Words)}");

    private void Write(Verb verb, NodeProcess node, long at) => _ledger.Write([new(verb, node.Number, at, LedgerLine.None, 0, LedgerLine.None)]);

    private async Task ForgetAsync(NodeProcess node)
    {
        _words.AddRange(node.Words);
        _nodes.Remove(node);
        await node.DisposeAsync();
    }
}
