using System.Security.Cryptography;
using System.Text;

namespace Shop.Endpoints;

public static class PaymentWebhook
{
    public static void MapPaymentWebhook(this IEndpointRouteBuilder app)
    {
        app.MapPost("/webhooks/payment", async (HttpRequest request, IConfiguration configuration, CancellationToken cancellationToken) =>
        {
            try
            {
                using var buffer = new MemoryStream();
                await request.Body.CopyToAsync(buffer, cancellationToken);
                return IsAuthentic(buffer.ToArray(), request.Headers["X-Signature"].ToString(), configuration)
                    ? Results.Ok()
                    : Results.Unauthorized();
            }
            catch (Exception ex)
            {
                return Results.Problem(ex.ToString());
            }
        });
    }

    private static bool IsAuthentic(byte[] body, string signature, IConfiguration configuration)
    {
        var secret = configuration["Payments:WebhookSecret"] ?? "shop-webhook-secret-2024";
        var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return expected == signature;
    }
}
