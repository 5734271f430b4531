using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SystemLog.Digests;

/// <summary>Markup. It can only be made from literal markup and values, and a value that is not markup itself is encoded.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty { get; } = new("");

    public static Html Of(Writer markup) => new(markup.Text.ToString());

    /// <summary>Takes markup of our own as it is; never text from outside.</summary>
    public static Html Literal([ConstantExpected] string markup) => new(markup);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <inheritdoc />
    public override string ToString() => _markup;

    /// <summary>Writes what an interpolated string consists of.</summary>
    [InterpolatedStringHandler]
    public readonly struct Writer(int literalLength, int formattedCount)
    {
        public StringBuilder Text { get; } = new(literalLength + (formattedCount * 32));

        public void AppendLiteral(string markup) => Text.Append(markup);

        public void AppendFormatted(Html markup) => Text.Append(markup);

        public void AppendFormatted(string text) => Text.Append(s_encoder.Encode(text));
    }
}
