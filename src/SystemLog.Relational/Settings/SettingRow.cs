namespace SystemLog.Settings;

/// <summary>A row of systemlog.setting.</summary>
internal sealed class SettingRow
{
    public const string Columns =
        "shop_id as shopid, value, version, changed_at as changedat, changed_by_id as changedbyid, changed_by_name as changedbyname";

    public required string ShopId { get; init; }

    public required string Value { get; init; }

    public long Version { get; init; }

    public long ChangedAt { get; init; }

    public required string ChangedById { get; init; }

    public required string ChangedByName { get; init; }

    public StoredSetting ToSetting() => new(Value, Version, UnixTime.Of(ChangedAt), new(ChangedById, ChangedByName));
}
