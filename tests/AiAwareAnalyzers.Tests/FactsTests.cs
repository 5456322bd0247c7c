namespace AiAwareAnalyzers.Tests;

public sealed class FactsTests
{
    [Test]
    public void A_topic_is_learned_once_per_compilation_however_many_ask()
    {
        var compilation = CSharpCompilation.Create("One");
        var learned = 0;
        Parallel.For(0, 100, _ => Facts.Of(compilation, _ => new Topic(Interlocked.Increment(ref learned))));
        Assert.That(learned, Is.EqualTo(1));
    }

    [Test]
    public void Another_compilation_learns_anew()
    {
        var first = Facts.Of(CSharpCompilation.Create("One"), _ => new Topic(1));
        var second = Facts.Of(CSharpCompilation.Create("Two"), _ => new Topic(2));
        Assert.That((first.Number, second.Number), Is.EqualTo((1, 2)));
    }

    [Test]
    public void Topics_do_not_mix()
    {
        var compilation = CSharpCompilation.Create("One");
        Facts.Of(compilation, _ => new Topic(1));
        Assert.That(Facts.Of(compilation, _ => "another"), Is.EqualTo("another"));
    }

    private sealed record Topic(int Number);
}
