namespace ValidCode.Money;

/// <summary>What is divided, and what a database charges for a request in units of its own.</summary>
public static class Division
{
    public static double Remainder(double dividend, double divisor) =>
        dividend - Math.Floor(dividend / divisor) * divisor;

    public static double RequestChargeOf(IEnumerable<Answer> answers) => answers.Sum(answer => answer.RequestCharge);
}

public sealed record Answer(string Currency, decimal Price, double RequestCharge);
