using AiAwareAnalyzers.Governance;

namespace AiAwareAnalyzers.Tests.Governance;

public sealed class MalformedLedgerTests : RuleTests<MalformedLedger>
{
    private const string Entry = "AIA0201 src/Order.cs P:Shop.Order.Price 1";

    [TestCase("[|AIA0201 src/Order.cs P:Shop.Order.Price|]", Description = "no count")]
    [TestCase("[|AIA0201 src/My Shop/Order.cs P:Shop.Order.Price 1|]", Description = "a space in the path")]
    [TestCase("[|AIA0201 src/Order.cs P:Shop.Order.Price 0|]", Description = "nothing is counted")]
    [TestCase("[|AIA0201 src/Order.cs P:Shop.Order.Price -1|]", Description = "less than nothing")]
    [TestCase("[|AIA0201 src/Order.cs P:Shop.Order.Price some|]", Description = "no number")]
    [TestCase("[|AIA0201 src/Order.cs P:Shop.Order.Price 99999999999|]", Description = "too large a number")]
    [TestCase("[|CA2100 src/Order.cs P:Shop.Order.Price 1|]", Description = "the rule of another package")]
    [TestCase("[|AIA201 src/Order.cs P:Shop.Order.Price 1|]", Description = "no id")]
    [TestCase("[|src/Order.cs AIA0201 P:Shop.Order.Price 1|]", Description = "another order")]
    [TestCase(Entry + "\n[|AIA0201 src/Order.cs P:Shop.Order.Price 2|]", Description = "twice")]
    [TestCase("[|<<<<<<< HEAD|]\n" + Entry + "\n[|=======|]\n[|>>>>>>> main|]", Description = "a conflict")]
    public Task A_line_of_a_baseline(string text) => Given.FlagsFile("/0/AiAware.baseline", text);

    [TestCase("[|M:Shop.Order.Pay 0123456789abcdef 2026-01-31|]", Description = "no reviewer")]
    [TestCase("[|Shop.Order.Pay 0123456789abcdef 2026-01-31 reviewer read|]", Description = "no kind of member")]
    [TestCase("[|M:Shop.Order.Pay 0123 2026-01-31 reviewer read|]", Description = "a short hash")]
    [TestCase("[|M:Shop.Order.Pay 0123456789ABCDEF 2026-01-31 reviewer read|]", Description = "capital letters")]
    [TestCase("[|M:Shop.Order.Pay 0123456789abcdef 31.01.2026 reviewer read|]", Description = "another calendar")]
    [TestCase("[|M:Shop.Order.Pay 0123456789abcdef 2026-02-30 reviewer read|]", Description = "a day that never was")]
    [TestCase("[|M:Shop.Order.Pay(int, string) 0123456789abcdef 2026-01-31 desk|]",
        Description = "a space in a member")]
    public Task A_line_of_reviews(string text) => Given.FlagsFile("/0/AiAware.reviews", text);

    [TestCase("Shop.Domain [|should|] not use Dapper", Description = "another word")]
    [TestCase("Shop.Domain may not [|depend|] on Dapper", Description = "another verb")]
    [TestCase("Shop.Domain may not [|use|]", Description = "use what")]
    [TestCase("Shop.Domain may not use Dapper [|and|] Npgsql", Description = "another conjunction")]
    [TestCase("Shop.Domain may not use Dapper [|or|]", Description = "or what")]
    [TestCase("Shop.Domain may not use [|Dapper,|] Npgsql", Description = "a comma")]
    [TestCase("Shop.Domain may only be [|used|] by Shop", Description = "only calls are counted")]
    [TestCase("types [|called|] *Controller may not use Dapper", Description = "types are named")]
    [TestCase("types named *Controller [|must|] take CancellationToken", Description = "only methods take")]
    [TestCase("public methods of Shop [|may|] not use Dapper", Description = "methods must")]
    [TestCase("public methods [|in|] Shop must take CancellationToken", Description = "of, not in")]
    [TestCase("Shop.Domain may not write static [|fields|]", Description = "state")]
    [TestCase("[|Shop..Domain|] may not use Dapper", Description = "no name")]
    [TestCase("[|Shop.Domain|]", Description = "no sentence")]
    [TestCase("Shop.Domain may [|use|] Dapper", Description = "an allowance forbids nothing")]
    [TestCase("Shop.Domain may not write static state [|here|]", Description = "more than a sentence")]
    public Task A_sentence_points_at_the_word(string text) => Given.FlagsFile("/0/AiAware.invariants", text);

