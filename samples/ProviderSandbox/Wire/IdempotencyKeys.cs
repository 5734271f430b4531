using System.Diagnostics.CodeAnalysis;

namespace ProviderSandbox.Wire;

/// <summary>The first answer to each idempotency key, for as long as the provider keeps it.</summary>
internal sealed class IdempotencyKeys(TimeSpan kept)
{
    private readonly Dictionary<string, (DateTimeOffset At, string Request, Answer Answer)> _answers = [];

    /// <summary>Finds the first answer, and the request it belongs to: the operation's name, a line break, the path, a line break, the body.</summary>
    public bool TryFind(string key, DateTimeOffset now, out string request, [NotNullWhen(true)] out Answer? answer)
    {
        if (_answers.TryGetValue(key, out var first) && now - first.At < kept)
        {
            (request, answer) = (first.Request, first.Answer);
            return true;
        }

        (request, answer) = (string.Empty, null);
        return false;
    }

    public void Keep(string key, DateTimeOffset now, Call call, Answer answer) => _answers[key] = (now, RequestOf(call), answer);

    public static string RequestOf(Call call) => $"{call.Operation.Name}\n{call.Path}\n{call.Body}";
}
