using AiAwareAnalyzers.ToolTests.Samples;

namespace AiAwareAnalyzers.ToolTests;

/// <summary><c>aiaware baseline</c>: a ratchet.</summary>
public sealed class BaselineTests
{
    [Test]
    public void What_is_baselined_is_quiet_also_where_lines_have_moved()
    {
        var (folder, _) = Baselined();
        Scratch.Write(folder, ("src/Product.cs", "// One line.\n// Another.\n" + Shop.Product));
        var moved = new Log(folder).AddPrice("src/Product.cs", 7)
            .Add("AIA0205", "src/Product.cs", 9, "'Price * rate' is rounded silently; say how", "note")
            .AddPrice("src/Payment.cs", 7, "Amount")
            .Write();
        Assert.That(
            Command.Expect(
                0, folder, "check", "--logs", moved).Text, Does.Contain("0 new findings in 0 groups, 3 baselined"));
    }

    [Test]
    public void The_file_is_sorted_and_names_members() =>
        Assert.That(
            File.ReadAllText(Path.Combine(Baselined().Folder, "AiAware.baseline")),
            Is.EqualTo(
                """
                AIA0201 src/Payment.cs P:Shop.Payments.Payment.Amount 1
                AIA0201 src/Product.cs P:Shop.Catalog.Product.Price 1
                AIA0205 src/Product.cs M:Shop.Catalog.Product.Tax(double) 1

                """));

    [Test]
    public void One_more_in_the_same_member_speaks_alone()
    {
        var (folder, _) = Baselined();
        var more = Shop.Log(folder).AddPrice("src/Product.cs", 5, "Price2").Write();
        Assert.That(
            Command.Expect(
                1, folder, "check", "--logs", more).Text, Does.Contain("1 new finding in 1 group, 3 baselined"));
    }

    [TestCase("text", "(one of 2 in this member, and the baseline counts 1)")]
    [TestCase("markdown", @"\(one of 2 in this member, and the baseline counts 1\)")]
    [TestCase("agent", "   note: one of 2 in this member, and the baseline counts 1; repair any of them")]
    [TestCase("json", "\"baselinedInMember\": 1")]
    public void What_is_too_many_says_of_how_many_it_is_one(string format, string said)
    {
        var (folder, _) = Baselined();
        var more = Shop.Log(folder).AddPrice("src/Product.cs", 5, "Price2").Write();
        Assert.That(
            Command.Expect(1, folder, "check", "--format", format, "--logs", more).Text, Does.Contain(said));
    }

    [Test]
    public void A_baseline_that_is_there_takes_nothing_in_unless_told()
    {
        var (folder, log) = Baselined();
        Shop.Log(folder).AddPrice("src/Product.cs", 3, "Cost").Write();
        Assert.That(
            Command.Expect(1, folder, "baseline", "--logs", log).Errors, Does.Contain("it lacks new findings (1)"));
        Command.Expect(0, folder, "baseline", "--accept", "--logs", log);
        Command.Expect(0, folder, "check", "--logs", log);
    }

    [Test]
    public void Pruning_takes_out_what_is_repaired_and_adds_nothing()
    {
        var (folder, _) = Baselined();
        Scratch.Write(
            folder, ("AiAware.baseline", "# Ours.\n" + File.ReadAllText(Path.Combine(folder, "AiAware.baseline"))));
        var repaired = new Log(folder).AddPrice("src/Product.cs", 5).AddPrice("src/Product.cs", 3, "New").Write();
        Assert.That(
            Command.Expect(0, folder, "baseline", "--prune", "--logs", repaired).Text,
            Does.Contain("2 repaired findings were taken out, 1 remain"));
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "AiAware.baseline")),
            Is.EqualTo("# Ours.\nAIA0201 src/Product.cs P:Shop.Catalog.Product.Price 1\n"));
    }

    [Test]
    public void A_baseline_that_has_grown_fails_and_one_that_shrank_does_not()
    {
        var (folder, log) = Baselined();
        new Git(folder).Commit("2026-03-02", "Begin");
        Command.Expect(0, folder, "baseline", "--check", "HEAD");

        Shop.Log(folder).AddPrice("src/Product.cs", 3, "Cost").Write();
        Command.Expect(0, folder, "baseline", "--accept", "--logs", log);
        var grown = Command.Expect(1, folder, "baseline", "--check", "HEAD");
        Assert.That(grown.Text, Does.Contain("AIA0201 T:Shop.Catalog.Product: 0 -> 1"));
        Assert.That(grown.Errors, Does.Contain("The baseline has grown since HEAD"));

        Scratch.Write(folder, ("AiAware.baseline", "AIA0201 src/Payment.cs P:Shop.Payments.Payment.Amount 1\n"));
        Command.Expect(0, folder, "baseline", "--check", "HEAD");
    }

    [Test]
    public void A_member_that_moves_to_another_file_is_no_growth()
    {
        var (folder, _) = Baselined();
        new Git(folder).Commit("2026-03-02", "Begin");
        var file = Path.Combine(folder, "AiAware.baseline");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("src/Product.cs", "src/Catalog/My%20Product.cs", StringComparison.Ordinal));
        Command.Expect(0, folder, "baseline", "--check", "HEAD");
    }

    [Test]
    public void A_file_without_members_that_is_renamed_is_no_growth_and_another_one_is()
    {
        var folder = Shop.Folder();
        Scratch.Write(
            folder, ("Pages/Cart.razor", "<h1>Cart</h1>\n<p>What you have chosen so far.</p>\n"),
            ("AiAware.baseline", "AIA0703 Pages/Cart.razor - 1\n"));
        var git = new Git(folder);
        git.Commit("2026-03-02", "Begin");
        git.Run("2026-03-03", "mv", "Pages/Cart.razor", "Pages/Basket.razor");
        Scratch.Write(folder, ("AiAware.baseline", "AIA0703 Pages/Basket.razor - 1\n"));
        Command.Expect(0, folder, "baseline", "--check", "HEAD");

        Scratch.Write(folder, ("AiAware.baseline", "AIA0703 Pages/Till.razor - 1\n"));
        Assert.That(
            Command.Expect(1, folder, "baseline", "--check", "HEAD").Text,
            Does.Contain("AIA0703 Pages/Till.razor -: 0 -> 1"));
    }

    [Test]
    public void High_risk_zones_are_not_baselined()
    {
        var folder = Shop.Folder();
        Scratch.Write(folder, (".editorconfig", Shop.HighRisk));
        var log = Shop.Log(folder).Write();
        Assert.That(
            Command.Expect(0, folder, "baseline", "--logs", log).Text,
            Does.Contain("Findings in high-risk zones stay loud, and cannot be baselined: 1"));
        Assert.That(
            Command.Expect(1, folder, "check", "--logs", log).Text,
            Does.Contain("1 new finding in 1 group, 2 baselined"));
    }

    [Test]
    public void Nothing_is_pruned_where_there_is_no_baseline()
    {
        var folder = Shop.Folder();
        Command.Expect(2, folder, "baseline", "--prune", "--logs", Shop.Log(folder).Write());
    }

    private static (string Folder, string Log) Baselined()
    {
        var folder = Shop.Folder();
        var log = Shop.Log(folder).Write();
        Command.Expect(0, folder, "baseline", "--logs", log);
        return (folder, log);
    }
}
