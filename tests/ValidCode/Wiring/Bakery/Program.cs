using Bakery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<BakeryContext>(options => options.UseInMemoryDatabase("bakery"));
builder.Services.AddBaking();
builder.Services.AddSelling(builder.Environment.IsDevelopment());
builder.Services.AddExceptionHandler<Apology>();
builder.Services.AddProblemDetails();
builder.Services.AddAuthentication();
builder.Services.AddRateLimiter(limits => limits.AddConcurrencyLimiter("counter", counter => counter.PermitLimit = 4));
builder.Services.AddHealthChecks();

var app = builder.Build();
app.UseExceptionHandler();
app.UseCounter();
app.UseMiddleware<Tally>();
app.UseAuthentication();
app.UseMiddleware<Regulars>();
app.MapGet("/loaves", (ILoaves loaves, CancellationToken stop) => loaves.CountAsync(stop))
    .RequireRateLimiting("counter");
app.MapGet("/prices/{kind}", (string kind, IPriceList prices) => prices.Of(kind));
app.MapGet("/greeting", (HttpContext context) => context.RequestServices.GetRequiredService<Greeting>().Text);
app.MapGet("/opening", (Opening opening) => opening.Provider);
app.MapHealthChecks("/health");
app.Run();
