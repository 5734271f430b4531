using System.Text;
using SystemLog.Catalogue;
using SystemLog.Smtp.Bounces;

namespace SystemLog.Smtp.Tests.Bounces;

public sealed class BounceReaderTests
{
    [Fact]
    public void A_report_tells_of_each_recipient()
    {
        var report = Read(Templates.Failed);

        report.Kind.Should().Be(BounceKind.Hard);
        report.ReportingServer.Should().Be("mx.example.net");
        report.OriginalMessageId.Should().Be("order-1@shop.example.net");
        report.Recipients.Should().Equal(
            new BouncedRecipient
            {
                Address = "kari@example.com",
                OriginalAddress = "post@example.com",
                Status = "5.1.1",
                Action = "failed",
                Kind = BounceKind.Hard,
                Diagnostic = "550 5.1.1 no such user",
                ReplyCode = 550,
                RemoteServer = "mx.example.com",
            },
            new BouncedRecipient { Address = "ole@example.com", Status = "4.4.1", Action = "delayed", Kind = BounceKind.Delay });
    }

    [Fact]
    public void A_failure_is_an_error_for_the_catalogue_and_a_success_is_none()
    {
        var failed = Read(Templates.Failed).Recipients[0];
        var delivered = Read(Templates.Failed.Replace("Action: failed", "Action: relayed", StringComparison.Ordinal)).Recipients[0];

        failed.Error.Should().BeEquivalentTo(new ProviderError
        {
            Source = Sources.Smtp,
            Operation = Operations.SendMail,
            Status = 550,
            ContentType = "text/plain",
            Body = "550 5.1.1 no such user",
        });
        delivered.Should().Match<BouncedRecipient>(recipient => recipient.Kind == BounceKind.Success && recipient.Error == null);
    }

    [Fact]
    public void Encodings_and_nesting_make_no_difference()
    {
        var report = Read(Templates.Encoded);

        report.Recipients.Should().ContainSingle().Which.Should().Match<BouncedRecipient>(
            recipient => recipient.Address == "bø@example.no" && recipient.Status == "5.2.2" && recipient.Kind == BounceKind.Soft);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Lines_may_end_in_any_way(string end)
    {
        var report = Read(Templates.Failed.ReplaceLineEndings(end));

        report.Recipients.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("boundary=\"b1/mx.example.net\"", "boundary=\"another\"")]
    [InlineData("boundary=\"b1/mx.example.net\"", "boundary=\"b1/mx.example.net")]
    [InlineData("; boundary=\"b1/mx.example.net\"", "")]
    [InlineData("--b1/mx.example.net--", "")]
    [InlineData("Content-Type: message/delivery-status", "Content-Type: text/plain; name=status.txt")]
    [InlineData("Content-Type: multipart/report", "Content-Type: multipart/mx6d")]
    public void Broken_MIME_is_read_as_far_as_it_goes(string right, string wrong)
    {
        var report = Read(Templates.Failed.Replace(right, wrong, StringComparison.Ordinal));

        report.Recipients.Select(recipient => recipient.Address).Should().Equal("kari@example.com", "ole@example.com");
    }

    [Theory]
    [InlineData("Status: 5.1.1 (bad mailbox)", "Status: 5.2.2", BounceKind.Soft)]
    [InlineData("Status: 5.1.1 (bad mailbox)", "Status: 4.4.7", BounceKind.Soft)]
    [InlineData("550 5.1.1\n    no such user", "552 over quota", BounceKind.Soft)]
    [InlineData("550 5.1.1\n    no such user", "550 too many messages, try again later", BounceKind.Soft)]
    [InlineData("550 5.1.1\n    no such user", "554 5.7.1 blocked", BounceKind.Hard)]
    [InlineData("Action: failed", "Action: delayed", BounceKind.Delay)]
    [InlineData("Action: failed", "Action: expanded", BounceKind.Success)]
    [InlineData("Action: failed", "Action: expired", BounceKind.Soft)]
    public void What_passes_by_itself_is_soft_whatever_the_code_says(string text, string other, BounceKind expected)
    {
        var report = Read(Templates.Failed.Replace(text, other, StringComparison.Ordinal));

        report.Kind.Should().Be(expected);
    }

    [Fact]
    public void A_complaint_tells_who_complains_and_is_no_error()
    {
        var report = Read(Templates.Complaint);

        report.Recipients.Should().Equal(new BouncedRecipient { Address = "kari@example.com", Kind = BounceKind.Complaint });
        report.Recipients[0].Error.Should().BeNull();
        report.OriginalMessageId.Should().Be("order-1@shop.example.net");
    }

    [Theory]
    [InlineData("displayed", BounceKind.NotABounce)]
    [InlineData("deleted", BounceKind.NotABounce)]
    [InlineData("failed", BounceKind.Hard)]
    public void A_receipt_of_reading_is_no_bounce_unless_it_tells_of_a_failure(string disposition, BounceKind expected)
    {
        var report = Read(Templates.Receipt.Replace("displayed", disposition, StringComparison.Ordinal));

        report.Kind.Should().Be(expected);
    }

    [Fact]
    public void A_notification_of_Amazon_is_read_from_its_JSON()
    {
        var report = Read(Templates.Notification);

        report.Recipients.Should().ContainSingle().Which.Should().Match<BouncedRecipient>(
            recipient => recipient.Address == "kari@example.com" && recipient.Status == "4.4.7" && recipient.Kind == BounceKind.Soft);
    }

    [Fact]
    public void Without_a_code_the_words_give_the_status()
    {
        var recipient = Read(Templates.Transcript).Recipients.Should().ContainSingle().Subject;

        recipient.Should().Match<BouncedRecipient>(
            found => found.Address == "kari@example.com" && found.Status == "5.1.1" && found.ReplyCode == 550);
    }

    private static BounceReport Read(string mail) => BounceReader.Read(Encoding.UTF8.GetBytes(mail));
}
