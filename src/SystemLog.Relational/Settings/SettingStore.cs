using Dapper;

namespace SystemLog.Settings;

/// <summary>Keeps settings in a SQL database.</summary>
internal sealed class SettingStore(RelationalDatabase database) : ISettingStore
{
    private readonly string _find = database.Sql($"select {SettingRow.Columns} from systemlog.setting where shop_id = @Shop and name = @Name");

    /// <inheritdoc />
    public Task<StoredSetting?> FindAsync(string shop, string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<SettingRow>(
                new CommandDefinition(_find, new { Shop = shop, Name = name }, cancellationToken: cancellationToken)))?.ToSetting(),
            cancellationToken);

    private readonly string _ofAllShops = database.Sql($"select {SettingRow.Columns} from systemlog.setting where name = @Name");

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, StoredSetting>> OfAllShopsAsync(string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, StoredSetting>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<SettingRow>(new CommandDefinition(_ofAllShops, new { Name = name }, cancellationToken: cancellationToken));
                return rows.ToDictionary(row => row.ShopId, row => row.ToSetting(), StringComparer.Ordinal);
            },
            cancellationToken);

    // Two who save for the first time meet at the primary key; two later ones at the version.
    private readonly string _save = database.Sql(
        """
        insert into systemlog.setting as s (shop_id, name, value, version, changed_at, changed_by_id, changed_by_name)
        values (@Shop, @Name, @Value, 1, @At, @ActorId, @ActorName)
        on conflict (shop_id, name) do update set
            value = excluded.value, version = s.version + 1, changed_at = excluded.changed_at,
            changed_by_id = excluded.changed_by_id, changed_by_name = excluded.changed_by_name
        where s.version = @Seen
        """);

    /// <inheritdoc />
    public Task<bool> SaveAsync(string shop, string name, SettingChange change, CancellationToken cancellationToken = default)
    {
        var parameters = new
        {
            Shop = shop,
            Name = name,
            change.Value,
            change.Seen,
            At = change.At.ToUnixTimeMilliseconds(),
            ActorId = change.Actor.Id,
            ActorName = change.Actor.Name,
        };
        return database.WriteAsync(
            async connection => await connection.ExecuteAsync(new CommandDefinition(_save, parameters, cancellationToken: cancellationToken)) == 1,
            cancellationToken);
    }
}
