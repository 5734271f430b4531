using SystemLog.Redaction;

namespace SystemLog.Tests.Redaction;

public sealed class RedactorTests
{
    private const string Secret = "S3cr3tV4lu3xYz90";

    public static TheoryData<string> PlacesOfSecrets { get; } =
    [
        """{"password":"§"}""",
        """{ "clientSecret" : "§", "code": "18000" }""",
        "{\"password\":\n  \"§\"}",
        """{"credentials":["§","§"]}""",
        """{"access_token":§,"x":1}""",
        """{"body":"{\"api_key\":\"§\",\"code\":\"X\"}"}""",
        """{"a":"{\"b\":\"{\\\"token\\\":\\\"§\\\"}\"}"}""",
        """{'password': '§'}""",
        """{"name":"Authorization","value":"Bearer §"}""",
        """{"key":"§","message":{}}""",
        """{"password":"ab\"§"}""",
        """{"password":"§""",
        "[password] => §",
        "<password>§</password>",
        "<ns:apiKey id=\"1\">§</ns:apiKey>",
        "<secret><![CDATA[§]]></secret>",
        "<user password=\"§\" />",
        "<add key=\"Password\" value=\"§\" />",
        "grant_type=client_credentials&client_secret=§&scope=x",
        "https://tripletex.no/v2/token/session/:create?consumerToken=§&employeeToken=§&expirationDate=2026-01-01",
        "https://api.example/x?key=§&order=1",
        "https://merchant:§@api.example/orders",
        "https://§@api.example/orders",
        "Authorization: Basic §",
        "authorization: Bearer §",
        "Proxy-Authorization: Digest username=\"x\", response=\"§\"",
        "Authorization: §",
        "Cookie: a=§; session=§",
        "Set-Cookie: sid=§; Path=/",
        "X-Api-Key: §",
        "Ocp-Apim-Subscription-Key: §",
        "curl -H \"Authorization: Bearer §\" https://api.example",
        "Server=db;User Id=sa;Password=§;Database=shop",
        "Server=db;Password=two words §;Database=shop",
        "Server=db;Pwd = §",
        "password: §",
        "passord: §, bruker: kari",
        "Your api key: §",
        "The call with bearer § failed",
        "-----BEGIN RSA PRIVATE KEY-----\n§\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n§",
        "klarna_live_api_§ was refused",
        "sent eyJhbGciOiJIUzI1NiJ9.§.abc to the provider",
    ];

    [Theory]
    [MemberData(nameof(PlacesOfSecrets))]
    public void A_secret_never_survives_wherever_it_stands(string place)
    {
        var redacted = Redactor.Redact("before " + place.Replace("§", Secret, StringComparison.Ordinal) + "\nafter");

        redacted.Should().NotContain(Secret);
        redacted.Should().Contain("before");
    }

    [Theory]
    [InlineData("\"cvc\":\"737\"")]
    [InlineData("\"cvv\": 737")]
    [InlineData("cvc=737&amount=100")]
    [InlineData("<securityCode>737</securityCode>")]
    [InlineData("security code: 737")]
    [InlineData("\"pin\":\"737\"")]
    [InlineData("cardPin=737")]
    public void Security_codes_are_taken_out(string text)
    {
        Redactor.Redact(text).Should().NotContain("737");
    }

    [Theory]
    [InlineData("4111111111111111", "411111******1111")]
    [InlineData("4111 1111 1111 1111", "4111 11** **** 1111")]
    [InlineData("card 4111-1111-1111-1111 12/27", "card 4111-11**-****-1111 12/27")]
    [InlineData("{\"number\":\"378282246310005\"}", "{\"number\":\"378282*****0005\"}")]
    [InlineData("no 12 4111 1111 1111 1111", "no 12 4111 11** **** 1111")]
    [InlineData("number=5555555555554444&x=1", "number=555555******4444&x=1")]
    [InlineData("6304000000000000000", "630400*********0000")]
    public void Card_numbers_keep_their_first_six_and_last_four_digits(string text, string redacted)
    {
        Redactor.Redact(text).Should().Be(redacted);
    }

