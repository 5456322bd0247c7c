using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;

namespace ValidCode.HallucinatedApi;

/// <summary>
/// Keys that no file beside this code has, and a package that nobody here can look up: nothing is known, and nothing is
/// said.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private const string SectionName = "Smpt";

    public string? Host => configuration[$"{SectionName}:Host"];

    public string? Secret => configuration["Payments:Stripe:ApiKey"] ?? configuration.GetConnectionString("Shpo");

    public IConfigurationSection Section => configuration.GetSection(SectionName);

    public string Written => JsonConvert.SerializeObject(configuration.GetSection(nameof(SettingsReader)).Exists());
}
