namespace Shop.Models;

public record CartItem(int ProductId, int Quantity, double UnitPrice);

public class Cart
{
    public List<CartItem> Items { get; } = [];

    public string? CouponCode { get; set; }
}
