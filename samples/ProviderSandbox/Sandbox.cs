using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using ProviderSandbox.Adyen;
using ProviderSandbox.Faults;
using ProviderSandbox.Klarna;
using ProviderSandbox.Mail;
using ProviderSandbox.Mail.Pages;
using ProviderSandbox.Mail.Smtp;
using ProviderSandbox.Mailchimp;
using ProviderSandbox.Tripletex;
using ProviderSandbox.Vipps;
using ProviderSandbox.Wire;

namespace ProviderSandbox;

/// <summary>
/// Stateful stand-ins for the providers a shop talks to, served by a Kestrel of their own on 127.0.0.1. They speak the
/// documented wire formats, keep balances, check credentials and fail on demand.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestLog _log = new();
    private readonly SmtpServer _smtp;
    private readonly Dictionary<Provider, IStandIn> _standIns;

    private Sandbox(WebApplication app, SandboxState state, MailLimits limits)
    {
        _app = app;
        VippsPayments = new VippsPayments(state);
        KlarnaOrders = new KlarnaOrders(state);
        AdyenPayments = new AdyenPayments(state);
        TripletexCompany = new TripletexCompany(state);
        MailchimpAudience = new MailchimpAudience(state);
        _standIns = new IStandIn[]
        {
            new VippsStandIn(state, VippsPayments),
            new KlarnaStandIn(state, KlarnaOrders),
            new AdyenStandIn(state, AdyenPayments),
            new TripletexStandIn(state, TripletexCompany),
            new MailchimpStandIn(state, MailchimpAudience),
        }.ToDictionary(standIn => standIn.Provider);
        Faults = new FaultPlan([.. _standIns.Values, new SmtpFaults()]);
        Mailbox = new Mailbox(state, limits);
        _smtp = new SmtpServer(limits, new SmtpDesk(state, Faults, _log, Mailbox), app.Logger);
        foreach (var standIn in _standIns.Values)
        {
            new Pipeline(standIn, state, Faults, _log, app.Lifetime.ApplicationStopping).Map(app);
        }

        app.MapFaults(Faults);
        app.MapSeeding(this);
        app.MapMailbox(this);
    }

    /// <summary>Gets the address of the sandbox itself, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Gets what stands for <c>https://apitest.vipps.no/</c>.</summary>
    public Uri Vipps => AddressOf(Provider.Vipps);

    /// <summary>Gets what stands for <c>https://api.playground.klarna.com/</c>.</summary>
    public Uri Klarna => AddressOf(Provider.Klarna);

    /// <summary>Gets what stands for <c>https://checkout-test.adyen.com/v72/</c>.</summary>
    public Uri Adyen => AddressOf(Provider.Adyen);

    /// <summary>Gets what stands for <c>https://api-test.tripletex.tech/v2/</c>.</summary>
    public Uri Tripletex => AddressOf(Provider.Tripletex);

    /// <summary>Gets what stands for <c>https://us21.api.mailchimp.com/3.0/</c>.</summary>
    public Uri Mailchimp => AddressOf(Provider.Mailchimp);

    /// <summary>Gets what stands for the shop's outgoing mail server, such as <c>smtp://127.0.0.1:40124/</c>: host and port, no encryption.</summary>
    public Uri Smtp { get; private set; } = new("smtp://127.0.0.1/");

    /// <summary>Gets the page of the mails that were received.</summary>
    public Uri MailPage => new(Address, "mail");

    /// <summary>Gets the plan of faults.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Gets the newest 10 000 requests, in order of arrival, with what each was given.</summary>
    public IReadOnlyList<ServedRequest> Requests => _log.All();

    /// <summary>Gets the payments at Vipps MobilePay, to seed and to look at.</summary>
    public VippsPayments VippsPayments { get; }

    /// <summary>Gets the orders at Klarna, to seed and to look at.</summary>
    public KlarnaOrders KlarnaOrders { get; }

    /// <summary>Gets the payments at Adyen, to seed and to look at, and the notifications Adyen would send.</summary>
    public AdyenPayments AdyenPayments { get; }

    /// <summary>Gets the company in Tripletex: its settings, and what was transferred to it.</summary>
    public TripletexCompany TripletexCompany { get; }

    /// <summary>Gets the audience and store at Mailchimp.</summary>
    public MailchimpAudience MailchimpAudience { get; }

    /// <summary>Gets the mails that the mail server has accepted.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>Starts a sandbox on a free port of 127.0.0.1.</summary>
    /// <param name="clock">The clock that expiries, rate limits and time stamps follow.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<Sandbox> StartAsync(TimeProvider clock, CancellationToken cancellationToken = default) =>
        StartAsync(new SandboxOptions { Clock = clock }, cancellationToken);

    /// <summary>Starts a sandbox on 127.0.0.1.</summary>
    /// <param name="options">Ports, clock and limits.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<Sandbox> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        // The empty builder reads no settings file, environment or command line of the process it lives in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        var sandbox = new Sandbox(app, new SandboxState(options.Clock), options.Mail);
        try
        {
            sandbox.Smtp = new Uri($"smtp://127.0.0.1:{sandbox._smtp.Start(options.SmtpPort)}/");
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        sandbox.Address = new Uri(addresses.Single());
        return sandbox;
    }

    /// <summary>Gets the base address of a provider's API, with a closing slash.</summary>
    public Uri AddressOf(Provider provider) => provider == Provider.Smtp ? Smtp : new(Address, _standIns[provider].BasePath + "/");

    /// <summary>Stops the sandbox; calls that are held by a time-out fault end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _smtp.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
