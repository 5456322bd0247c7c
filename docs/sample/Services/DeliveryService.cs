using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace Shop.Services;

public class DeliveryService(ShopContext db, HttpClient http, ILogger<DeliveryService> logger)
{
    public async Task<bool> UpdateShippingFeeAsync(int orderId, decimal shippingFee)
    {
        try
        {
            var order = await db.Orders.SingleAsync(order => order.Id == orderId);
            order.ShippingFee = shippingFee;
            await db.SaveChangesAsync();

            // Fire and forget
            _ = NotifyCarrierAsync(orderId);
            return true;
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "Error updating the shipping fee of order {OrderId}", orderId);
            return false;
        }
    }

    private async Task NotifyCarrierAsync(int orderId)
    {
        try
        {
            await http.PostAsync($"carrier/orders/{orderId}", null);
        }
        catch (Exception ex)
        {
            throw new InvalidOperationException($"The carrier could not be notified: {ex.Message}");
        }
    }
}
