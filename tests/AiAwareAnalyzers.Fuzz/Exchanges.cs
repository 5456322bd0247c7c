namespace AiAwareAnalyzers.Fuzz;

/// <summary>Blind changes: expressions and names change places, tokens are lost or doubled.</summary>
internal static class Exchanges
{
    private const int EachSeed = 40;

    public static IEnumerable<Mutant> Of(Seed seed, int number)
    {
        var random = new Random(number ^ seed.Text.Length);
        var expressions = seed.All<ExpressionSyntax>().ToArray();
        var tokens = seed.Root.DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        for (var i = 0; i < EachSeed && expressions.Length > 1; i++)
        {
            var (one, other) = (
                expressions[random.Next(expressions.Length)], expressions[random.Next(expressions.Length)]);
            yield return new Mutant(seed, "an exchanged expression", new TextChange(one.Span, other.ToString()));
            var token = tokens[random.Next(tokens.Length)];
            yield return new Mutant(seed, "a lost token", new TextChange(token.Span, ""));
            yield return new Mutant(
                seed, "an exchanged token", new TextChange(token.Span, tokens[random.Next(tokens.Length)].Text));
        }
    }
}
