using System.Diagnostics;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.Benchmarks;

/// <summary>What deciding a transition costs, beside a raw look into a table of numbers in the same run.</summary>
internal static class DecideBenchmark
{
    private const string Group = "Deciding a transition";
    private const int Rounds = 201;
    private const int CallsARound = 20_000;
    private const int Triggers = 16;

    // One order's life, from its first status to the last before the archive.
    private static readonly (string Status, string Trigger)[] s_life =
        [("NotApproved", "Approve"), ("Approved", "StartProduction"), ("Processing", "FinishProduction"), ("Produced", "Deliver"), ("Delivered", "Invoice")];

    private static long s_seen;

    public static IReadOnlyList<Figure> Run()
    {
        var facts = Facts();
        var raw = RawTable();
        Action<int> life = calls => Decide(s_life, facts, calls);
        Action<int> several = calls => Decide([("PaymentPending", "ConfirmPayment")], facts with { Actor = Actor.System }, calls);
        Action<int> table = calls => Look(raw, calls);
        var (rawTime, lifeTime, severalTime) = Nanoseconds(table, life, several);
        return
        [
            new(Group, "a look into a raw table: median", rawTime, "ns"),
            new(Group, $"a transition of {OrderWorkflow.Impleo.Name}, guards met, {s_life.Length} in turn: median", lifeTime, "ns", 25),
            new(Group, "the same ÷ a raw look", lifeTime / rawTime, ""),
            new(Group, "the same: allocated", Allocated(life), "bytes", 0),
            new(Group, "a trigger with three targets, decided by guards: median", severalTime, "ns"),
            new(Group, "the same: allocated", Allocated(several), "bytes", 0),
        ];
    }

    private static void Decide((string Status, string Trigger)[] wishes, TransitionFacts facts, int calls)
    {
        var workflow = OrderWorkflow.Impleo;
        for (var i = 0; i < calls; i++)
        {
            var (status, trigger) = wishes[i % wishes.Length];
            var decision = workflow.Decide(status, trigger, facts);
            s_seen += decision.IsAllowed ? 1 : throw new InvalidOperationException($"{trigger} is refused: {decision.Refusals(status)[0]}.");
        }
    }

    private static void Look(int[] table, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            s_seen += table[((i % s_life.Length) * Triggers) + (i & (Triggers - 1))];
        }
    }

    /// <summary>Measures the three in turn, so that what else the machine does falls on all of them.</summary>
    private static (double First, double Second, double Third) Nanoseconds(Action<int> first, Action<int> second, Action<int> third)
    {
        var times = new List<(double First, double Second, double Third)>();
        for (var round = 0; round < 2 * Rounds; round++)
        {
            var time = (One(first), One(second), One(third));

            // The run-time compiles what is called often a second time, in the background.
            if (round >= Rounds)
            {
                times.Add(time);
            }
        }

        return (Percentiles.Median(times.Select(time => time.First)), Percentiles.Median(times.Select(time => time.Second)), Percentiles.Median(times.Select(time => time.Third)));
    }

    private static double One(Action<int> measured)
    {
        var started = Stopwatch.GetTimestamp();
        measured(CallsARound);
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / CallsARound;
    }

    private static double Allocated(Action<int> measured)
    {
        measured(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        measured(CallsARound);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / CallsARound;
    }

    private static int[] RawTable() => [.. Enumerable.Range(0, OrderWorkflow.Impleo.Statuses.Count * Triggers).Select(cell => cell % 7)];

    private static TransitionFacts Facts()
    {
        var placed = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        return new()
        {
            Order = new()
            {
                Shop = "main",
                Subject = SubjectRef.Order("4711"),
                PlacedAt = placed,
                Total = new(50_000, "NOK"),
                Payment = new(PaymentState.Authorized) { AuthorizedMinor = 50_000 },
                InvoiceNumber = "9001",
            },
            Actor = new("7", "Kari"),
            Now = placed.AddDays(1),
            Rights = new HashSet<string>(OrderRights.All),
        };
    }
}
