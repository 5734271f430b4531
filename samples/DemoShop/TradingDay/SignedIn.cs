using DemoShop.SignIn;

namespace DemoShop.TradingDay;

/// <summary>Lets the script do what a person does who is signed in, so that their rights are asked for as in a request.</summary>
internal sealed class SignedIn(IHttpContextAccessor accessor, IServiceProvider services)
{
    public IDisposable As(Person person)
    {
        accessor.HttpContext = new DefaultHttpContext { RequestServices = services, User = person.ToPrincipal("Script") };
        return new SignOut(accessor);
    }

    private sealed class SignOut(IHttpContextAccessor accessor) : IDisposable
    {
        public void Dispose() => accessor.HttpContext = null;
    }
}
