using System.Net.Http.Json;

namespace Shop.Services;

public class ReturnService(HttpClient warehouse)
{
    public Task OpenAsync(int orderId, string reason) => warehouse.PostAsJsonAsync("returns", new { orderId, reason });

    public Task ApproveAsync(int orderId) => warehouse.PostAsync($"returns/{orderId}/approval", null);

    public Task WithdrawAsync(int orderId) => warehouse.DeleteAsync($"returns/{orderId}");

    /// <summary>Customers with too many returns may not open another one.</summary>
    public async Task<bool> CanReturnAsync(string customerId)
    {
        try
        {
            return await warehouse.GetFromJsonAsync<bool>($"customers/{customerId}/may-return");
        }
        catch (Exception)
        {
            // Don't block customers when the warehouse is down
            return true;
        }
    }
}
