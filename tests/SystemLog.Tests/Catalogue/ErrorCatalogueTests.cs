using System.Globalization;
using System.Net.Sockets;
using SystemLog.Catalogue;

namespace SystemLog.Tests.Catalogue;

public sealed class ErrorCatalogueTests
{
    private static readonly CultureInfo s_norwegian = new("nb-NO");

    private readonly ErrorCatalogue _catalogue = new([]);

    [Theory]
    [InlineData(400, Cause.InvalidData, false)]
    [InlineData(401, Cause.AuthenticationFailed, false)]
    [InlineData(403, Cause.PermissionDenied, false)]
    [InlineData(404, Cause.NotFound, false)]
    [InlineData(408, Cause.Timeout, true)]
    [InlineData(409, Cause.InvalidState, false)]
    [InlineData(423, Cause.InvalidState, true)]
    [InlineData(429, Cause.RateLimited, true)]
    [InlineData(500, Cause.ProviderInternalError, true)]
    [InlineData(503, Cause.ProviderUnavailable, true)]
    [InlineData(504, Cause.Timeout, true)]
    public void A_status_alone_has_a_general_reading(int status, Cause cause, bool retryable)
    {
        _catalogue.Explain(Error(status)).Should().BeEquivalentTo(
            new { Cause = cause, Family = CauseFamilies.Of(cause), Retryable = retryable, Match = Match.General });
    }

