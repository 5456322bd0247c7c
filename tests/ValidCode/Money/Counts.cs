namespace ValidCode.Money;

/// <summary>How many payments, after how many days, with what score.</summary>
public sealed class PaymentHistory
{
    public int Payments { get; set; }

    public double PaymentsPerMonth => PaymentCount / 12.0;

    public double PaymentCount { get; set; }

    public double AveragePaymentDelayDays { get; set; }

    public double CreditScore { get; set; }

    public int PaymentsPerPage => Payments / 10;
}