    [Test]
    public Task The_message_says_why() => Given.SaysOfFile(
        "/0/AiAware.baseline",
        "[|AIA0201 src/Order.cs P:Shop.Order.Price many|]",
        "'AIA0201 src/Order.cs P:Shop.Order.Price many' cannot be read, because 'many' is not a count of findings; it "
        + "has no effect until it is corrected");

    [Test]
    public Task The_message_says_what_was_expected() => Given.SaysOfFile(
        "/0/AiAware.invariants",
        "Shop.Domain may [|never|] use Dapper",
        "'Shop.Domain may never use Dapper' cannot be read, because 'never' stands where 'not' or 'only' is expected; "
        + "it has no effect until it is corrected");

    [TestCase("AiAware.baseline", "")]
    [TestCase("AiAware.baseline", "\n\n   \n")]
    [TestCase("AiAware.baseline", "# AIA0201 and so on")]
    [TestCase("AiAware.baseline", "   # indented")]
    [TestCase("AiAware.baseline", Entry)]
    [TestCase(
        "AiAware.baseline",
        Entry + "\r\n" + "AIA0201 src/Order.cs P:Shop.Order.Sum 1\r\n",
        Description = "Windows")]
    [TestCase("AiAware.baseline", "AIA0201   src/Order.cs\tP:Shop.Order.Price  1 ", Description = "blanks")]
    [TestCase("AiAware.baseline", Entry + "\nAIA0202 src/Order.cs P:Shop.Order.Price 1", Description = "two rules")]
    [TestCase("AiAware.baseline", Entry + "\nAIA0201 src/Orders.cs P:Shop.Order.Price 1", Description = "two files")]
    [TestCase("AiAware.baseline", "AIA0703 Views/Order.razor - 3", Description = "no member")]
    [TestCase(
        "AiAware.baseline",
        "AIA0201 src/My%20Shop/Order.cs P:Shop.Order.Price 1",
        Description = "a blank written out")]
    [TestCase(
        "AiAware.baseline",
        "AIA9999 src/Order.cs P:Shop.Order.Price 1",
        Description = "a rule of another version")]
    [TestCase("AiAware.reviews", "M:Shop.Order.Pay(int) 0123456789abcdef 2026-01-31 reviewer")]
    [TestCase("AiAware.reviews", "T:Shop.Order 0123456789abcdef 2028-02-29 payments%20team limits read, and tried")]
    [TestCase("AiAware.reviews",
        "T:A 0123456789abcdef 2026-01-31 desk read\nT:A 123456789abcdef0 2026-02-01 desk again")]
    [TestCase("AiAware.reviews", "# nobody yet")]
    [TestCase("AiAware.invariants", "Shop.Domain may not use Dapper or System.Data")]
    [TestCase("AiAware.invariants", "Shop.Payments.* may only be called by Shop.Checkout")]
    [TestCase("AiAware.invariants", "types named *Controller may not use DbContext")]
    [TestCase("AiAware.invariants", "types.* may not use Dapper", Description = "a namespace called types")]
    [TestCase("AiAware.invariants", "public methods of Shop.Ledger must take CancellationToken")]
    [TestCase("AiAware.invariants", "Shop.* may not write static state")]
    [TestCase("Other.baseline", "whatever")]
    [TestCase("notes.txt", "Shop should not use Dapper")]
    public Task What_can_be_read(string name, string text) => Given.AllowsFile("/0/" + name, text);
}
