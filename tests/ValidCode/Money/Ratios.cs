namespace ValidCode.Money;

/// <summary>Money divided by money is a plain number.</summary>
public sealed class BudgetReport
{
    public decimal Spent { get; init; }

    public decimal Budget { get; init; }

    public double UsedRatio => (double)(Spent / Budget);

    public double UsedPercent => (double)Spent / (double)Budget * 100;

    public bool IsNearlyUsed => (double)Spent / (double)Budget > 0.9;

    public int Progress => (int)(Spent / Budget * 100);
}
