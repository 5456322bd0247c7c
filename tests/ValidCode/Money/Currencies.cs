using Microsoft.EntityFrameworkCore;

namespace ValidCode.Money;

public sealed class Transfer
{
    public int Id { get; set; }

    public int CategoryId { get; set; }

    public decimal Amount { get; set; }

    public decimal AmountInEur { get; set; }

    public string Currency { get; set; } = "EUR";
}

public sealed class Ledger : DbContext
{
    public DbSet<Transfer> Transfers => Set<Transfer>();
}

public sealed record CurrencyTotal(string Currency, decimal Total);

/// <summary>Adds up what is in one currency, or was brought into one.</summary>
public sealed class Transfers(Ledger ledger)
{
    public async Task AddAsync(decimal amount, string currency)
    {
        ledger.Transfers.Add(new Transfer { Amount = amount, Currency = currency });
        await ledger.SaveChangesAsync();
    }

    public Task<decimal> InAsync(string currency) =>
        ledger.Transfers.Where(transfer => transfer.Currency == currency).SumAsync(transfer => transfer.Amount);

    public Task<List<CurrencyTotal>> ByCurrencyAsync() =>
        ledger.Transfers.GroupBy(transfer => transfer.Currency)
            .Select(group => new CurrencyTotal(group.Key, group.Sum(transfer => transfer.Amount)))
            .ToListAsync();

    public async Task<Dictionary<int, decimal>> ByCategoryAsync(string currency)
    {
        var transfers = await ledger.Transfers.Where(transfer => transfer.Currency == currency).ToListAsync();
        return transfers.GroupBy(transfer => transfer.CategoryId)
            .ToDictionary(group => group.Key, group => group.Sum(transfer => transfer.Amount));
    }

    public Task<decimal> InEurosAsync() => ledger.Transfers.SumAsync(transfer => transfer.AmountInEur);

    public string Shown(Transfer transfer) => $"{transfer.Amount:N2} {transfer.Currency}";
}

/// <summary>An amount that is only taken with its like.</summary>
public readonly record struct Price(decimal Amount, string Currency)
{
    public static Price operator +(Price one, Price other) =>
        one.Currency == other.Currency
            ? one with { Amount = one.Amount + other.Amount }
            : throw new InvalidOperationException("The prices are in different currencies.");
}
