using System.Globalization;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>The envelopes of single values and lists.</summary>
internal static class TripletexAnswers
{
    private const int DefaultCount = 1000;

    public static Answer Value(int status, object value) => Answer.Json(status, new { value });

    public static Answer List(Call call, IEnumerable<object> all)
    {
        var values = all.ToList();
        var from = Number(call.Query("from"), 0);
        var page = values.Skip(from).Take(Number(call.Query("count"), DefaultCount)).ToList();
        return Answer.Json(200, new { fullResultSize = values.Count, from, count = page.Count, versionDigest = (string?)null, values = page });
    }

    public static long? Id(Call call) => long.TryParse(call.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
