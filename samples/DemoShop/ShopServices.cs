using DemoShop.Orders;
using DemoShop.Providers;
using DemoShop.SignIn;
using DemoShop.TradingDay;

namespace DemoShop;

/// <summary>What the shop is made of, apart from its clients for the providers.</summary>
internal static class ShopServices
{
    public static void AddShop(this WebApplicationBuilder builder, Demo demo)
    {
        var database = $"Data Source={demo.Folder.File("shop.db")}";
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorComponents();
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<TimeProvider>(demo.Clock);
        builder.Services.AddSingleton(demo.Clock);
        builder.Services.AddSingleton(demo.Sandbox);
        builder.Services.AddSingleton(new OrderBook(database, demo.Clock));
        builder.Services.AddSingleton(new ZReportBook(database));
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddScoped<PaymentClients>();
        builder.Services.AddScoped<OrderFlow>();
        builder.Services.AddScoped<OrderDesk>();
        builder.Services.AddScoped<Till>();
        builder.Services.AddScoped<AmountCheck>();
        builder.Services.AddScoped<AdyenNotifications>();
        builder.Services.AddScoped<SummaryWish>();
        builder.Services.AddScoped<Staff>();
        builder.Services.AddScoped<StepPlayer>();
        builder.Services.AddScoped<OutsideWorld>();
        builder.Services.AddScoped<SignedIn>();
        builder.Services.AddSingleton<Hours>();
        builder.Services.AddSingleton<DayPlayer>();
    }
}
