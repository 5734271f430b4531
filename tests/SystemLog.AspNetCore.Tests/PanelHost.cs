using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Testing;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A shop that uses the control panel, on a database of its own.</summary>
internal sealed class PanelHost : IAsyncDisposable
{
    public const string Kari = "kari";

    private PanelHost(WebApplication app) => App = app;

    public WebApplication App { get; }

    public required ManualTime Time { get; init; }

    public IssueLog Log => App.Services.GetRequiredService<IssueLog>();

    public string Address => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<PanelHost> StartAsync(PanelHostOptions? options = null)
    {
        options ??= new();
        var builder = WebApplication.CreateEmptyBuilder(new());
        var time = new ManualTime(BelievableShop.Now);
        if (options.RealServer)
        {
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestUser>("Test", null);
        builder.Services.AddAuthorization();
        var systemLog = builder.Services.AddSystemLog(options.SystemLog ?? (_ => { })).AddControlPanel(options.Panel);
        if (options.Storage is null)
        {
            systemLog.UseThrowawaySqlite();
        }

        options.Storage?.Invoke(builder.Services);
        options.Services?.Invoke(builder.Services);

        var app = builder.Build();
        if (options.PathBase is { } pathBase)
        {
            app.UsePathBase(pathBase);
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        (options.Map ?? (routes => routes.MapSystemLog("/systemlog").RequireAuthorization()))(app);
        try
        {
            if (options.Storage is null)
            {
                await app.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
            }

            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app) { Time = time };
    }

    /// <summary>A browser that is signed in and keeps cookies.</summary>
    public PanelBrowser Browser(string user = Kari, string language = "en") => new(App.GetTestServer().CreateHandler(), user, language);

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
