namespace ValidCode.Money;

/// <summary>Models are trained on floating-point features and predict floating-point labels.</summary>
public sealed class HousePricePredictor
{
    private readonly float[] _weights = [0.1f, 0.2f];

    public float Price(float size, float price) => (_weights[0] * size) + (_weights[1] * price);

    public float PriceLoss(float price, float predictedPrice) => (price - predictedPrice) * (price - predictedPrice);
}
