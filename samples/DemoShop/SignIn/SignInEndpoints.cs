using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DemoShop.SignIn;

/// <summary>One click signs in, one click signs out.</summary>
internal static class SignInEndpoints
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(cookie =>
        {
            (cookie.LoginPath, cookie.AccessDeniedPath) = ("/sign-in", "/sign-in");
            cookie.Cookie.Name = "fjordstrikk";
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Person.Staff, policy => policy.RequireRole(Person.Merchant.Role, Person.Clerk.Role))
            .AddPolicy(Person.Customers, policy => policy.RequireRole(Person.Customer.Role));
        return services;
    }

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? returnUrl) => new RazorComponentResult<SignInPage>(new { ReturnUrl = returnUrl }));
        app.MapPost("/sign-in", SignInAsync);
        app.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, [FromForm] string person, [FromForm] string? returnUrl)
    {
        if (Person.All.FirstOrDefault(known => known.Id == person) is not { } found)
        {
            return TypedResults.BadRequest();
        }

        await http.SignInAsync(Scheme, found.ToPrincipal(Scheme));
        return TypedResults.LocalRedirect(returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] ? returnUrl : found.Home);
    }

    // The form is read so that its antiforgery token is asked for.
    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http, [FromForm] string? person)
    {
        await http.SignOutAsync(Scheme);
        return TypedResults.LocalRedirect("/sign-in");
    }
}
