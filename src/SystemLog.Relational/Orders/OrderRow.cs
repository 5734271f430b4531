namespace SystemLog.Orders;

/// <summary>A row of systemlog.order_state.</summary>
internal sealed class OrderRow
{
    public const string Columns =
        """
        s.shop_id as shopid, s.subject_number as subjectnumber, s.subject_type as subjecttype, s.workflow, s.status, s.status_since as statussince,
        s.version, s.status_before_error as statusbeforeerror, s.is_approved as isapproved, s.was_placed_by_approver as wasplacedbyapprover,
        s.sends_messages as sendsmessages, s.handed_over_at as handedoverat, s.handed_over_by_id as handedoverbyid,
        s.handed_over_by_name as handedoverbyname, s.handed_over_by_kind as handedoverbykind, s.carrier, s.tracking_number as trackingnumber,
        s.snapshot_at as snapshotat, s.last_modified_at as lastmodifiedat, s.placed_at as placedat, s.placed_by_id as placedbyid,
        s.placed_by_name as placedbyname, s.placed_by_kind as placedbykind, s.total, s.currency, s.order_class as orderclass,
        s.source_app as sourceapp, s.customer_id as customerid, s.customer_name as customername, s.customer_email as customeremail,
        s.customer_phone as customerphone, s.customer_language as customerlanguage, s.facts_version as factsversion, s.facts
        """;

    public required string ShopId { get; init; }

    public required string SubjectNumber { get; init; }

    public required string SubjectType { get; init; }

    public required string Workflow { get; init; }

    public required string Status { get; init; }

    public long StatusSince { get; init; }

    public long Version { get; init; }

    public string? StatusBeforeError { get; init; }

    public long IsApproved { get; init; }

    public long WasPlacedByApprover { get; init; }

    public long SendsMessages { get; init; }

    public long? HandedOverAt { get; init; }

    public string? HandedOverById { get; init; }

    public string? HandedOverByName { get; init; }

    public long? HandedOverByKind { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    public long SnapshotAt { get; init; }

    public long? LastModifiedAt { get; init; }

    public long PlacedAt { get; init; }

    public string? PlacedById { get; init; }

    public string? PlacedByName { get; init; }

    public long? PlacedByKind { get; init; }

    public long? Total { get; init; }

    public string? Currency { get; init; }

    public string? OrderClass { get; init; }

    public string? SourceApp { get; init; }

    public string? CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public string? CustomerEmail { get; init; }

    public string? CustomerPhone { get; init; }

    public string? CustomerLanguage { get; init; }

    public long FactsVersion { get; init; }

    public required string Facts { get; init; }

    public OrderState ToState() => new()
    {
        Order = new(ShopId, new(SubjectType, SubjectNumber)),
        Workflow = Workflow,
        Status = Status,
        StatusSince = UnixTime.Of(StatusSince),
        Version = Version,
        Snapshot = ToSnapshot(StoredFacts.Read(FactsVersion, Facts)),
        SnapshotAt = UnixTime.Of(SnapshotAt),
        StatusBeforeError = StatusBeforeError,
        IsApproved = IsApproved != 0,
        WasPlacedByApprover = WasPlacedByApprover != 0,
        SendsMessages = SendsMessages != 0,
        HandedOver = HandedOverAt is { } at
            ? new(UnixTime.Of(at), new(HandedOverById!, HandedOverByName!) { Kind = (ActorKind)HandedOverByKind! })
            {
                Carrier = Carrier,
                TrackingNumber = TrackingNumber,
            }
            : null,
    };

    private OrderSnapshot ToSnapshot(StoredFacts facts) => new()
    {
        Shop = ShopId,
        Subject = new(SubjectType, SubjectNumber),
        PlacedAt = UnixTime.Of(PlacedAt),
        Total = Total is { } total && Currency is not null ? new Money(total, Currency) : null,
        OrderClass = OrderClass,
        PlacedBy = PlacedById is not null ? new(PlacedById, PlacedByName!) { Kind = (ActorKind)PlacedByKind! } : null,
        PlacedByApprover = facts.PlacedByApprover,
        Customer = new()
        {
            Id = CustomerId,
            Name = CustomerName,
            Email = CustomerEmail,
            Phone = CustomerPhone,
            Language = CustomerLanguage,
            AcceptsEmail = facts.AcceptsEmail,
            AcceptsSms = facts.AcceptsSms,
        },
        Payment = facts.Payment?.ToPayment(),
        NeedsProduction = facts.NeedsProduction,
        ExpectsInvoice = facts.ExpectsInvoice,
        InvoiceNumber = facts.InvoiceNumber,
        StartsAt = UnixTime.Of(facts.StartsAt),
        SourceApp = SourceApp,
        SourceVersion = facts.SourceVersion,
        LastModifiedAt = UnixTime.Of(LastModifiedAt),
        AdminUrl = facts.AdminUrl,
        CustomerUrl = facts.CustomerUrl,
    };
}
