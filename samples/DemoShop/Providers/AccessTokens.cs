using System.Collections.Concurrent;

namespace DemoShop.Providers;

/// <summary>Tokens from the providers, kept until shortly before they run out.</summary>
internal sealed class AccessTokens(TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _tokens = new();

    public async Task<string> GetAsync(string provider, Func<Task<(string Token, DateTimeOffset Until)>> fetch)
    {
        if (!_tokens.TryGetValue(provider, out var kept) || time.GetUtcNow() >= kept.Until - Margin)
        {
            _tokens[provider] = kept = await fetch();
        }

        return kept.Token;
    }
}
