using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SystemLog.Catalogue;
using SystemLog.Http;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Adapters.Tests.Http;

public sealed class FailureReportingHandlerTests
{
    private readonly RecordingSink _sink = new();

    [Fact]
    public async Task A_failing_answer_is_reported_with_what_the_request_is_about_and_stays_readable()
    {
        using var client = Client(_ => Answer(HttpStatusCode.Forbidden, """{"error_code":"CAPTURE_NOT_ALLOWED"}"""));
        using var request = Post().ForSystemLog(Operations.Capture, SubjectRef.Order("1001"), link: "/admin/orders/1001");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("""{"error_code":"CAPTURE_NOT_ALLOWED"}""");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        _sink.Reports.Should().Equal(new ErrorReport
        {
            Source = Sources.Klarna,
            Operation = Operations.Capture,
            Subject = SubjectRef.Order("1001"),
            SubjectLink = "/admin/orders/1001",
            Answer = new(403, """{"error_code":"CAPTURE_NOT_ALLOWED"}""", "application/json", "req-7"),
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PeekedBody.Limit - 1)]
    [InlineData(PeekedBody.Limit)]
    [InlineData(PeekedBody.Limit + 1)]
    [InlineData(1_000_000)]
    public async Task A_body_of_any_length_reaches_the_caller_whole(int length)
    {
        var body = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        using var client = Client(_ => Answer(HttpStatusCode.BadGateway, body));
        using var request = Post().ForSystemLog(Operations.Refund, SubjectRef.Order("1001"));

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be(body);
        response.Content.Headers.ContentLength.Should().Be(length);
        (_sink.Reports.Single().Answer!.Value.Body ?? "").Should().Be(body[..Math.Min(length, PeekedBody.Limit)]);
    }

    [Fact]
    public async Task A_body_that_breaks_is_reported_as_far_as_it_came_and_breaks_for_the_caller_too()
    {
        using var client = Client(_ => new(HttpStatusCode.InternalServerError) { Content = new StreamContent(new BreakingStream("half a "u8.ToArray())) });
        using var request = Post().ForSystemLog(Operations.Refund, SubjectRef.Order("1001"));

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var read = () => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await read.Should().ThrowAsync<HttpRequestException>().WithInnerException(typeof(IOException));
        _sink.Reports.Single().Answer!.Value.Body.Should().Be("half a ");
    }

    [Fact]
    public async Task A_success_is_told_only_where_the_request_was_named()
    {
        using var client = Client(_ => Answer(HttpStatusCode.OK, "{}"));
        using var named = Post().ForSystemLog(new ReportedCall { Operation = Operations.Capture, Subject = SubjectRef.Order("1001"), Attempt = 2 });
        using var unnamed = Post();

        await client.SendAsync(named, TestContext.Current.CancellationToken);
        await client.SendAsync(unnamed, TestContext.Current.CancellationToken);

        _sink.Successes.Should().Equal("Klarna capture order 1001");
        _sink.Reports.Should().BeEmpty();
    }

    [Fact]
    public async Task Looking_is_no_success_of_what_failed()
    {
        using var client = Client(_ => Answer(HttpStatusCode.OK, "{}"));
        using var look = new HttpRequestMessage(HttpMethod.Get, "https://api.klarna.example/ordermanagement/v1/orders/1")
            .ForSystemLog(Operations.Capture, SubjectRef.Order("1001"));

        await client.SendAsync(look, TestContext.Current.CancellationToken);

        _sink.Successes.Should().BeEmpty();
    }

    [Fact]
    public async Task The_clients_time_out_is_reported_as_one()
    {
        using var client = Client(Never, TimeSpan.FromSeconds(1));
        using var request = Post().ForSystemLog(Operations.Capture, SubjectRef.Order("1001"));

        var send = () => client.SendAsync(request, TestContext.Current.CancellationToken);

        await send.Should().ThrowAsync<TaskCanceledException>().WithInnerException(typeof(TimeoutException));
        var report = _sink.Reports.Single();
        report.Exception.Should().BeOfType<TimeoutException>();
        AdapterCatalogue.Catalogue.Explain(new() { Source = report.Source, Operation = report.Operation, Exception = report.Exception })
            .Cause.Should().Be(Cause.Timeout);
    }

    [Fact]
    public async Task A_caller_who_cancels_is_no_error()
    {
        using var cancel = new CancellationTokenSource();
        using var client = Client(async (_, token) =>
        {
            await cancel.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new(HttpStatusCode.OK);
        });
        using var request = Post();

        var send = () => client.SendAsync(request, cancel.Token);

        await send.Should().ThrowAsync<OperationCanceledException>();
        _sink.Reports.Should().BeEmpty();
    }

    [Fact]
    public async Task A_connection_that_fails_is_reported_and_thrown_as_it_was()
    {
        var failure = new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");
        using var client = Client(_ => throw failure);
        using var request = Post();

        var send = () => client.SendAsync(request, TestContext.Current.CancellationToken);

        (await send.Should().ThrowAsync<HttpRequestException>()).Which.Should().BeSameAs(failure);
        var report = _sink.Reports.Single();
        report.Exception.Should().BeSameAs(failure);
        (report.Operation, report.Subject).Should().Be((Operations.Other, new SubjectRef(SubjectTypes.Integration, Sources.Klarna)));
    }

    [Fact]
    public async Task Options_say_what_a_request_is_about_and_what_a_failure_is()
    {
        using var client = Client(_ => Answer(HttpStatusCode.OK, """[{"status":"rejected"}]"""), configure: options =>
        {
            options.Operation = request => request.RequestUri!.AbsolutePath.EndsWith("/captures", StringComparison.Ordinal) ? Operations.Capture : null;
            options.Subject = _ => SubjectRef.Order("77");
            options.Shop = _ => "bergen";
            options.IsFailure = _ => true;
        });
        using var request = Post();

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var report = _sink.Reports.Single();
        (report.Operation, report.Subject, report.Shop).Should().Be((Operations.Capture, SubjectRef.Order("77"), "bergen"));
    }

    [Fact]
    public async Task A_report_that_fails_does_not_fail_the_call()
    {
        _sink.Fault = new ArgumentException("The shop 'x' is not configured.");
        using var client = Client(_ => Answer(HttpStatusCode.BadRequest, "{}"));
        using var request = Post();

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void A_blocking_call_is_reported_too()
    {
        using var client = Client(_ => Answer(HttpStatusCode.NotFound, "gone"));
        using var request = Post().ForSystemLog(Operations.Cancel, SubjectRef.Order("1001"));

        using var response = client.Send(request, TestContext.Current.CancellationToken);

        _sink.Reports.Single().Answer!.Value.Body.Should().Be("gone");
        new StreamReader(response.Content.ReadAsStream(TestContext.Current.CancellationToken)).ReadToEnd().Should().Be("gone");
    }

    [Fact]
    public void A_request_without_operation_or_subject_is_a_bug_of_the_caller()
    {
        using var request = Post();

        request.Invoking(r => r.ForSystemLog("", SubjectRef.Order("1"))).Should().Throw<ArgumentException>();
        request.Invoking(r => r.ForSystemLog("capture", default)).Should().Throw<ArgumentException>().WithMessage("*subject*");
    }

    private static HttpRequestMessage Post() => new(HttpMethod.Post, "https://api.klarna.example/ordermanagement/v1/orders/1/captures");

    private static HttpResponseMessage Answer(HttpStatusCode status, string body)
    {
        var answer = new HttpResponseMessage(status) { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        answer.Headers.Add("X-Request-Id", "req-7");
        return answer;
    }

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }

    private HttpClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer, Action<FailureReportingOptions>? configure = null) =>
        Client((request, _) => Task.FromResult(answer(request)), configure: configure);

    private HttpClient Client(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer,
        TimeSpan? timeout = null,
        Action<FailureReportingOptions>? configure = null)
    {
        var options = new FailureReportingOptions();
        configure?.Invoke(options);
        var clientTimeout = new ClientTimeout();
        var handler = new FailureReportingHandler(Sources.Klarna, options, _sink, clientTimeout, NullLogger.Instance) { InnerHandler = new StubHandler(answer) };
        var client = new HttpClient(handler) { Timeout = timeout ?? TimeSpan.FromSeconds(100) };
        clientTimeout.Observe(client);
        return client;
    }

    private sealed class RecordingSink : IFailureSink
    {
        public List<ErrorReport> Reports { get; } = [];

        public List<string> Successes { get; } = [];

        public Exception? Fault { get; set; }

        public void Report(in ErrorReport report)
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            Reports.Add(report);
        }

        public void ReportSuccess(string source, ReportedCall call) => Successes.Add($"{source} {call.Operation} {call.Subject}");
    }

    private sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken);

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken).GetAwaiter().GetResult();
    }

    private sealed class BreakingStream(byte[] beginning) : MemoryStream(beginning)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("The connection broke.");
        }
    }
}
