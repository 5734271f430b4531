using Microsoft.AspNetCore.Http;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Texts;
using SystemLog.Orders.Customers;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Customers;

/// <summary>Reads the orders of whoever is signed in: never another's, and none where nobody is.</summary>
internal sealed class MyOrders(CustomerOrders? orders, ICustomerAccess access, ShopDirectory shops, TimeProvider time)
{
    /// <summary>Returns the orders, in the words of the request's language; null for who is no customer, and where the host has added no workflow.</summary>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async Task<(Page<CustomerOrder> Orders, PanelFormat Format, PanelTexts Texts)?> FindAsync(HttpContext http, PageKey? after)
    {
        // What one customer sees must not stay where the next one sits.
        if (!http.Response.HasStarted)
        {
            http.Response.Headers.CacheControl = "no-store";
        }

        if (orders is null || await access.FindAsync(http.User, http.RequestAborted) is not { } customer || !shops.Knows(customer.Shop))
        {
            return null;
        }

        var culture = PanelCulture.OfRequest(http);
        var texts = PanelTexts.In(culture);
        var page = await orders.ListAsync(customer.Shop, customer.CustomerId, texts.Language, after, http.RequestAborted);
        return (page, new PanelFormat(culture, texts, shops.Get(customer.Shop).TimeZone, time.GetUtcNow()), texts);
    }
}
