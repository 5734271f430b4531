using DemoShop.Providers;

namespace DemoShop.Orders;

/// <summary>The till's settlements on their way to accounting.</summary>
internal sealed class Till(ZReportBook book, TripletexClient tripletex)
{
    /// <summary>Transfers a z-report.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="salesAccount">The account that takes the sales; null for the one it has.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there is such a report; whether Tripletex took it, it tells itself.</returns>
    public async Task<bool> TransferAsync(string number, int? salesAccount = null, CancellationToken cancellationToken = default)
    {
        if ((await book.ListAsync(cancellationToken)).FirstOrDefault(report => report.Number == number) is not { } found)
        {
            return false;
        }

        var report = found with { SalesAccount = salesAccount ?? found.SalesAccount };
        try
        {
            report = report with { TripletexId = await tripletex.TransferAsync(report, cancellationToken) };
        }
        catch (Exception exception) when (ProviderRefusedException.IsOneOrNoAnswer(exception, cancellationToken))
        {
            // Why not is in the system log; the report stays to be transferred.
        }

        await book.SaveAsync(report, cancellationToken);
        return true;
    }
}
