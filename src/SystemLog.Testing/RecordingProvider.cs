using System.Net;
using System.Net.Http;
using System.Text;

namespace SystemLog.Testing;

/// <summary>
/// Stands in for a provider behind an <see cref="HttpClient"/>: keeps what was asked and answers as a test wants. Hand it to a client with
/// <c>ConfigurePrimaryHttpMessageHandler(() => provider)</c>.
/// </summary>
/// <remarks>Answers are given in the order they were added; the last one is given for ever. Without any, the answer is 200 and empty.</remarks>
public sealed class RecordingProvider : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<HttpRequestMessage, Task<HttpResponseMessage>>> _answers = new();
    private readonly List<string> _requests = [];

    /// <summary>Gets what was asked, one line each: method, path with query, and the body where there was one.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Answers the next request.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The content type of the body. The default is JSON.</param>
    public RecordingProvider Answer(HttpStatusCode status, string body = "", string contentType = "application/json") =>
        Then(request => Task.FromResult(new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, contentType),
        }));

    /// <summary>Refuses the next connection, as a provider that is down does.</summary>
    public RecordingProvider Refuse() =>
        Then(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

    /// <summary>Never answers the next request: the client's time-out ends it.</summary>
    public RecordingProvider NeverAnswer() => Then(_ => new TaskCompletionSource<HttpResponseMessage>().Task);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
        return await Next($"{request.Method} {request.RequestUri?.PathAndQuery}{body}")(request).WaitAsync(cancellationToken);
    }

    private RecordingProvider Then(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }

    private Func<HttpRequestMessage, Task<HttpResponseMessage>> Next(string line)
    {
        lock (_gate)
        {
            _requests.Add(line);
            if (_answers.Count > 1)
            {
                return _answers.Dequeue();
            }

            return _answers.TryPeek(out var last)
                ? last
                : request => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request });
        }
    }
}
