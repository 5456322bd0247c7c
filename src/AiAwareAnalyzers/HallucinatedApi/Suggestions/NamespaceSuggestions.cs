using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Names;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What may have been meant by a namespace that no reference has.</summary>
internal static class NamespaceSuggestions
{
    private const double Around = 0.15;

    /// <summary>What assemblies have at the end of their names, and namespaces have not.</summary>
    private const string OfAssemblies = "Abstraction";
    private const double Moved = 1.3;

    /// <summary>At most three, best first: whole names.</summary>
    public static ImmutableArray<Suggestion> For(string name, Compilation compilation)
    {
        var likeness = new Likeness(name, Vocabulary.Of(compilation));
        var root = RootOf(name);
        var moved = MovedTo(name);
        return Suggestion.Best(ReferencedTypes.Of(compilation).Namespaces
            .Select(space => (Space: space, Name: space.ToDisplayString()))
            .Where(known => (RootOf(known.Name) == root || moved.Contains(known.Name)) && HasTypes(known.Space))
            .Select(known => new Suggestion(
                known.Name,
                moved.Contains(known.Name) ? Moved
                : IsAround(known.Name, name) && name[(known.Name.Length + 1)..].TrimEnd('s') == OfAssemblies ? Moved
                : likeness.To(known.Name) - (IsAround(known.Name, name) ? Around : 0),
                known.Space)));
    }

    /// <summary>Where the types of an older namespace are found today.</summary>
    private static ImmutableHashSet<string> MovedTo(string name) =>
        KnownText.Lines("MovedNamespaces")
            .Select(line => line.Split([" = "], StringSplitOptions.None))
            .FirstOrDefault(sides => sides[0] == name)?[1].Split(' ').ToImmutableHashSet()
            ?? ImmutableHashSet<string>.Empty;

    /// <summary>What was written already, and was not enough.</summary>
    private static bool IsAround(string outer, string name) => name.StartsWith(outer + ".", StringComparison.Ordinal);

    private static bool HasTypes(INamespaceSymbol space) =>
        space.GetTypeMembers().Any(type => type.DeclaredAccessibility == Accessibility.Public);

    private static string RootOf(string name) => name.Split('.')[0];
}
