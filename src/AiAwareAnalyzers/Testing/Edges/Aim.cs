using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>Whether a test is about a method, and does not only need it to prepare something else.</summary>
internal static class Aim
{
    /// <summary>What the name of a class of tests has besides that of a type.</summary>
    private static readonly ImmutableHashSet<string> Kinds = WordSet.Of(
        "test tests unit integration aggregate entity domain spec specs should fixture facts property properties",
        "behavior behaviour");

    /// <summary>Its class is named after the type, or the test after the method.</summary>
    public static bool IsAt(IMethodSymbol test, IMethodSymbol subject) =>
        IsNamedAfter(test.ContainingType, subject)
        || (Names(test, subject.Name)
            && (Words.Of(subject.Name).Length > 1 || Names(test, subject.ContainingType.Name)));

    private static bool IsNamedAfter(INamedTypeSymbol testClass, IMethodSymbol subject)
    {
        var type = subject.ContainingType.Name;
        for (var around = testClass; around is not null; around = around.ContainingType)
            if (around.Name.StartsWith(type, StringComparison.Ordinal)
                && Words.Of(around.Name.Substring(type.Length)).All(word =>
                    Kinds.Contains(word) || Words.Of(subject.Name).Contains(word)))
                return true;
        return false;
    }

    private static bool Names(IMethodSymbol test, string name) =>
        test.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0;
}
