using Microsoft.Extensions.DependencyInjection;
using SystemLog.Http;
using SystemLog.Issues;

namespace SystemLog.Adapters.Tests.Http;

public sealed class ReportFailuresToSystemLogTests
{
    [Fact]
    public async Task One_line_on_a_client_reports_its_time_out_although_the_time_out_is_set_later()
    {
        var sink = new CountingSink();
        var services = new ServiceCollection();
        services.AddSingleton<IFailureSink>(sink);
        services.AddHttpClient("klarna")
            .ReportFailuresToSystemLog("Klarna")
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(1))
            .ConfigurePrimaryHttpMessageHandler(() => new SilentHandler());
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("klarna");

        var get = () => client.GetAsync("https://api.klarna.example/", TestContext.Current.CancellationToken);

        await get.Should().ThrowAsync<TaskCanceledException>();
        sink.Last.Should().BeOfType<TimeoutException>();
    }

    [Fact]
    public void A_source_must_be_named()
    {
        var builder = new ServiceCollection().AddHttpClient("x");

        builder.Invoking(b => b.ReportFailuresToSystemLog(" ")).Should().Throw<ArgumentException>().WithParameterName("source");
    }

    private sealed class CountingSink : IFailureSink
    {
        public Exception? Last { get; private set; }

        public void Report(in ErrorReport report) => Last = report.Exception;

        public void ReportSuccess(string source, ReportedCall call)
        {
        }
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return await never.Task;
        }
    }
}
