using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>A root of our own, and certificates of servers from it.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset s_now = TimeProvider.System.GetUtcNow();

    public static X509Certificate2 Root { get; } = NewRoot();

    public static X509Certificate2 Loopback { get; } = NewServer("localhost", IPAddress.Loopback);

    public static string LoopbackKey => Loopback.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();

    public static X509Certificate2 OfSomebodyElse { get; } = NewServer("mail.other.example");

    public static X509Certificate2 Expired { get; } = NewServer("localhost", IPAddress.Loopback, until: s_now.AddDays(-1));

    private static X509Certificate2 NewRoot()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=SystemLog test root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(s_now.AddDays(-10), s_now.AddDays(10));
    }

    private static X509Certificate2 NewServer(string name, IPAddress? address = null, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (address is not null)
        {
            names.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(Root, s_now.AddDays(-9), until ?? s_now.AddDays(9), RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
