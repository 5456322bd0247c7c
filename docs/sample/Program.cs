using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Endpoints;
using Shop.Services;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<ShopContext>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
builder.Services.AddScoped<PricingService>();
builder.Services.AddScoped<CheckoutService>();
builder.Services.AddScoped<RefundService>();
builder.Services.AddScoped<SalesReport>();

var app = builder.Build();

app.MapCatalog();
app.MapProducts();
app.MapOrders();

app.Run();
