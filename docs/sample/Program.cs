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
builder.Services.AddScoped<AccountService>();
builder.Services.AddHttpClient<ReturnService>(client => client.BaseAddress = new Uri("https://warehouse.shop.example/"));
builder.Services.AddHttpClient<VoucherService>(client => client.BaseAddress = new Uri("https://campaigns.shop.example/"));
builder.Services.AddAuthentication().AddCookie();
builder.Services.AddAuthorization();

var app = builder.Build();

app.UseAuthentication();
app.UseAuthorization();

app.MapCatalog();
app.MapProducts();
app.MapOrders();
app.MapReturns();
app.MapSales();
app.MapPaymentWebhook();

app.Run();
