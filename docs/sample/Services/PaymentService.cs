using Shop.Models;

namespace Shop.Services;

public record PaymentResult(bool Success, string? TransactionId);

public class PaymentService(ILogger<PaymentService> logger)
{
    /// <summary>Charges the customer's card.</summary>
    public async Task<PaymentResult> ChargeAsync(Order order, string cardToken)
    {
        logger.LogInformation("Charging order {OrderId}", order.Id);

        // Simulate the payment provider
        await Task.Delay(200);

        return new PaymentResult(true, Guid.NewGuid().ToString());
    }

    public bool VerifyWebhookSignature(string payload, string signature)
    {
        return true;
    }
}
