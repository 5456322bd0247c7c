using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Disclosure;

public sealed class MailSettings
{
    public string Host { get; set; } = "localhost";

    public string SecretName { get; set; } = "mail-password";

    public string Password { get; set; } = "";
}

public sealed class SettingsReader(IConfiguration configuration, IHostEnvironment environment)
{
    public string SigningKey =>
        configuration["Jwt:Key"] ?? throw new InvalidOperationException("'Jwt:Key' is not configured.");

    public string Issuer => configuration["Jwt:Issuer"] ?? "shop";

    public string CachePrefix => configuration["Cache:Key"] ?? "products";

    public string ApiKey()
    {
        var key = configuration["Shipping:ApiKey"] ?? "local-emulator-key";
        if (environment.IsProduction() && key == "local-emulator-key")
            throw new InvalidOperationException("'Shipping:ApiKey' is not configured.");
        return key;
    }
}
