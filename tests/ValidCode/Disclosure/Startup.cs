using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ValidCode.Disclosure;

public sealed class Startup(IWebHostEnvironment environment)
{
    public void ConfigureServices(IServiceCollection services)
    {
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
    }
}
