namespace SystemLog.Issues;

/// <summary>Finds stored issues that were explained by another catalogue, and gives them their new explanation.</summary>
public interface IIssueExplanations
{
    /// <summary>Returns issues, open and solved, explained by another catalogue than this, in the order of their ids.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="catalogue">The version of the catalogue in use.</param>
    /// <param name="after">The last issue of the page before; null for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<IReadOnlyList<StoredError>> OfOthersAsync(
        string shop, string catalogue, Fingerprint? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores new explanations in one transaction. An issue that has happened again since it was read is passed over: it was explained anew then.
    /// A changed cause is told in the timeline.
    /// </summary>
    /// <returns>How many issues have another cause now.</returns>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<int> RenewAsync(
        IReadOnlyList<RenewedExplanation> renewed, string catalogue, DateTimeOffset at, CancellationToken cancellationToken = default);
}
