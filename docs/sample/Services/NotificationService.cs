using Shop.Models;

namespace Shop.Services;

public class NotificationService(ILogger<NotificationService> logger)
{
    public Task SendConfirmationAsync(Order order, CancellationToken cancellationToken)
    {
        // In a real implementation, this would send an email through an SMTP server
        logger.LogInformation("Confirmation for order {OrderId} sent", order.Id);
        return Task.CompletedTask;
    }
}
