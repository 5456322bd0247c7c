using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Disclosure;

public sealed class Startup(IWebHostEnvironment environment)
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);
        services.AddHttpLogging(options => options.LoggingFields =
            HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode);
        services.AddSignalR(options => options.EnableDetailedErrors = environment.IsDevelopment());
        services.AddDbContext<DbContext>(options =>
            options.EnableSensitiveDataLogging(environment.IsDevelopment()).EnableDetailedErrors());
    }

    public void Configure(IApplicationBuilder app)
    {
        if (environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
            return;
        }

        app.UseExceptionHandler("/error");
        app.UseHsts();
        app.UseHttpLogging();
    }
}

/// <summary>Keys that were copied from the manual are known to everybody: nobody may run with them.</summary>
public static class SigningKeys
{
    private static readonly string[] InsecureSecrets = ["manual-signing-key-2024", "sample-jwt-secret-1"];

    private static readonly string[] SecretSettings = ["Jwt:SigningKey2", "OAUTH2_CLIENT_SECRET"];

    public static void Check(IConfiguration settings)
    {
        foreach (var name in SecretSettings)
            if (settings[name] is not { Length: >= 32 } key || InsecureSecrets.Contains(key))
                throw new InvalidOperationException($"'{name}' is missing, too short or known to everybody.");
    }
}
