using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests;

public sealed class HostileBodyTests
{
    private static readonly string[] s_seeds =
    [
        """{"error_code":"CAPTURE_NOT_ALLOWED","error_messages":["Captured amount is higher than the remaining"],"correlation_id":"2d1557e8"}""",
        """{"title":"Bad","status":400,"extraDetails":[{"name":"ErrorCode","reason":"6080"},{"name":"amount","reason":"x"}],"traceId":"00-81"}""",
        """[{"errorGroup":"Payment","errorMessage":"Can't cancel already captured order","errorCode":"51","contextId":"f70b"}]""",
        """{"status":422,"code":18000,"validationMessages":[{"field":"a.vatType.id","message":"<ul><li>Kontoen 3000 er låst til mva-kode 3: x</li></ul>"}]}""",
        """{"live":"true","notificationItems":[{"NotificationRequestItem":{"eventCode":"CAPTURE","reason":"Insufficient balance"}}]}""",
        """{"title":"Invalid Resource","detail":"Your merge fields were invalid.","errors":[{"field":"ADDRESS","message":"Please enter a value"}]}""",
        "[0] => Array\n(\n [email] => a@b.no\n [reject_reason] => unsigned\n)",
        "550-5.1.1 <a@b.example> no\r\n550 5.1.1 such user (in reply to RCPT TO command)",
        "Final-Recipient: rfc822; a@b.example\nStatus: 5.0.0\nDiagnostic-Code: smtp; host said: 452 4.2.2\n  over quota",
        "<html><head><title>502 Bad Gateway</title></head><body>&lt;x&gt;</body></html>",
    ];

    [Fact]
    public void A_hundred_thousand_mutated_bodies_cause_no_exception()
    {
        const string Garbage = "{}[]\",:'\\<>&=\0\u0001\uD800\uDC00\u200Fåé%#x0\n\t";
        var random = new Random(20261121);
        for (var round = 0; round < 100_000; round++)
        {
            var body = s_seeds[random.Next(s_seeds.Length)].ToCharArray().ToList();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                var at = random.Next(body.Count);
                switch (random.Next(4))
                {
                    case 0:
                        body[at] = Garbage[random.Next(Garbage.Length)];
                        break;
                    case 1:
                        body.Insert(at, Garbage[random.Next(Garbage.Length)]);
                        break;
                    case 2:
                        body.RemoveRange(at, Math.Min(random.Next(1, 20), body.Count - at - 1));
                        break;
                    default:
                        body.InsertRange(at, s_seeds[random.Next(s_seeds.Length)]);
                        break;
                }
            }

            var source = Sources.All[random.Next(Sources.All.Count)];

            var explanation = AdapterCatalogue.Explain(source, Operations.Capture, random.Next(2) == 0 ? null : random.Next(200, 600), new([.. body]));

            explanation.Facts.Should().NotBeNull();
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("{\"a\":")]
    [InlineData("[a] => ")]
    [InlineData("<li>")]
    [InlineData("<")]
    [InlineData("&amp;")]
    [InlineData("550-5.1.1 ")]
    [InlineData("a@b ")]
    [InlineData("Status: \n")]
    [InlineData(" said: ")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("{\"error_code\":\"X\",\"error_messages\":[\"y z\"]},")]
    public void A_megabyte_of_anything_is_read_in_bounded_memory(string part)
    {
        var body = string.Concat(Enumerable.Repeat(part, 1024 * 1024 / part.Length));
        AdapterCatalogue.Explain(Sources.Klarna, Operations.Capture, 500, body);
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var source in Sources.All)
        {
            AdapterCatalogue.Explain(source, Operations.Capture, 500, body).Cause.Should().NotBe(Cause.AuthorizationExpired);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Sources.All.Count * 2L * body.Length);
    }
}
