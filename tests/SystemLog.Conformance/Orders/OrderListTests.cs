using SystemLog.Orders;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Orders;

public abstract class OrderListTests(IStorageFixture storage)
{
    private static readonly string[] s_statuses = ["New", "Packed", "Sent", "Done"];

    private readonly OrdersOfOneShop _orders = new(storage);

    public static TheoryData<OrderFilter> Filters { get; } =
    [
        OrderFilter.All,
        new OrderFilter { Statuses = ["Packed"] },
        new OrderFilter { Statuses = ["Sent", "New", "Sent", "Never", "\0"] },
        new OrderFilter { Statuses = s_statuses, SubjectType = SubjectTypes.Booking },
        new OrderFilter { CustomerId = "k3" },
        new OrderFilter { CustomerId = "k3", Statuses = ["New", "Done"] },
        new OrderFilter { Text = "-1", Statuses = ["New", "Sent"] },
        new OrderFilter { Text = " K1 ", SubjectType = SubjectTypes.Order },
        new OrderFilter { CustomerId = "k\ud800" },
        new OrderFilter { Statuses = ["\0"] },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_order_of_a_filter_is_on_exactly_one_page_the_newest_first(OrderFilter filter)
    {
        var all = await FillAsync(97);

        foreach (var size in new[] { 1, 7, 40, 200 })
        {
            var listed = await ListAsync(filter, size);

            listed.Should().Equal(Expected(all, filter), "pages of {0}", size);
        }
    }

    [Fact]
    public async Task Orders_placed_at_one_moment_are_listed_one_after_the_other()
    {
        // One number in two types, types that begin alike, and numbers that look like a length and a type.
        SubjectRef[] subjects = [new("order", "1"), new("order", "5.order1"), new("orders", "1"), new("booking", "1"), new("b", "ooking1"), new("1.b", "2.1"), new("order", "10")];
        foreach (var subject in subjects)
        {
            await _orders.SavedAsync(subject);
        }

        var listed = await ListAsync(OrderFilter.All, 1);

        listed.Should().BeEquivalentTo(subjects).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99.order1")]
    [InlineData("-1.order1")]
    [InlineData("5.\0")]
    public async Task A_key_that_nobody_gave_out_begins_at_its_time(string id)
    {
        await _orders.SavedAsync(with: snapshot => snapshot with { PlacedAt = Any.Minute(1) });
        var older = await _orders.SavedAsync();

        var page = await storage.OrderQueries.ListAsync(_orders.Shop, OrderFilter.All, 10, new(Any.Minute(1), id));

        page.Items.Select(state => state.Order).Should().Equal(older.Order);
    }

    [Theory]
    [InlineData("ærø", "a")]
    [InlineData("ÆRØ", "a")]
    [InlineData("KARI@EXAMPLE", "a")]
    [InlineData("912 34", "a")]
    [InlineData("kunde-7", "a")]
    [InlineData("Å-1", "a")]
    [InlineData("%", "b")]
    [InlineData("_", "b")]
    [InlineData("100 % O'Hara", "b")]
    [InlineData("\\", "b")]
    [InlineData("ari@ex", "a")]
    [InlineData("k_ri", "")]
    [InlineData("kari%", "")]
    [InlineData("\0", "")]
    public async Task A_text_is_found_to_the_letter_whatever_its_case(string text, string found)
    {
        var a = await _orders.SavedAsync(SubjectRef.Order("å-1"), snapshot => snapshot with
        {
            Customer = new() { Id = "Kunde-7", Name = "Kari Ærø", Email = "kari@example.com", Phone = "912 34 567" },
        });
        var b = await _orders.SavedAsync(SubjectRef.Order("2"), snapshot => snapshot with { Customer = new() { Name = "100 % o'hara\\_" } });

        var page = await storage.OrderQueries.ListAsync(_orders.Shop, new() { Text = text }, 10);

        page.Items.Select(state => state.Order == a.Order ? "a" : state.Order == b.Order ? "b" : "?").Should().Equal(found.Length == 0 ? [] : [found]);
        page.Hidden.Should().Be(found.Length == 0 ? 2 : 1);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("   ", 0)]
    [InlineData("k1", 45)]
    [InlineData("nobody", 50)]
    public async Task Only_what_the_text_alone_hides_is_counted(string? text, int hidden)
    {
        await FillAsync(100, number => number % 2 == 0 ? "New" : "Sent", number => $"k{number % 20 / 2}");

        var page = await storage.OrderQueries.ListAsync(_orders.Shop, new() { Text = text, Statuses = ["New"] }, 3);

        page.Hidden.Should().Be(hidden);
    }

    [Fact]
    public async Task The_count_of_the_hidden_stops_at_its_limit()
    {
        await FillAsync(OrderPage.HiddenLimit + 5);

        var page = await storage.OrderQueries.ListAsync(_orders.Shop, new() { Text = "nobody" }, 3);

        page.Hidden.Should().Be(OrderPage.HiddenLimit);
    }

    [Fact]
    public async Task Every_status_that_orders_are_in_is_named_once()
    {
        await FillAsync(60);

        var statuses = await storage.OrderQueries.StatusesAsync(_orders.Shop);

        statuses.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(
            (await storage.OrderQueries.ListAsync(_orders.Shop, OrderFilter.All, 200)).Items.Select(state => state.Status).Distinct());
        (await storage.OrderQueries.StatusesAsync(Any.Shop())).Should().BeEmpty();
    }

    [Fact]
    public async Task Orders_of_a_type_in_certain_statuses_are_read_by_their_numbers_page_by_page()
    {
        var all = await FillAsync(60);
        (StatusSelection Choice, Func<string, bool> IsMeant)[] cases =
        [
            (new(SubjectTypes.Order, ["New", "Sent", "\ud800"]), status => status is "New" or "Sent"),
            (new(SubjectTypes.Order, ["New", "Sent"], IsAllBut: true), status => status is not ("New" or "Sent")),
            (new(SubjectTypes.Order, [], IsAllBut: true), _ => true),
            (new(SubjectTypes.Order, []), _ => false),
            (new("ticket", ["New"]), _ => false),
        ];

        foreach (var (choice, isMeant) in cases)
        {
            var read = new List<SubjectRef>();
            for (IReadOnlyList<OrderState>? page = null; page is null or { Count: > 0 };)
            {
                page = await storage.OrderQueries.InStatusesAsync(_orders.Shop, choice, 7, read.Count == 0 ? null : read[^1]);
                read.AddRange(page.Select(state => state.Order.Subject));
            }

            read.Should().Equal(all.Where(state => state.Order.Subject.Type == SubjectTypes.Order && isMeant(state.Status)).Select(state => state.Order.Subject)
                .OrderBy(subject => subject.Number, StringComparer.Ordinal).ThenBy(subject => subject.Type, StringComparer.Ordinal));
        }
    }

    private async Task<List<SubjectRef>> ListAsync(OrderFilter filter, int size)
    {
        var listed = new List<SubjectRef>();
        PageKey? next = null;
        do
        {
            var page = await storage.OrderQueries.ListAsync(_orders.Shop, filter, size, next);
            page.Items.Count.Should().BeLessThanOrEqualTo(size);
            listed.AddRange(page.Items.Select(state => state.Order.Subject));
            next = page.Next is null ? null : PageKey.TryParse(page.Next.ToString(), out var read) ? read : throw new InvalidOperationException("The key does not parse.");
        }
        while (next is not null);

        return listed;
    }

    // Half the orders share their moment with another.
    private async Task<List<OrderState>> FillAsync(int count, Func<int, string>? status = null, Func<int, string>? customer = null)
    {
        var writes = Enumerable.Range(0, count).Select(number =>
        {
            var write = _orders.New(number % 5 == 0 ? new(SubjectTypes.Booking, $"A-{number}") : SubjectRef.Order($"A-{number}"));
            var state = write.State with
            {
                Status = status?.Invoke(number) ?? s_statuses[number % 4],
                Snapshot = write.State.Snapshot with { PlacedAt = Any.Minute(number / 2), Customer = new() { Id = customer?.Invoke(number) ?? $"k{number % 9}" } },
            };
            return write with { State = state, Change = write.Change! with { To = state.Status } };
        }).ToList();
        (await storage.Orders.ImportAsync(writes)).Should().Be(count);
        return writes.ConvertAll(write => write.State);
    }

    private static IEnumerable<SubjectRef> Expected(List<OrderState> all, OrderFilter filter) => all
        .Where(state => filter.SubjectType is null || state.Order.Subject.Type == filter.SubjectType)
        .Where(state => filter.Statuses.Count == 0 || filter.Statuses.Contains(state.Status))
        .Where(state => filter.CustomerId is null || state.Snapshot.Customer.Id == filter.CustomerId)
        .Where(state => filter.Text is null || $"{state.Order.Subject.Number}\n{state.Snapshot.Customer.Id}".Contains(filter.Text.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(state => state.Snapshot.PlacedAt)
        .ThenByDescending(state => state.Order.Subject.Type, StringComparer.Ordinal)
        .ThenByDescending(state => state.Order.Subject.Number, StringComparer.Ordinal)
        .Select(state => state.Order.Subject);
}
