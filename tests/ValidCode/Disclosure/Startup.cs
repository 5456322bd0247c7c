using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.EntityFrameworkCore;
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
