using Entry = SystemLog.Digests.DigestLetter.Entry;
using Link = SystemLog.Digests.DigestLetter.Link;
using Section = SystemLog.Digests.DigestLetter.Section;

namespace SystemLog.Digests;

/// <summary>Lays a letter out as HTML for mail programs: tables and styles in place, since some know nothing else; the style sheet only adds dark
/// colours and narrow screens where it is understood. Nothing is loaded from anywhere.</summary>
internal static class HtmlLayout
{
    private const string Font = "font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;";
    private const string Ink = "color:#1b2028;";
    private const string Soft = "color:#596271;";
    private const string Accent = "color:#3b5bdb;";
    private const string Broken = "overflow-wrap:anywhere;word-break:break-word;";
    private const string Small = "font-size:14px;line-height:20px;";

    // What a mail program without the style sheet shows must be complete, so the colours here repeat those in place, for dark.
    private const string StyleSheet =
        """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        body { margin: 0; padding: 0; }
        @media (max-width: 480px) {
          .pad { padding-left: 20px !important; padding-right: 20px !important; }
          .row td { display: block !important; width: auto !important; text-align: left !important; }
          .row td + td { padding-top: 4px !important; }
          .edge { padding: 0 !important; }
          .card { border-width: 0 !important; border-radius: 0 !important; }
        }
        @media (prefers-color-scheme: dark) {
          body, .page { background: #0f1217 !important; }
          .card { background: #171b22 !important; border-color: #2a303b !important; }
          .ink { color: #e8ebf0 !important; }
          .soft { color: #a2acba !important; }
          .link { color: #91a7ff !important; }
          .rule { border-color: #2a303b !important; }
          .button { background: #91a7ff !important; }
          .button a { color: #10131a !important; }
          .count { background: #3a1d1c !important; color: #ff9b91 !important; }
        }
        """;

    public static string Of(DigestLetter letter) => Html.Of(
        $"""
        <!doctype html>
        <html lang="{letter.Language}" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
        <title>{letter.Subject}</title>
        <style>
        {Sheet}
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background:#f7f8fa;">
        <div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;">{letter.Preview}</div>
        <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f7f8fa;"><tr>
        <td class="edge" align="center" style="padding:24px 12px;">
        <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;border:1px solid #e3e6eb;border-radius:8px;border-collapse:separate;text-align:left;">
        <tr><td class="pad" style="padding:28px 32px 24px;{Broken}">
        {Head(letter)}
        </td></tr>
        {Html.Join(letter.Sections.Select(SectionRow))}<tr><td class="pad rule" style="padding:20px 32px 24px;{Broken}border-top:1px solid #e3e6eb;">
        {Foot(letter)}
        </td></tr>
        </table>
        <!--[if mso]></td></tr></table><![endif]-->
        </td></tr></table>
        </body>
        </html>

        """).ToString();

    private static Html Sheet => Html.Literal(StyleSheet);

    private static Html Head(DigestLetter letter) => Html.Of(
        $"""
        <h1 class="ink" style="margin:0;{Font}{Ink}font-size:24px;line-height:32px;font-weight:650;">{letter.Title}</h1>
        <p class="soft" style="margin:4px 0 0;{Font}{Soft}{Small}">{letter.ShopAndTime}</p>
        {Lead(letter.Lead)}{Button(letter.Panel)}
        """);

    private static Html Lead(string? lead) => lead is null
        ? Html.Empty
        : Html.Of($"""<p class="ink" style="margin:16px 0 0;{Font}{Ink}font-size:16px;line-height:24px;">{lead}</p>""");

    private static Html Button(Link link) => link.Address is not { } address
        ? Html.Empty
        : Html.Of(
            $"""

            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 0;"><tr>
            <td class="button" style="background:#3b5bdb;border-radius:8px;"><a href="{address}" style="display:inline-block;padding:10px 18px;{Font}font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;">{link.Words}</a></td>
            </tr></table>
            """);

    private static Html SectionRow(Section section) => Html.Of(
        $"""
        <tr><td class="pad rule" style="padding:20px 32px;{Broken}border-top:1px solid #e3e6eb;">
        <h2 class="ink" style="margin:0;{Font}{Ink}font-size:16px;line-height:24px;font-weight:650;">{section.Heading}</h2>
        {Entries(section.Entries)}{Html.Join(section.Notes.Select(Note))}</td></tr>

        """);

    private static Html Entries(IReadOnlyList<Entry> entries) => entries.Count == 0
        ? Html.Empty
        : Html.Of(
            $"""
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
            {Html.Join(entries.Select(Row))}</table>

            """);

    private static Html Row(Entry entry) => Html.Of(
        $"""
        <tr class="row">{Count(entry.Count)}<td valign="top" style="padding:12px 0 0;">
        <p class="ink" style="margin:0;{Font}{Ink}font-size:16px;line-height:24px;font-weight:600;">{Linked(entry.Name)}</p>
        {Html.Join(entry.Details.Select(Detail))}</td></tr>

        """);

    private static Html Count(string? count) => count is null
        ? Html.Empty
        : Html.Of(
            $"""
            <td width="1" valign="top" align="right" style="padding:12px 12px 0 0;white-space:nowrap;"><span class="count" style="display:inline-block;padding:2px 10px;border-radius:12px;background:#fdeceb;color:#b42318;{Font}{Small}font-weight:600;">{count}</span></td>

            """);

    private static Html Detail(string detail) => Html.Of(
        $"""
        <p class="soft" style="margin:0;{Font}{Soft}{Small}">{detail}</p>

        """);

    private static Html Note(string note) => Html.Of(
        $"""
        <p class="ink" style="margin:8px 0 0;{Font}{Ink}font-size:16px;line-height:24px;">{note}</p>

        """);

    private static Html Foot(DigestLetter letter)
    {
        var change = letter.Change.Split("{0}");
        return Html.Of(
            $"""
            <p class="soft" style="margin:0;{Font}{Soft}{Small}">{letter.Why} {change[0]}{Linked(letter.Settings)}{change[^1]}</p>
            """);
    }

    private static Html Linked(Link link) => link.Address is { } address
        ? Html.Of($"""<a class="link" href="{address}" style="{Accent}text-decoration:underline;">{link.Words}</a>""")
        : Html.Of($"{link.Words}");
}
