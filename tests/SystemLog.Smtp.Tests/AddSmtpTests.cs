using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SystemLog.Messages;
using SystemLog.Smtp.Sending;
using SystemLog.Smtp.Tests.Sending;

namespace SystemLog.Smtp.Tests;

public sealed class AddSmtpTests
{
    [Fact]
    public async Task A_host_sends_its_mails_through_the_server()
    {
        await using var server = new ScriptedServer();
        using var host = HostWith(builder => builder.AddSmtp(options => Configure(options, server)));

        var mailer = host.Services.GetRequiredService<Mailer>();
        var outcome = await mailer.SendAsync(new(mailer.From, [Some.Kari], "Summary", "Text", Some.Date));

        (mailer.CanSend, mailer.From).Should().Be((true, Some.Shop));
        outcome.Should().BeOfType<SendOutcome.Accepted>().Which.Reference.Should().Be("4Xyz1");
        host.Services.GetRequiredService<IMessageSender>().Name.Should().Be("SMTP");
    }

    [Fact]
    public async Task Where_mails_are_redirected_the_server_hears_of_no_other_address()
    {
        await using var server = new ScriptedServer();
        using var host = HostWith(builder => builder.AddSmtp(options => Configure(options, server)), options => options.RedirectMailTo = "test@shop.example");

        await host.Services.GetRequiredService<Mailer>().SendAsync(Some.Mail(to: [Some.Kari, Some.Ola]));

        server.Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal)).Should().Equal("RCPT TO:<test@shop.example>");
    }

    [Fact]
    public void Without_settings_it_sends_nothing()
    {
        using var host = HostWith(builder => builder.AddSmtp());

        host.Services.GetRequiredService<Mailer>().CanSend.Should().BeFalse();
    }

    [Fact]
    public void A_second_sender_is_refused()
    {
        var builder = new ServiceCollection().AddSystemLog().AddSmtp(options => options.Host = "mail.shop.example");

        var adding = () => builder.AddSmtp(options => options.Host = "other.shop.example");

        adding.Should().Throw<InvalidOperationException>().WithMessage("The host has a mail sender already*AddSmtp(...).");
    }

    [Fact]
    public async Task Wrong_settings_keep_the_host_from_starting_and_are_named_without_the_password()
    {
        using var host = HostWith(builder => builder.AddSmtp(options =>
        {
            options.Host = "smtp://shop:hunter2@mail.shop.example";
            options.From = "post@shop";
            options.FromName = "The shop\r\nBcc: all@other.example";
            options.Port = 0;
            options.Security = (ConnectionSecurity)9;
            options.Password = "hunter2\0";
            options.LocalName = "my shop";
            options.ConnectTimeout = TimeSpan.Zero;
            options.CommandTimeout = TimeSpan.Zero;
            options.AcceptTimeout = TimeSpan.FromSeconds(-1);
        }));

        var starting = () => host.StartAsync();

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().BeEquivalentTo(
            "AddSmtp: Host ('smtp://shop:***@mail.shop.example') must be a host name or an IP address.",
            "AddSmtp: Port (0) must be 1 to 65535.",
            "AddSmtp: Security (9) is not one of its values.",
            "AddSmtp: Password and User come together.",
            "AddSmtp: Password must not be empty or hold NUL.",
            "AddSmtp: LocalName ('my shop') must be a host name or an address in brackets.",
            "AddSmtp: ConnectTimeout (00:00:00) must be longer than nothing.",
            "AddSmtp: CommandTimeout (00:00:00) must be longer than nothing.",
            "AddSmtp: AcceptTimeout (-00:00:01) must be longer than nothing.",
            "AddSmtp: From ('post@shop') cannot be an e-mail address.",
            "AddSmtp: FromName must have at most 200 characters and no line break or other control character.");
    }

    [Fact]
    public void The_settings_can_stand_in_the_hosts_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "mail.shop.example",
            ["Mail:Port"] = "465",
            ["Mail:Security"] = "Implicit",
            ["Mail:From"] = "post@shop.example",
            ["Mail:FromName"] = "The shop",
            ["Mail:User"] = "shop",
            ["Mail:Password"] = "secret",
            ["Mail:AcceptTimeout"] = "00:02:00",
            ["SystemLog:RedirectMailTo"] = "test@shop.example",
        }).Build();
        using var host = HostWith(builder => builder.AddSmtp(configuration.GetSection("Mail").Bind), configuration.GetSection("SystemLog").Bind);

        host.Services.GetRequiredService<IOptions<SmtpOptions>>().Value.Should().BeEquivalentTo(new SmtpOptions
        {
            Host = "mail.shop.example",
            Port = 465,
            Security = ConnectionSecurity.Implicit,
            From = "post@shop.example",
            FromName = "The shop",
            User = "shop",
            Password = "secret",
            AcceptTimeout = TimeSpan.FromMinutes(2),
        });
        host.Services.GetRequiredService<Mailer>().RedirectedTo.Should().Be("test@shop.example");
    }

    private static void Configure(SmtpOptions options, ScriptedServer server)
    {
        var of = server.Options;
        (options.Host, options.Port, options.Security) = (of.Host, of.Port, of.Security);
        (options.From, options.FromName) = (Some.Shop.Address, Some.Shop.Name);
    }

    private static IHost HostWith(Action<SystemLogBuilder> add, Action<SystemLogOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services.AddSystemLog(configure).UseThrowawaySqlite());
        return builder.Build();
    }
}
