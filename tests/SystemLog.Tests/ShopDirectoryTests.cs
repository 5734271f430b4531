using Microsoft.Extensions.Options;

namespace SystemLog.Tests;

public sealed class ShopDirectoryTests
{
    [Fact]
    public void A_host_with_one_shop_names_it_nowhere() =>
        Directory(new SystemLogOptions { DefaultShop = "butikk" }).Get(null).Id.Should().Be("butikk");

    [Fact]
    public void Shops_are_listed_by_name()
    {
        var options = new SystemLogOptions { DefaultShop = "a" };
        options.Shops.Add(new() { Id = "a", Name = "Strikk" });
        options.Shops.Add(new() { Id = "b", Name = "Garn" });

        Directory(options).All.Select(shop => shop.Id).Should().Equal("b", "a");
    }

    [Fact]
    public void An_unknown_shop_is_named_with_those_that_are_known() =>
        FluentActions.Invoking(() => Directory(new()).Get("x")).Should().Throw<ArgumentException>().WithMessage("The shop 'x' is not configured. Known: main.*");

    private static ShopDirectory Directory(SystemLogOptions options) => new(Options.Create(options));
}
