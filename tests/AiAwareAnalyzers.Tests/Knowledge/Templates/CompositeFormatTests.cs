using AiAwareAnalyzers.Knowledge.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Knowledge.Templates;

[TestFixture]
public sealed class CompositeFormatTests
{
    [TestCase("a{0}b", "a[0]b", TestName = "A place between texts")]
    [TestCase("{0}{1}", "[0][1]", TestName = "Places alone")]
    [TestCase("{0,5:N2}", "[0]", TestName = "Width and form belong to the place")]
    [TestCase("{{0}}", "{0}", TestName = "Doubled braces are text")]
    [TestCase("{{{0}}}", "{[0]}", TestName = "A place in doubled braces")]
    [TestCase("{x}", "{x}", TestName = "A name is no place")]
    [TestCase("{0", "{0", TestName = "An open brace is text")]
    public void A_format_is_split(string format, string shown) => Assert.That(Show(format), Is.EqualTo(shown));

    [Test]
    public void What_string_Format_accepts_is_split_as_it_fills_it() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            ArbMap.Default.ArbFor<NonNull<string>>(),
            (before, after) =>
            {
                var format = Escape(before.Get) + "{0}" + Escape(after.Get) + "{1:x}";
                return Show(format) == string.Format(format, "[0]", "[1]");
            }).QuickCheckThrowOnFailure();

    [Test]
    public void No_text_makes_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), format => Show(format.Get).Length >= 0)
            .QuickCheckThrowOnFailure();

    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");

    private static string Show(string format) =>
        string.Concat(CompositeFormat.Split(format)
            .Select(piece => piece.Argument is { } argument ? $"[{argument}]" : piece.Text));
}
