namespace Shop.Services;

/// <summary>How the shop talks to its supplier.</summary>
public class SupplierSettings(IConfiguration configuration)
{
    public string BaseAddress => configuration["Supplier:BaseAddress"] ?? "https://supplier.shop.example/";

    public int MaxRetries => configuration.GetValue("SupplierSettings:MaxRetries", 1);
}
