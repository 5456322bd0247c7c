using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parcels;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton<Depot>();
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
{
    options.Authority = builder.Configuration["Identity:Authority"];
    options.Audience = "parcels";
});
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("shipments", policy => policy.RequireAssertion(context => Scopes.Of(context.User).Contains("shipments")))
    .AddPolicy("tariffs", policy => policy.RequireRole("Pricing"))
    .AddPolicy("drivers", policy => policy.RequireRole("Dispatcher"))
    .AddPolicy("depots", policy => policy.RequireRole("Operations"));

var app = builder.Build();

app.UseAuthentication();
app.UseAuthorization();

app.MapGet("/health", () => Results.Ok());
app.MapGet(
    "/track/{code}",
    (string code, Depot depot) => depot.Find(code) is { } parcel ? Results.Ok(parcel.State) : Results.NotFound());

var api = app.MapGroup("/api");

// Shipments: a group in a local that demands a scope.
var shipments = api.MapGroup("/shipments").RequireAuthorization("shipments").WithTags("shipments");

shipments.MapGet("/", (Depot depot) => depot.Parcels);
shipments.MapPost("/", (ParcelForm form, Depot depot) => Results.Created("/api/shipments", depot.Accept(form)));
shipments.MapPut("/{code}/address", (string code, Address address, Depot depot) =>
    depot.Redirect(code, address) ? Results.NoContent() : Results.NotFound());
shipments.MapDelete(
    "/{code}", (string code, Depot depot) => depot.Remove(code) ? Results.NoContent() : Results.NotFound());

// Tariffs: each endpoint for itself.
api.MapGet("/tariffs", (Depot depot) => depot.Tariffs).AllowAnonymous();
api.MapPut("/tariffs/{zone}", (string zone, decimal price, Depot depot) =>
    {
        depot.SetTariff(zone, price);
        return Results.NoContent();
    })
    .WithName("SetTariff")
    .RequireAuthorization("tariffs");
api.MapDelete("/tariffs/{zone}", [Authorize(Policy = "tariffs")] (string zone, Depot depot) => depot.DropTariff(zone));

// What a customer does with their own things needs no more than to be them.
var me = app.MapGroup("/me");
me.RequireAuthorization();
me.MapGet("/parcels", (ClaimsPrincipal user, Depot depot) => depot.Of(user.FindFirstValue("sub")));
me.MapPost("/parcels/{code}/complaints", (string code, ComplaintForm form, ClaimsPrincipal user, Depot depot) =>
{
    depot.Complain(new Complaint(code, user.FindFirstValue("sub")!, form.Text));
    return Results.Accepted();
});

app.MapGroup("/drivers").RequireAuthorization("drivers").MapDrivers();
app.MapDepots();
app.MapPartners();

app.Run();
