using Microsoft.EntityFrameworkCore.Infrastructure;
using SystemLog.EntityFrameworkCore;
using SystemLog.Orders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Writes SystemLog's data together with a context's own.</summary>
public static class SystemLogDbContextExtensions
{
    /// <summary>Lets changes of order status be saved in one transaction with what the context has to save.</summary>
    /// <param name="context">The shop's context, over the PostgreSQL database that SystemLog uses too. It was added to the host's services
    /// (<c>AddDbContext</c>), or has them as its application service provider.</param>
    /// <exception cref="InvalidOperationException">The context does not know the host's services, or the host has no workflow.</exception>
    public static EnlistedSystemLog EnlistSystemLog(this DbContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context, context.GetService<OrderService>(), context.GetService<IOrderStore>());
    }
}
