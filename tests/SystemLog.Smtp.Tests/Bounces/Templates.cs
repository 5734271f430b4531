namespace SystemLog.Smtp.Tests.Bounces;

/// <summary>Mails of our own that come back, one of each form.</summary>
internal static class Templates
{
    public const string Failed = """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
        To: shop@example.net
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1/mx.example.net"

        --b1/mx.example.net
        Content-Type: text/plain; charset=us-ascii

        <kari@example.com>: host mx.example.com[192.0.2.7] said: 550 5.1.1 no such user

        --b1/mx.example.net
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; kari@example.com
        Original-Recipient: rfc822;post@example.com
        Action: failed
        Status: 5.1.1 (bad mailbox)
        Remote-MTA: dns; mx.example.com
        Diagnostic-Code: smtp; 550 5.1.1
            no such user

        Final-Recipient: rfc822; <ole@example.com>
        Action: Delayed
        Status: 4.4.1

        --b1/mx.example.net
        Content-Type: message/rfc822

        Message-ID: <order-1@shop.example.net>
        From: shop@example.net
        To: kari@example.com
        Subject: Your order

        Thank you.
        --b1/mx.example.net--
        """;

    public const string Encoded = """
        From: =?iso-2022-jp?B?GyRCJWEhPCVrGyhC?= <postmaster@example.jp>
        To: shop@example.net
        Subject: =?utf-8?Q?Kunne_ikke_leveres:_=C3=A6=C3=B8=C3=A5?=
        Content-Type: multipart/report; report-type=delivery-status; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Meldingen til kari=40example.no kunne ikke leveres.
        --inner--
        --outer
        Content-Type: message/delivery-status
        Content-Transfer-Encoding: base64

        UmVwb3J0aW5nLU1UQTogZG5zOyBteC5leGFtcGxlLm5vCgpGaW5hbC1SZWNpcGllbnQ6IHJmYzgy
        MjsgYsO4QGV4YW1wbGUubm8KQWN0aW9uOiBmYWlsZWQKU3RhdHVzOiA1LjIuMgo=
        --outer--
        """;

    public const string Complaint = """
        From: feedback@example.com
        To: abuse@example.net
        Subject: FW: Your order
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: text/plain

        This is an abuse report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Example/1.0
        Version: 1
        --b
        Content-Type: message/rfc822

        Message-ID: <order-1@shop.example.net>
        To: kari@example.com

        --b--
        """;

    public const string Receipt = """
        From: Kari <kari@example.com>
        To: shop@example.net
        Subject: Read: Your order
        Content-Type: multipart/report; report-type=disposition-notification; boundary=b

        --b
        Content-Type: text/plain

        Your mail was read.
        --b
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822; kari@example.com
        Original-Message-ID: <order-1@shop.example.net>
        Disposition: manual-action/MDN-sent-manually; displayed
        --b--
        """;

    public const string Notification = """
        From: AWS Notifications <no-reply@sns.example.com>
        To: shop@example.net
        Subject: AWS Notification Message

        {"notificationType":"Bounce","bounce":{"bounceType":"Transient","bouncedRecipients":[{"emailAddress":"kari@example.com",
        "action":"failed","status":"4.4.7","diagnosticCode":"smtp; 554 4.4.7 message expired"}]}}
        """;

    public const string Transcript = """
        From MAILER-DAEMON Mon Nov  2 10:00:00 2026
        From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.net>
        To: shop@example.net
        Subject: Returned mail: User unknown

           ----- Transcript of session follows -----
        >>> RCPT To:<kari@example.com>
        <<< 550 no such mailbox here
        550 <kari@example.com>... User unknown

           ----- Unsent message follows -----
        Received: by mx.example.net
        Message-ID: <order-1@shop.example.net>
        To: kari@example.com
        """;

    public static IReadOnlyList<string> All { get; } = [Failed, Encoded, Complaint, Receipt, Notification, Transcript];
}
