using SystemLog.Storage;

namespace SystemLog.Settings;

/// <summary>Keeps what shops have set in the control panel, one text for each group of settings.</summary>
/// <remarks>Every method throws <see cref="StorageException"/> when the database gives no proper answer.</remarks>
public interface ISettingStore
{
    /// <summary>Returns a shop's setting; null where it has never been set.</summary>
    Task<StoredSetting?> FindAsync(string shop, string name, CancellationToken cancellationToken = default);

    /// <summary>Returns the setting of every shop that has set it.</summary>
    Task<IReadOnlyDictionary<string, StoredSetting>> OfAllShopsAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Saves a setting, if it is still the one that the person saw.</summary>
    /// <returns>False where somebody else has saved it meanwhile: nothing was written.</returns>
    Task<bool> SaveAsync(string shop, string name, SettingChange change, CancellationToken cancellationToken = default);
}