    public static TheoryData<Exception, Cause> TransportFailures { get; } = new()
    {
        { new TimeoutException(), Cause.Timeout },
        { new TaskCanceledException("x", new TimeoutException()), Cause.Timeout },
        { new TimeoutException("x", new TaskCanceledException("y", new IOException("z", new SocketException((int)SocketError.OperationAborted)))), Cause.Timeout },
        { new HttpRequestException(HttpRequestError.NameResolutionError), Cause.ConnectionFailed },
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), Cause.ConnectionFailed },
        { new HttpRequestException("x", new SocketException((int)SocketError.TimedOut)), Cause.ConnectionFailed },
        { new HttpRequestException("x", new IOException("y", new SocketException((int)SocketError.ConnectionReset))), Cause.Timeout },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), Cause.ConnectionFailed },
        { new FormatException("gibberish"), Cause.Unknown },
    };

    [Theory]
    [MemberData(nameof(TransportFailures))]
    public void A_transport_failure_is_read_from_its_exceptions(Exception exception, Cause cause)
    {
        _catalogue.Explain(new() { Source = "Other", Operation = "capture", Exception = exception }).Cause.Should().Be(cause);
    }

    [Fact]
    public void The_words_of_an_exception_are_not_the_providers()
    {
        var rules = ErrorRuleSet.Of("Vipps", new CustomErrorRule { Id = "vipps.cancelled", Words = [["canceled"]], Cause = Cause.InvalidState, WhoMustAct = WhoMustAct.Customer });
        var exception = new TaskCanceledException("The request was canceled due to the configured timeout.", new TimeoutException());

        var catalogue = new ErrorCatalogue([], [rules]);

        catalogue.Explain(new() { Source = "Vipps", Operation = "capture", Exception = exception }).Cause.Should().Be(Cause.Timeout);
        catalogue.Explain(new() { Source = "Vipps", Operation = "capture", Body = "it was canceled" }).Cause.Should().Be(Cause.InvalidState);
    }

    [Fact]
    public void A_problem_of_a_provider_without_an_adapter_is_read()
    {
        var explanation = _catalogue.Explain(Error(409, """{"title":"Conflict","detail":"Order 7 already exists","code":"E7","traceId":"t-1"}"""));

        explanation.Cause.Should().Be(Cause.DuplicateReference);
        explanation.Facts.Should().BeEquivalentTo(new ErrorFacts { Code = "E7", CorrelationId = "t-1", Messages = ["Conflict", "Order 7 already exists"] });
    }

    [Theory]
    [InlineData("curl failed: (28) Operation timed out after 10001 milliseconds", Cause.Timeout)]
    [InlineData("cURL error 6: Could not resolve host: api.example.test", Cause.ConnectionFailed)]
    [InlineData("Error: connect ECONNREFUSED 10.0.0.7:443", Cause.ConnectionFailed)]
    [InlineData("java.net.SocketTimeoutException: Read timed out", Cause.Timeout)]
    [InlineData("The order has already been captured in full", Cause.AlreadyProcessed)]
    [InlineData("The amount exceeds the remaining amount of the order", Cause.InsufficientAmount)]
    [InlineData("Not delivered to kari, as her mailbox is full", Cause.MailboxFull)]
    [InlineData("Invalid signature on the notification", Cause.SignatureInvalid)]
    [InlineData("The field 'phone' is required", Cause.MissingData)]
    [InlineData("There is no such order", Cause.NotFound)]
    public void Words_alone_have_a_general_reading(string words, Cause cause)
    {
        _catalogue.Explain(new() { Source = "Other", Operation = "other", Body = words }).Cause.Should().Be(cause);
    }

    [Fact]
    public void Every_message_of_a_list_is_read()
    {
        var explanation = _catalogue.Explain(Error(400, """{"errors":[{"message":"Please look at this"},{"message":"The order number is already in use"}]}"""));

        explanation.Cause.Should().Be(Cause.DuplicateReference);
        explanation.Facts.Messages.Should().Equal("Please look at this", "The order number is already in use");
    }

    [Fact]
    public void A_demand_for_payment_is_only_read_from_the_status_where_the_words_say_nothing()
    {
        _catalogue.Explain(Error(402, "The request is missing the field 'amount'")).Cause.Should().Be(Cause.MissingData);
        _catalogue.Explain(Error(402)).Cause.Should().Be(Cause.PermissionDenied);
    }

    [Fact]
    public void What_nothing_explains_is_for_the_developer_to_look_at()
    {
        _catalogue.Explain(new() { Source = "Other", Operation = "other", Body = "Hm." }).WhoMustAct.Should().Be(WhoMustAct.Developer);
    }

    [Fact]
    public void The_correlation_id_of_the_header_is_used_where_the_body_has_none()
    {
        _catalogue.Read(Error(500) with { CorrelationId = "h-1" }).CorrelationId.Should().Be("h-1");
        _catalogue.Read(Error(500, """{"traceId":"b-1"}""") with { CorrelationId = "h-1" }).CorrelationId.Should().Be("b-1");
    }

    [Fact]
    public void What_nothing_explains_is_said_to_be_unknown()
    {
        var explanation = _catalogue.Explain(new() { Source = "Other", Operation = "other", Body = "Hm." });

        explanation.Should().BeEquivalentTo(new { Cause = Cause.Unknown, Match = Match.None, Rule = (string?)null, Retryable = false });
        _catalogue.Describe("Other", explanation.Cause, null, explanation.Values, s_norwegian).Title.Should().Be("Ukjent årsak");
    }

    [Fact]
    public void Every_cause_has_a_text_of_its_own_in_every_complete_language()
    {
        foreach (var language in Languages.Complete)
        {
            var advice = Enum.GetValues<Cause>()
                .Select(cause => _catalogue.Describe("Klarna", cause, null, Explanation.EmptyValues, new CultureInfo(language))).ToList();

            advice.Should().OnlyHaveUniqueItems();
            advice.Should().OnlyContain(text => text.Title.Length > 0 && text.Text.Length > 40 && !text.Text.Contains('!') && !text.Text.Contains('{'));
        }
    }

    [Fact]
    public void A_language_that_is_not_there_yet_falls_back_to_English()
    {
        var english = _catalogue.Describe("Klarna", Cause.Timeout, null, Explanation.EmptyValues, CultureInfo.InvariantCulture);

        _catalogue.Describe("Klarna", Cause.Timeout, null, Explanation.EmptyValues, new CultureInfo("de-DE")).Should().Be(english);
        _catalogue.Describe("Klarna", Cause.Timeout, null, Explanation.EmptyValues, new CultureInfo("nn-NO")).Title.Should().Be("Ikke svar i tide");
    }

    [Fact]
    public void A_rule_that_is_known_no_more_is_described_by_its_cause()
    {
        _catalogue.Describe("Klarna", (Cause)999, "klarna.gone", Explanation.EmptyValues, s_norwegian).Title.Should().Be("Ukjent årsak");
    }

    [Fact]
    public void The_general_rules_are_sound()
    {
        ErrorRuleSet.General.Faults().Should().BeEmpty();
    }

    private static ProviderError Error(int status, string? body = null) => new() { Source = "Other", Operation = "other", Status = status, Body = body };
}
