using System.Net;
using System.Text;
using SystemLog.Testing;

namespace SystemLog.Tests.Testing;

public sealed class RecordingProviderTests
{
    private static readonly Uri s_address = new("https://provider.example/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_in_turn_and_the_last_answer_for_ever()
    {
        using var provider = new RecordingProvider().Answer(HttpStatusCode.Forbidden, "no").Answer(HttpStatusCode.OK, "yes");
        using var client = new HttpClient(provider) { BaseAddress = s_address };

        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.GetAsync(new Uri("orders/1", UriKind.Relative), Cancellation);
            answers.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
        }

        answers.Should().Equal("403 no", "200 yes", "200 yes");
    }

    [Fact]
    public async Task It_keeps_what_was_asked()
    {
        using var provider = new RecordingProvider();
        using var client = new HttpClient(provider) { BaseAddress = s_address };
        using var content = new StringContent("""{"amount":1}""", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("orders/1/captures?x=y", UriKind.Relative), content, Cancellation);

        provider.Requests.Should().Equal("""POST /orders/1/captures?x=y {"amount":1}""");
    }

    [Fact]
    public async Task It_is_down_or_silent_as_a_provider_is()
    {
        using var provider = new RecordingProvider().Refuse().NeverAnswer();
        using var client = new HttpClient(provider) { BaseAddress = s_address, Timeout = TimeSpan.FromMilliseconds(50) };
        var ask = () => client.GetAsync(s_address, Cancellation);

        await ask.Should().ThrowAsync<HttpRequestException>();
        (await ask.Should().ThrowAsync<TaskCanceledException>()).WithInnerException<TimeoutException>();
    }
}
