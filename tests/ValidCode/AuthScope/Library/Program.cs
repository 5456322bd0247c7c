using Library;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton<Stock>();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
builder.Services.AddAuthorization(options =>
{
    // Whatever says nothing else is for people with a library card.
    options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    options.AddPolicy("librarian", policy => policy.RequireRole("Librarian"));
    options.AddPolicy("cashier", policy => policy.RequireRole("Cashier"));
});
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddSignalR();

var app = builder.Build();

app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();

app.MapControllers();
app.MapRazorPages();
app.MapHub<CounterHub>("/counter");
app.MapHealthChecks("/health").AllowAnonymous();

app.MapGet("/opening-hours", () => "9 to 17").AllowAnonymous();
app.MapPost("/suggestions", (Suggestion suggestion, Stock stock) => stock.Suggest(suggestion));
app.MapPost("/reading-lists", (ReadingList list, Stock stock) => stock.Keep(list));
app.MapPut(
    "/reading-lists/{name}", (string name, ReadingList list, Stock stock) => stock.Keep(list with { Name = name }));

app.MapFines();
app.MapMembers();

app.Run();
