using SystemLog.Issues;

namespace SystemLog.Orders;

/// <summary>The columns that several statements about orders write.</summary>
internal static class OrderColumns
{
    /// <summary>Returns the columns of a new order.</summary>
    public static BulkColumns<OrderWrite> Stored() => new BulkColumns<OrderWrite>()
        .Key(write => write.State.Order)
        .Status(write => write.State)
        .Number("sends_messages", write => write.State.SendsMessages ? 1 : 0)
        .HandOver(write => write.State.HandedOver)
        .Snapshot(write => (write.State.Snapshot, write.State.SnapshotAt));

    /// <summary>Adds what names the order.</summary>
    public static BulkColumns<TRow> Key<TRow>(this BulkColumns<TRow> columns, Func<TRow, OrderRef> order) => columns
        .Text("shop_id", row => order(row).Shop)
        .Text("subject_number", row => order(row).Subject.Number)
        .Text("subject_type", row => order(row).Subject.Type);

    /// <summary>Returns the condition that a row, called by a name, is of the order of a statement that runs for one.</summary>
    public static string OfOrder(this RelationalDatabase database, string alias) =>
        $"{alias}.shop_id = {database.One("shop_id")} and {alias}.subject_number = {database.One("subject_number")} "
        + $"and {alias}.subject_type = {database.One("subject_type")}";

    /// <summary>Returns the assignments of an update that writes every one of the columns, for one row.</summary>
    public static string Set<TRow>(this RelationalDatabase database, BulkColumns<TRow> columns) =>
        string.Join(", ", columns.All.Select(column => $"{column.Name} = {database.One(column.Name)}"));

    /// <summary>Adds the status and what belongs to it.</summary>
    public static BulkColumns<TRow> Status<TRow>(this BulkColumns<TRow> columns, Func<TRow, OrderState> state) => columns
        .Text("workflow", row => state(row).Workflow)
        .Text("status", row => state(row).Status)
        .Number("status_since", row => state(row).StatusSince.ToUnixTimeMilliseconds())
        .Number("version", row => state(row).Version)
        .Text("status_before_error", row => state(row).StatusBeforeError)
        .Number("is_approved", row => state(row).IsApproved ? 1 : 0)
        .Number("was_placed_by_approver", row => state(row).WasPlacedByApprover ? 1 : 0);

    /// <summary>Adds that the goods have left.</summary>
    public static BulkColumns<TRow> HandOver<TRow>(this BulkColumns<TRow> columns, Func<TRow, HandOver?> handOver) => columns
        .OptionalNumber("handed_over_at", row => handOver(row)?.At.ToUnixTimeMilliseconds())
        .Text("handed_over_by_id", row => OrderTexts.Cut(handOver(row)?.By.Id, OrderTexts.MaxName))
        .Text("handed_over_by_name", row => OrderTexts.Cut(handOver(row)?.By.Name, OrderTexts.MaxName))
        .OptionalNumber("handed_over_by_kind", row => (long?)handOver(row)?.By.Kind)
        .Text("carrier", row => OrderTexts.Cut(handOver(row)?.Carrier, Orders.HandOver.MaxLength))
        .Text("tracking_number", row => OrderTexts.Cut(handOver(row)?.TrackingNumber, Orders.HandOver.MaxLength));

    /// <summary>Adds what the host tells.</summary>
    public static BulkColumns<TRow> Snapshot<TRow>(this BulkColumns<TRow> columns, Func<TRow, (OrderSnapshot Told, DateTimeOffset At)> snapshot) => columns
        .Number("snapshot_at", row => snapshot(row).At.ToUnixTimeMilliseconds())
        .OptionalNumber("last_modified_at", row => snapshot(row).Told.LastModifiedAt?.ToUnixTimeMilliseconds())
        .Number("placed_at", row => snapshot(row).Told.PlacedAt.ToUnixTimeMilliseconds())
        .Text("placed_by_id", row => OrderTexts.Cut(snapshot(row).Told.PlacedBy?.Id, OrderTexts.MaxName))
        .Text("placed_by_name", row => OrderTexts.Cut(snapshot(row).Told.PlacedBy?.Name, OrderTexts.MaxName))
        .OptionalNumber("placed_by_kind", row => (long?)snapshot(row).Told.PlacedBy?.Kind)
        .OptionalNumber("total", row => snapshot(row).Told.Total?.MinorUnits)
        .Text("currency", row => snapshot(row).Told.Total?.Currency)
        .Text("order_class", row => OrderTexts.Cut(snapshot(row).Told.OrderClass, OrderTexts.MaxName))
        .Text("source_app", row => OrderTexts.Cut(snapshot(row).Told.SourceApp, OrderTexts.MaxName))
        .Text("customer_id", row => snapshot(row).Told.Customer.Id)
        .Text("customer_name", row => OrderTexts.Cut(snapshot(row).Told.Customer.Name, OrderTexts.MaxName))
        .Text("customer_email", row => OrderTexts.Cut(snapshot(row).Told.Customer.Email, OrderTexts.MaxEmail))
        .Text("customer_phone", row => OrderTexts.Cut(snapshot(row).Told.Customer.Phone, OrderTexts.MaxName))
        .Text("customer_language", row => OrderTexts.Cut(snapshot(row).Told.Customer.Language, OrderTexts.MaxName))
        .Text("search", row => Search(snapshot(row).Told))
        .Number("facts_version", _ => StoredFacts.Version)
        .Text("facts", row => StoredFacts.Of(snapshot(row).Told));

    private static string Search(OrderSnapshot snapshot)
    {
        var customer = snapshot.Customer;
        return SearchText.Fold(string.Join(
            '\n',
            snapshot.Subject.Number,
            OrderTexts.Cut(customer.Name, OrderTexts.MaxName),
            OrderTexts.Cut(customer.Email, OrderTexts.MaxEmail),
            OrderTexts.Cut(customer.Phone, OrderTexts.MaxName),
            customer.Id));
    }
}
