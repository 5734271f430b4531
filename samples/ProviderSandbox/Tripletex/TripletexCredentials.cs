namespace ProviderSandbox.Tripletex;

/// <summary>The tokens from which a session is made.</summary>
public static class TripletexCredentials
{
    public const string ConsumerToken = "sandbox-tripletex-consumer";
    public const string EmployeeToken = "sandbox-tripletex-employee";
}
