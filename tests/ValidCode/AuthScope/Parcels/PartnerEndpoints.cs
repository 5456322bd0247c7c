using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Parcels;

/// <summary>Other carriers report with a key, or sign what they send.</summary>
public static class PartnerEndpoints
{
    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
        var partners = routes.MapGroup("/partners").AddEndpointFilter<PartnerKeyFilter>();

        partners.MapPost("/parcels/{code}/state", (string code, string state, Depot depot) =>
            depot.Advance(code, state) ? Results.NoContent() : Results.NotFound());
        partners.MapDelete(
            "/parcels/{code}",
            (string code, Depot depot) => depot.Remove(code) ? Results.NoContent() : Results.NotFound());

        routes.MapPost("/webhooks/customs", ReceiveFromCustoms);
    }

    private static async Task<IResult> ReceiveFromCustoms(
        HttpRequest request, Depot depot, IConfiguration configuration)
    {
        using var reader = new StreamReader(request.Body);
        var code = await reader.ReadToEndAsync();
        if (!IsSigned(code, request.Headers["X-Customs-Signature"], configuration["Customs:Key"]!))
            return Results.Unauthorized();

        return depot.Advance(code, "cleared") ? Results.NoContent() : Results.NotFound();
    }

    private static bool IsSigned(string payload, string? signature, string key)
    {
        if (signature is null) return false;

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(payload));
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(signature));
    }
}

/// <summary>Lets in who knows the key that the partners were given.</summary>
public sealed class PartnerKeyFilter : IEndpointFilter
{
    private readonly byte[] _key;

    public PartnerKeyFilter(IConfiguration configuration) =>
        _key = Encoding.UTF8.GetBytes(configuration["Partners:Key"]!);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var key = context.HttpContext.Request.Headers["X-Partner-Key"].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), _key)) return Results.Unauthorized();

        return await next(context);
    }
}
