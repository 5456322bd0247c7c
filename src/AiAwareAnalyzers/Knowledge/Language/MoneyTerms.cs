namespace AiAwareAnalyzers.Knowledge.Language;

/// <summary>How surely a name speaks of money.</summary>
internal enum MoneyMeaning
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A word in it says that it is something else: a rate, a count, a coordinate.</summary>
    Excluded,

    /// <summary>It may, if the way it is used says so.</summary>
    Faint,

    /// <summary>It may, if something around it says so.</summary>
    Weak,

    /// <summary>It does.</summary>
    Strong,
}

/// <summary>
/// The vocabulary of money: which words alone make money, which need evidence, and which say that it is something else.
/// </summary>
internal sealed class MoneyTerms
{
    /// <summary>Words that alone make money.</summary>
    private static readonly ImmutableHashSet<string> StrongByDefault = WordSet.Of(
        "price pricing salary wage payroll payslip paycheck invoice subtotal refund rebate tax vat gst fee payment",
        "payout repayment prepayment downpayment",
        "surcharge revenue profit expense budget income earning debit mortgage alimony payable receivable msrp cogs",
        "gmv mrr money cash",
        "dollar euro usd eur gbp chf jpy unitprice totalprice saleprice listprice baseprice netprice grossprice",
        "grandtotal taxamount totaltax");

    /// <summary>Words that are money where orders, accounts or currencies are spoken of.</summary>
    private static readonly ImmutableHashSet<string> WeakByDefault = WordSet.Of(
        "amount total cost balance charge credit spend spending deposit withdrawal premium allowance rent postage",
        "shipping sale purchase turnover billing bill",
        "cent penny pence debt loan fund principal bonus coupon proceeds totalamount totalcost overdraft");

    /// <summary>Words that mean money or its share of something: only their use tells.</summary>
    private static readonly ImmutableHashSet<string> FaintByDefault = WordSet.Of(
        "discount commission interest tip markup royalty value sum net gross due levy duty dividend");

    /// <summary>Words that name an amount or its share of another: <c>tax = 0.2</c>.</summary>
    private static readonly ImmutableHashSet<string> Proportional = WordSet.Of(
        "tax vat gst surcharge rebate fee discount commission interest tip markup royalty levy duty");

    /// <summary>Words that win over all others.</summary>
    private static readonly ImmutableHashSet<string> ExcludingByDefault = WordSet.Of(
        "rate ratio percent percentage pct fraction proportion factor multiplier multiple quotient coefficient spread",
        "weighting score rating index idx count counter id x y z",
        "gradient loss volatility elasticity npv irr xirr variance deviation stddev std correlation covariance skew",
        "skewness kurtosis quantile percentile entropy",
        "probability likelihood confidence similarity trend slope momentum drift growth yield frequency density",
        "sensitivity threshold tolerance epsilon sigma",
        "normalized normalised log ln exp scaled relative predicted prediction forecast feature label encoded",
        "embedding tensor margin padding point",
        "compare comparison comparer latency timeout opacity");

    /// <summary>
    /// Words that win as the noun that the name is about, and over all but strong words: <c>PaymentDays</c>, but not
    /// <c>DayPrice</c>.
    /// </summary>
    private static readonly ImmutableHashSet<string> MeasuringByDefault = WordSet.Of(
        "weight quantity qty number num size length width height depth area volume distance position offset angle",
        "scale item unit share",
        "second minute hour day week month year time date duration delay millisecond ms age period term byte bit",
        "pixel gram kg kilogram pound lb ounce meter metre km mile",
        "temperature speed velocity energy mass force torque voltage cpu memory load level tier rank priority column",
        "row line page progress step code key hash version",
        "status flag bracket function func formula model curve chart heuristic");

    /// <summary>Words that say something about the amount that stands before them.</summary>
    private static readonly ImmutableHashSet<string> Trailing = WordSet.Of(
        "paid due owed owing remaining outstanding open received charged refunded spent billed before after with",
        "without including excluding incl excl in",
        "old new current previous initial final actual expected estimated original adjusted local base min max",
        "average avg");

    /// <summary>The coins that amounts are counted in.</summary>
    private static readonly ImmutableHashSet<string> Units = WordSet.Of("cent penny pence");

    /// <summary>A word pair that is an amount although its second word is none: pay by the hour.</summary>
    private static readonly ImmutableHashSet<string> Rates = WordSet.Of("hourly daily nightly billing room");

    private readonly ImmutableHashSet<string> _strong;
    private readonly ImmutableHashSet<string> _weak;
    private readonly ImmutableHashSet<string> _faint;
    private readonly ImmutableHashSet<string> _excluding;
    private readonly ImmutableHashSet<string> _measuring;