    [Theory]
    [InlineData("""{"error_code":"CAPTURE_NOT_ALLOWED","error_messages":["Captured amount is higher"],"correlation_id":"2d1557e8-17c3-466c-924a-bbc3e91c2a02"}""")]
    [InlineData("""{"status":422,"code":18000,"validationMessages":[{"field":"postings.vatType.id","message":"Kontoen 3000 er låst til mva-kode 3"}],"requestId":"998c4069-fe35-4b4d-afc1-a5e32b624be1"}""")]
    [InlineData("""{"traceId":"00-813b63975adcaaeef2b0ec7c103c40e3-706492e906541d31-01","extraDetails":[{"name":"ErrorCode","reason":"6080"}]}""")]
    [InlineData("""{"additionalData":{"cvcResult":"0 Unknown"},"token_type":"Bearer","amount":{"value":124900}}""")]
    [InlineData("Order 1754 2026-11-21 10:25:40 amount 1 249,00 NOK, psp 8814836072314693X")]
    [InlineData("at 1763755200000 the password: is required")]
    [InlineData("Basic authentication failed; the remaining authorization: 500 NOK; shipping: free")]
    [InlineData("4111111111111112")]
    [InlineData("TOKEN_NOT_FOUND: Customer token not found")]
    [InlineData("")]
    public void What_support_needs_stays_and_costs_no_allocation(string text)
    {
        Redactor.Redact(text).Should().BeSameAs(text);
    }

    [Fact]
    public void What_stands_around_a_secret_stays()
    {
        Redactor.Redact("""{"user":"kari","password":"x\"y","code":"E1"}""").Should().Be("""{"user":"kari","password":"***","code":"E1"}""");
        Redactor.Redact("a=1&token=abc&b=2").Should().Be("a=1&token=***&b=2");
        Redactor.Redact("""{"b":"{\"token\":\"abc\",\"c\":\"E\"}"}""").Should().Be("""{"b":"{\"token\":\"***\",\"c\":\"E\"}"}""");
    }

    [Fact]
    public void Planted_secrets_survive_in_no_mixture_of_places()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 5_000; round++)
        {
            var secret = "Zq" + random.NextInt64(1_000_000_000, long.MaxValue).ToString("x") + "7W";
            var noise = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => "ab \n{}[],;1"[random.Next(11)])]);
            var place = PlacesOfSecrets.ElementAt(random.Next(PlacesOfSecrets.Count)).Data;

            var redacted = Redactor.Redact(noise + "\n" + place.Replace("§", secret, StringComparison.Ordinal) + "\n" + noise);

            redacted.Should().NotContain(secret, "it stood in {0}", place);
        }
    }

    [Fact]
    public void Planted_card_numbers_never_survive()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 5_000; round++)
        {
            var digits = CardNumber(random, random.Next(13, 20));
            var card = random.Next(3) switch
            {
                0 => digits,
                1 => string.Join(' ', digits.Chunk(4).Select(chunk => new string(chunk))),
                _ => string.Join('-', digits.Chunk(4).Select(chunk => new string(chunk))),
            };

            Redactor.Redact($"{{\"n\":\"{card}\"}}").Should().NotContain(card);
        }
    }

    [Theory]
    [InlineData("{\"password\":\"x\",")]
    [InlineData("name:[")]
    [InlineData("key:[")]
    [InlineData("<password ")]
    [InlineData("<password>")]
    [InlineData("eyJ")]
    [InlineData("Bearer ")]
    [InlineData("-----BEGIN ")]
    [InlineData("4111 ")]
    [InlineData("41111111111111111111")]
    [InlineData("://a@")]
    [InlineData("\\\"token\\\":\\\"")]
    [InlineData("key:'")]
    [InlineData("authorization:")]
    [InlineData("cookie: [")]
    [InlineData("{}: =<\\\"'")]
    public void A_megabyte_of_anything_comes_back_bounded(string part)
    {
        var text = Repeat(part, 1024 * 1024);

        Redactor.Redact(text).Length.Should().BeLessThan(3 * text.Length, "a secret of one letter becomes a mark of a few");
    }

    [Fact]
    public void Redacting_twice_changes_nothing_more()
    {
        foreach (var row in PlacesOfSecrets)
        {
            var once = Redactor.Redact(row.Data.Replace("§", Secret, StringComparison.Ordinal));

            Redactor.Redact(once).Length.Should().BeLessThanOrEqualTo(once.Length + 3);
        }
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static string CardNumber(Random random, int length)
    {
        var digits = new[] { 4 }.Concat(Enumerable.Range(0, length - 2).Select(_ => random.Next(10))).ToArray();
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 1 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return string.Concat(digits) + ((10 - (sum % 10)) % 10);
    }
}
