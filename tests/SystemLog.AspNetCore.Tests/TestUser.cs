using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Access;

namespace SystemLog.AspNetCore.Tests;

/// <summary>Signs in whoever the header names: "kari;shop=main;right=view".</summary>
internal sealed class TestUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Test-User";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 } user, ..])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(IdentityOf(user)), Scheme.Name)));
    }

    public static ClaimsIdentity IdentityOf(string user)
    {
        var parts = user.Split(';');
        var claims = parts.Skip(1).Select(part => part.Split('=')).Select(pair => new Claim(pair[0] == "shop" ? SystemLogClaims.Shop : SystemLogClaims.Right, pair[1]));
        return new(
            [new(ClaimTypes.NameIdentifier, parts[0]), new(ClaimTypes.Name, char.ToUpperInvariant(parts[0][0]) + parts[0][1..]), .. claims], "Test");
    }
}