    private MoneyTerms(ImmutableHashSet<string> added, ImmutableHashSet<string> removed)
    {
        _strong = StrongByDefault.Union(added).Except(removed);
        _weak = WeakByDefault.Except(added).Except(removed);
        _faint = FaintByDefault.Except(added).Except(removed);
        _excluding = ExcludingByDefault.Except(added);
        _measuring = MeasuringByDefault.Except(added);
    }

    /// <summary>The vocabulary as it is when nobody changes it.</summary>
    public static MoneyTerms Default { get; } = new(ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty);

    /// <summary>
    /// Reads <c>+tip, -cost</c>: words that make money by themselves from now on, and words that do not any more.
    /// </summary>
    public static bool TryRead(string raw, out MoneyTerms terms)
    {
        var added = ImmutableHashSet.CreateBuilder<string>();
        var removed = ImmutableHashSet.CreateBuilder<string>();
        terms = Default;
        foreach (var item in raw.Split(','))
        {
            var text = item.Trim();
            if (text.Length == 0) continue;
            var word = text[1..].Trim().ToLowerInvariant();
            if (word.Length == 0 || !word.All(char.IsLetter)) return false;
            if (text[0] == '+') added.Add(Words.Stem(word));
            else if (text[0] == '-') removed.Add(Words.Stem(word));
            else return false;
        }

        if (added.Overlaps(removed)) return false;
        if (added.Count + removed.Count > 0) terms = new(added.ToImmutable(), removed.ToImmutable());
        return true;
    }

    /// <summary>What a name says about money, going by its words alone.</summary>
    public MoneyMeaning Of(string name) => Of(Words.StemsOf(name));

    /// <summary>As above, for a name that is already split.</summary>
    public MoneyMeaning Of(ImmutableArray<string> stems)
    {
        var words = WithoutKeys(stems);
        if (words.Where((word, at) => _excluding.Contains(word) && !IsRateOfPay(words, at)).Any())
            return MoneyMeaning.Excluded;

        var head = HeadOf(words);
        if (head < 0) return MoneyMeaning.None;
        if (_measuring.Contains(words[head]) || IsRequestCharge(words)) return MoneyMeaning.Excluded;
        if (words.Any(_strong.Contains) || IsCountedInUnits(words)) return MoneyMeaning.Strong;
        return words.Any(_measuring.Contains) ? MoneyMeaning.Excluded : OfNoun(words, head);
    }

    /// <summary>
    /// Whether every money word in the name may also mean a share: <c>Tax</c>, <c>Discount</c>, but not
    /// <c>TaxAmount</c>.
    /// </summary>
    public bool MayBeShare(ImmutableArray<string> stems)
    {
        var money = WithoutKeys(stems)
            .Where(word => _strong.Contains(word) || _weak.Contains(word) || _faint.Contains(word))
            .ToList();
        return money.Count > 0 && money.TrueForAll(Proportional.Contains);
    }

    /// <summary>An amount that is counted in cents leaves no doubt: <c>TotalCents</c>.</summary>
    private bool IsCountedInUnits(ImmutableArray<string> words) =>
        words.Any(Units.Contains) && words.Any(word => _weak.Contains(word) && !Units.Contains(word));

    /// <summary>
    /// A weak word counts only as the noun that the name is about: <c>OrderTotal</c>, not <c>TotalItems</c>.
    /// </summary>
    private MoneyMeaning OfNoun(ImmutableArray<string> words, int head) =>
        _weak.Contains(words[head]) || IsRateOfPay(words, head) ? MoneyMeaning.Weak
        : !_faint.Contains(words[head]) ? MoneyMeaning.None
        : words.Any(_weak.Contains) ? MoneyMeaning.Weak
        : MoneyMeaning.Faint;

    /// <summary>The noun that a name is about: the last word that does not merely describe the one before it.</summary>
    private static int HeadOf(ImmutableArray<string> words)
    {
        var head = words.Length - 1;
        while (head > 0 && Describes(words[head])) head--;
        return head;
    }

    private static bool Describes(string word) => char.IsDigit(word[0]) || Trailing.Contains(word);

    private static bool IsRateOfPay(ImmutableArray<string> words, int at) =>
        words[at] == "rate" && at > 0 && Rates.Contains(words[at - 1]);

    /// <summary>Some databases charge for requests in units of their own.</summary>
    private static bool IsRequestCharge(ImmutableArray<string> words) =>
        words.Contains("request") && words.Contains("charge");

    /// <summary>
    /// What follows "by" or "per" says how the amounts are kept, not what they are: <c>PricesById</c>,
    /// <c>PricePerHour</c>.
    /// </summary>
    private static ImmutableArray<string> WithoutKeys(ImmutableArray<string> words)
    {
        for (var i = 1; i < words.Length; i++)
            if (words[i] is "by" or "per")
                return words.RemoveRange(i, words.Length - i);
        return words;
    }
}
