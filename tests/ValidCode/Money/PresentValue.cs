namespace ValidCode.Money;

/// <summary>Discounting solves equations in real numbers.</summary>
public static class PresentValue
{
    public static double Npv(double rate, IReadOnlyList<double> payments)
    {
        var sum = 0.0;
        for (var i = 0; i < payments.Count; i++) sum += payments[i] / Math.Pow(1 + rate, i);
        return sum;
    }

    public static double Irr(double guess, IReadOnlyList<double> payments)
    {
        while (Npv(guess, payments) > 1e-6) guess += 1e-4;
        return guess;
    }
}
