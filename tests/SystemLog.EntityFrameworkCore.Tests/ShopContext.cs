using Microsoft.EntityFrameworkCore;

namespace SystemLog.EntityFrameworkCore.Tests;

/// <summary>The shop's own tables, in the database that SystemLog uses too.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();
}
