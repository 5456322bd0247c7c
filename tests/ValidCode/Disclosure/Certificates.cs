using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Disclosure;

public sealed class PinnedGateway(IHostEnvironment environment)
{
    private const string Thumbprint = "4F0A5C3AD2BF4D1F8E2C";

    public HttpClientHandler Pinned() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None || certificate?.Thumbprint == Thumbprint,
    };

    public HttpClientHandler ForDevelopers()
    {
        var handler = new HttpClientHandler();
        if (environment.IsDevelopment())
            handler.ServerCertificateCustomValidationCallback =
                HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return handler;
    }

    /// <summary>Off unless somebody asks for it by its name.</summary>
    public bool IgnoreCertificates { get; set; }

    public HttpClientHandler OnRequest()
    {
        var handler = new HttpClientHandler();
        if (IgnoreCertificates) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        return handler;
    }

    public SslStream Open(Stream stream) => new(stream, leaveInnerStreamOpen: false, IsTrusted);

    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return false;
        return errors == SslPolicyErrors.None;
    }
}
