using System.Text;
using SystemLog.Smtp.Bounces;
using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Tests.Bounces;

public sealed class EncodingTests
{
    public static TheoryData<string, string> Words { get; } = new()
    {
        { "utf-8", "ukjent mottaker: blåbærsyltetøy" },
        { "iso-8859-1", "okänd mottagare" },
        { "windows-1252", "boîte pleine – €" },
        { "iso-2022-jp", "宛先が存在しません" },
        { "shift_jis", "メールボックスが一杯" },
        { "euc-jp", "送信できませんでした" },
        { "gb2312", "用户不存在" },
        { "koi8-r", "не существует" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_are_read_in_the_charset_they_name(string charset, string words)
    {
        var bytes = Bytes(charset, words);
        var header = $"=?{charset}?B?{Convert.ToBase64String(bytes)}?=";
        byte[] mail =
        [
            .. Encoding.ASCII.GetBytes($"From: postmaster@example.com\r\nSubject: Undelivered mail\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"),
            .. "<kari@example.com>: "u8, .. bytes, .. "\r\n"u8,
        ];

        EncodedWords.Decode(header).Should().Be(words);
        BounceReader.Read(mail).Recipients[0].Diagnostic.Should().Be(words);
    }

    [Theory]
    [InlineData("=?utf-8?Q?p=C3=A5_vei?=", "på vei")]
    [InlineData("=?utf-8?Q?p=C3=A5?= =?utf-8?Q?_vei?=", "på vei")]
    [InlineData("Re: =?utf-8*nb?q?p=C3=A5?= vei", "Re: på vei")]
    [InlineData("=?nonsense?Q?plain?=", "plain")]
    [InlineData("=?utf-8?Q?open", "=?utf-8?Q?open")]
    [InlineData("=?utf-8?X?kind?=", "kind")]
    [InlineData("=??=", "=??=")]
    public void Encoded_words_are_read_and_broken_ones_left(string header, string expected)
    {
        EncodedWords.Decode(header).Should().Be(expected);
    }

    [Theory]
    [InlineData("p=C3=A5=\r\n vei", "på vei")]
    [InlineData("50 = 50", "50 = 50")]
    [InlineData("end=", "end=")]
    public void Quoted_printable_is_read_as_far_as_it_makes_sense(string text, string expected)
    {
        Encoding.UTF8.GetString(TransferEncodings.QuotedPrintable(Encoding.ASCII.GetBytes(text), isHeader: false)).Should().Be(expected);
    }

    [Theory]
    [InlineData("a2FyaQ==", "kari")]
    [InlineData("a2Fy\r\n aQ", "kari")]
    [InlineData("!a2FyaQ", "kari")]
    public void Base64_is_read_past_what_is_not_of_it(string text, string expected)
    {
        Encoding.UTF8.GetString(TransferEncodings.Base64(Encoding.ASCII.GetBytes(text))).Should().Be(expected);
    }

    private static byte[] Bytes(string charset, string words) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetBytes(words);
}
