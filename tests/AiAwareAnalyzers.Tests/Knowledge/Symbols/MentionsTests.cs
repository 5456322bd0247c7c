using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Tests.Knowledge.Symbols;

[TestFixture]
public sealed class MentionsTests
{
    [TestCase("Of", "", 0, TestName = "Nothing names a method but itself")]
    [TestCase("Of", "1.Of(2);", 1, TestName = "An extension is called on its first argument")]
    [TestCase("Of", "Sums.Of(1, 2); System.Func<int, int, int> sum = Sums.Of;", 2, TestName = "And like any other")]
    [TestCase("Of", "\"a\".Of(1);", 0, TestName = "Another method of the name is not meant")]
    [TestCase("First", "new[] { 1 }.First();", 1, TestName = "A generic method has any type in it")]
    public void A_name_means_what_is_declared(string name, string body, int count)
    {
        var compilation = CSharpCompilation.Create(
            "Sums",
            [CSharpSyntaxTree.ParseText($$"""
                static class Sums
                {
                    public static int Of(this int one, int other) => one;
                    public static T First<T>(this T[] all) => all[0];
                    public static int Of(this string text, int other) => other;
                }
                static class Program { static void Main() { {{body}} } }
                """)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var method = compilation.GetTypeByMetadataName("Sums")!.GetMembers(name)[0];
        Assert.That(Mentions.Of([method], compilation).Count(), Is.EqualTo(count));
    }
}
