namespace ProviderSandbox.Faults;

/// <summary>The faults to come, in the order in which they were planned.</summary>
public sealed class FaultPlan
{
    // Signing in is not what a plan for "any operation" means: it would be used up before the call that it was made for.
    private static readonly string[] SigningIn = ["accessToken", "createSession"];

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];
    private readonly IReadOnlyDictionary<Provider, IFailing> _providers;

    internal FaultPlan(IEnumerable<IFailing> providers) => _providers = providers.ToDictionary(provider => provider.Provider);

    /// <summary>Gets the faults that are still to be served, each with the number of times left.</summary>
    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _planned.Select(planned => planned.Fault with { Times = planned.Left })];
            }
        }
    }

    /// <summary>Plans a fault behind those already planned.</summary>
    /// <exception cref="ArgumentException">The provider has no such operation or no such documented error, or a number is out of range.</exception>
    public void Plan(Fault fault)
    {
        var provider = Check(fault);
        lock (_gate)
        {
            _planned.Add(new Planned(fault.Operation is null ? fault with { Operation = provider.OperationOf(fault.Kind) } : fault));
        }
    }

    /// <summary>Forgets all faults that are still to be served.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    internal Fault? Take(Provider provider, string operation, IReadOnlyCollection<string> references)
    {
        lock (_gate)
        {
            var next = _planned.Find(planned => Fits(planned.Fault, provider, operation, references));
            if (next is not null && --next.Left == 0)
            {
                _planned.Remove(next);
            }

            return next?.Fault;
        }
    }

    private static bool Fits(Fault fault, Provider provider, string operation, IReadOnlyCollection<string> references) =>
        fault.Provider == provider
        && (fault.Operation is null ? !SigningIn.Contains(operation) : fault.Operation == operation)
        && (fault.Reference is null || references.Contains(fault.Reference, StringComparer.OrdinalIgnoreCase));

    private IFailing Check(Fault fault)
    {
        if (!_providers.TryGetValue(fault.Provider, out var provider))
        {
            throw new ArgumentException($"There is no provider {fault.Provider}.", nameof(fault));
        }

        if (fault.Times < 1)
        {
            throw new ArgumentException($"A fault must be served at least once, not {fault.Times} times.", nameof(fault));
        }

        if (fault.Operation is not null && !provider.OperationNames.Contains(fault.Operation))
        {
            throw new ArgumentException(
                $"{fault.Provider} has no operation '{fault.Operation}'; it has {string.Join(", ", provider.OperationNames)}.", nameof(fault));
        }

        var problem = fault.Kind switch
        {
            FaultKind.Status { Code: < 500 or > 599 } status => $"A fault's status is 500 to 599, not {status.Code}.",
            FaultKind.Slow slow when slow.Pause <= TimeSpan.Zero || slow.Pause > LongestPause => $"A pause is longer than nothing and at most a minute, not {slow.Pause}.",
            FaultKind.GarbageBody garbage when !Enum.IsDefined(garbage.Body) => $"There is no garbage {garbage.Body}.",
            _ => provider.WhyNot(fault.Kind),
        };
        return problem is null ? provider : throw new ArgumentException(problem, nameof(fault));
    }

    private sealed class Planned(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Left { get; set; } = fault.Times;
    }
}
