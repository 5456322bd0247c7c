namespace Shop.Services;

public record StockLevel(int ProductId, int Quantity);

public record Shipment(int OrderId, DateOnly Arrives);

public class SupplierClient(HttpClient http, ILogger<SupplierClient> logger)
{
    /// <summary>How many pieces the supplier has of a product.</summary>
    public async Task<int> GetStockAsync(int productId, CancellationToken cancellationToken)
    {
        try
        {
            var level = await http.GetFromJsonAsync<StockLevel>($"stock/{productId}", cancellationToken);
            return level?.Quantity ?? 0;
        }
        catch (Exception ex)
        {
            logger.LogError("Failed to get stock for product {ProductId}: {Error}", productId, ex.Message);
            return 0;
        }
    }

    public async Task<List<Shipment>> GetShipmentsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var response = await http.GetAsync($"shipments/{day:O}", cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return [];
        }

        return await response.Content.ReadFromJsonAsync<List<Shipment>>(cancellationToken) ?? [];
    }

    /// <summary>Asks every supplier for an offer; suppliers that do not answer are skipped.</summary>
    public async Task RequestOffersAsync(IEnumerable<Uri> suppliers, int productId, CancellationToken cancellationToken)
    {
        foreach (var supplier in suppliers)
        {
            try
            {
                await http.PostAsJsonAsync(new Uri(supplier, "offers"), productId, cancellationToken);
            }
            catch (Exception ex)
            {
                logger.LogWarning(ex, "Supplier {Supplier} did not answer", supplier);
            }
        }
    }
}
