using System.Globalization;

namespace SystemLog.Smtp.Sending;

/// <summary>What a server offers beyond plain SMTP, from its answer to EHLO.</summary>
internal sealed class ServerExtensions
{
    private readonly Dictionary<string, string> _offered = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _logins = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets what a server offers that knows only HELO.</summary>
    public static ServerExtensions None { get; } = new();

    /// <summary>Gets the most bytes a mail may have; null where nothing is said.</summary>
    public long? SizeLimit => _offered.TryGetValue("SIZE", out var size) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
        ? limit
        : null;

    /// <summary>Reads the lines after the first one.</summary>
    public static ServerExtensions Read(IEnumerable<string> lines)
    {
        var extensions = new ServerExtensions();
        foreach (var line in lines.Skip(1))
        {
            // Old servers write "AUTH=LOGIN", beside or instead of "AUTH LOGIN".
            var words = line.Split([' ', '='], 2, StringSplitOptions.TrimEntries);
            var parameters = words.Length > 1 ? words[1] : "";
            extensions._offered[words[0]] = parameters;
            if (words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase))
            {
                extensions._logins.UnionWith(parameters.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return extensions;
    }

    public bool Offers(string extension) => _offered.ContainsKey(extension);

    public bool OffersLogin(string mechanism) => _logins.Contains(mechanism);
}
