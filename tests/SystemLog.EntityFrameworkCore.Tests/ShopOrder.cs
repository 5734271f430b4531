namespace SystemLog.EntityFrameworkCore.Tests;

internal sealed class ShopOrder
{
    public int Id { get; set; }

    public required string Number { get; set; }

    public required string Status { get; set; }
}
