using AiAwareAnalyzers.Governance.Ledgers;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Governance.Ledgers;

/// <summary>What is written can be read, and whatever stands in a file, reading never throws.</summary>
public sealed class LedgerTests
{
    [Test]
    public void A_baseline_is_sorted_lines() =>
        Assert.That(
            Baseline.Print(
            [
                new("AIA0503", "src/My Shop/Order.cs", "M:Shop.Order.Save", 1),
                new("AIA0201", "src/Order.cs", "P:Shop.Order.Price", 12),
            ]),
            Is.EqualTo(
                "AIA0201 src/Order.cs P:Shop.Order.Price 12\n"
                + "AIA0503 src/My%20Shop/Order.cs M:Shop.Order.Save 1\n"));

    [Test]
    public void A_baseline_is_read_around_comments_and_empty_lines()
    {
        const string Text = "# old code\r\n\r\n  AIA0201  src/My%20Shop/Order.cs P:Shop.Order.Price   2 \r\n";
        var entry = Baseline.Parse(SourceText.From(Text)).Entries.Single();
        Assert.That(
            (entry.Rule, entry.File, entry.Member, entry.Count),
            Is.EqualTo(("AIA0201", "src/My Shop/Order.cs", "P:Shop.Order.Price", 2)));
        Assert.That(
            Text.Substring(entry.Place.Start, entry.Place.Length), Does.StartWith("AIA0201").And.EndWith("2"));
    }

    [Test]
    public void A_sign_off_keeps_its_name_and_its_words()
    {
        const string Text = "M:Shop.Order.Pay(int) 0123456789abcdef 2026-11-29 the%20desk limits read, and tried\n";
        var entry = SignOffs.Parse(SourceText.From(Text)).Entries.Single();
        Assert.That((entry.Reviewer, entry.Words), Is.EqualTo(("the desk", "limits read, and tried")));
        Assert.That(SignOffs.Print([entry]), Is.EqualTo(Text));
    }

    [TestCase("Shop.Domain may not use Microsoft.EntityFrameworkCore")]
    [TestCase("Shop.Domain may not use System.Data or Dapper")]
    [TestCase("Shop.Payments.* may only be called by Shop.Checkout")]
    [TestCase("Shop.Payments may only be called by Shop.Checkout or Shop.*.Refunds or Program")]
    [TestCase("types named *Controller may not use DbContext")]
    [TestCase("types named * may not write static state")]
    [TestCase("public methods of Shop.Ledger must take CancellationToken")]
    [TestCase("* may not write static state")]
    public void A_sentence_is_read_as_it_is_written(string sentence)
    {
        var read = InvariantSentences.Parse(SourceText.From(sentence + "\n"));
        Assert.That(read.Malformed, Is.Empty);
        Assert.That(InvariantSentences.Print(read.Entries), Is.EqualTo(sentence + "\n"));
    }

    [Test]
    public void Any_entry_of_a_baseline_comes_back() =>
        Prop.ForAll<NonEmptyString, PositiveInt>((file, count) =>
        {
            var entry = new BaselineEntry("AIA0201", file.Get, "M:Shop.Order.Add(int)", count.Get);
            return Baseline.Parse(SourceText.From(Baseline.Print([entry]))).Entries.Single() is var read
                && read with { Place = default } == entry;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_reviewer_comes_back() =>
        Prop.ForAll<NonEmptyString>(name =>
        {
            var entry = new SignOff("T:Shop.Order", "0123456789abcdef", "2026-01-31", name.Get, "read it");
            return SignOffs.Parse(SourceText.From(SignOffs.Print([entry]))).Entries.Single() is var read
                && read with { Place = default } == entry;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_sentence_comes_back() =>
        Prop.ForAll(Sentences(), sentence =>
            InvariantSentences.Parse(SourceText.From(sentence.ToString())).Entries.Single().ToString()
                == sentence.ToString())
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_text_is_survived() =>
        Prop.ForAll<string>(text =>
        {
            var source = SourceText.From(text ?? "");
            var lines = LedgerLine.In(source).Count();
            return Baseline.Parse(source) is var baseline
                && baseline.Entries.Length + baseline.Malformed.Length == lines
                && SignOffs.Parse(source) is var reviews
                && reviews.Entries.Length + reviews.Malformed.Length == lines
                && InvariantSentences.Parse(source) is var sentences
                && sentences.Entries.Length + sentences.Malformed.Length == lines;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_order_of_the_words_is_survived() =>
        Prop.ForAll(Lines(), line =>
        {
            var source = SourceText.From(line);
            var read = InvariantSentences.Parse(source);
            return read.Entries.Length + read.Malformed.Length == LedgerLine.In(source).Count()
                && read.Malformed.All(flaw => flaw.Place.Length > 0 && flaw.Place.End <= source.Length);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Lines() =>
        Gen.Elements(
            "types named public methods of may must not only be called by use take write static state or Shop * A.*"
                .Split(' '))
            .ArrayOf()
            .Select(words => string.Join(" ", words))
            .ToArbitrary();

    private static Arbitrary<Invariant> Sentences()
    {
        var names = Gen.Elements("Shop", "Shop.Payments.*", "*Controller", "System.DateTime.Now", "*", "_a1.B");
        var someNames = names.NonEmptyListOf().Select(list => list.Take(3));
        var generator =
            from subject in Gen.Elements(Enum.GetValues<InvariantSubject>())
            from scope in names
            from demand in Gen.Elements(
                InvariantDemand.NotUse, InvariantDemand.OnlyCalledBy, InvariantDemand.NotWriteStaticState)
            from some in someNames
            let asked = subject == InvariantSubject.PublicMethodsOf ? InvariantDemand.Take : demand
            select new Invariant(
                subject, scope, asked, asked == InvariantDemand.NotWriteStaticState ? [] : [.. some]);
        return generator.ToArbitrary();
    }
}
