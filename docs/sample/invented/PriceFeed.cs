using System.Text.Json;

namespace Invented;

/// <summary>Reads the prices of a supplier, with names that sound right and do not exist.</summary>
public sealed class PriceFeed(HttpClient http)
{
    private readonly List<SupplierPrice> known = [];

    public async Task<IReadOnlyList<SupplierPrice>> LoadAsync(Uri address)
    {
        var response = await http.GetAsync(address);
        if (!response.IsSuccessful) throw new SupplierException(response.GetStatusMessage());

        var prices = JsonSerializer.DeserializeJson<List<SupplierPrice>>(await response.Content.ReadAsTextAsync())!;
        known.AddAll(prices);
        return known.OrderByAscending(price => price.Article).ToList();
    }

    public void Archive(string file, string archive)
    {
        File.Copy(file, File.Join(archive, "prices.json"), overwriteExisting: true);
        var byArticle = new HashMap<string, SupplierPrice>();
        foreach (var price in known) byArticle[price.Article] = price;
    }

    public string Describe(SupplierPrice price) =>
        price.Article.Truncate(20).PadCenter(24) + price.ValidUntil.ToIsoString();
}

public sealed record SupplierPrice(string Article, decimal Price, DateTime ValidUntil);

public sealed class SupplierException(string? message) : Exception(message);
