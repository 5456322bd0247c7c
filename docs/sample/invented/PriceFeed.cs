using System.Text.Json;

namespace Invented;

/// <summary>Reads the prices of a supplier, with names that sound right and do not exist.</summary>
public sealed class PriceFeed(HttpClient http)
{
    public async Task<IReadOnlyList<SupplierPrice>> LoadAsync(Uri address)
    {
        var json = await http.GetStringAsync(address);
        var prices = JsonSerializer.DeserializeList<SupplierPrice>(json);
        return prices.OrderByAscending(price => price.Article).ToReadOnlyList();
    }

    public string Describe(SupplierPrice price) =>
        price.Article.Truncate(20).PadCenter(24) + price.ValidUntil.ToIsoString();
}

public sealed record SupplierPrice(string Article, decimal Price, DateTime ValidUntil);
