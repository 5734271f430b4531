using DemoShop.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DemoShop.Profile;

/// <summary>The customer's own page.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder app) =>
        app.MapGet("/min-profil", () => new RazorComponentResult<ProfilePage>()).RequireAuthorization(Person.Customers);
}
