using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace ValidCode.Disclosure;

/// <summary>Keys in a folder that all instances share, sealed by a certificate that only they have.</summary>
public static class KeyRing
{
    public static IServiceCollection AddSharedKeys(
        this IServiceCollection services, DirectoryInfo folder, X509Certificate2 certificate)
    {
        var ring = services.AddDataProtection().SetApplicationName("valid");
        ring.PersistKeysToFileSystem(folder);
        ring.ProtectKeysWithCertificate(certificate);
        return services;
    }
}
