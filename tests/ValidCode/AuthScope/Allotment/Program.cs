using Allotment;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("committee", policy => policy.RequireRole("Committee"))
    .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireClaim("member")
        .Build());
builder.Services.AddControllersWithViews();
builder.Services.AddDbContext<Gardens>();
builder.Services.AddScoped<IPlots, Plots>();
builder.Services.AddScoped<IPlotAccess, PlotAccess>();

var app = builder.Build();

app.UseAuthentication();
app.UseAuthorization();

// What everybody may ask, and what machines ask.
app.MapGet("/health", () => Results.Ok()).AllowAnonymous();

// Signing out is posted, so that no foreign page can do it.
app.MapPost("/logout", async (HttpContext context) =>
{
    await context.SignOutAsync();
    return Results.Redirect("/");
});

app.MapControllers();
app.Run();
