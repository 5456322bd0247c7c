namespace Shop.Services;

public class Voucher
{
    public required string Code { get; init; }

    public DateTime ValidUntil { get; init; }

    public int? OrderId { get; set; }
}

public class Campaign
{
    public string Name { get; set; } = "";

    public List<Voucher> Vouchers { get; set; } = null!;
}

public class VoucherService(HttpClient campaigns)
{
    private List<Voucher> _vouchers = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var campaign = await campaigns.GetFromJsonAsync<Campaign>("current", cancellationToken);
        _vouchers = campaign?.Vouchers.OrderBy(voucher => voucher.Code).ToList() ?? [];
    }

    public bool Redeem(int orderId, string code)
    {
        var voucher = _vouchers.FirstOrDefault(voucher => voucher.Code == code);
        if (voucher!.ValidUntil < DateTime.Now || voucher.OrderId is not null)
        {
            return false;
        }

        voucher.OrderId = orderId;
        return true;
    }
}
