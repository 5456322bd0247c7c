using AiAwareAnalyzers.Knowledge.Names;

namespace AiAwareAnalyzers.Knowledge.Suggestions;

/// <summary>What may have been meant by a namespace that no reference has.</summary>
internal static class NamespaceSuggestions
{
    /// <summary>At most three, best first: whole names.</summary>
    public static ImmutableArray<Suggestion> For(string name, Compilation compilation)
    {
        var likeness = new Likeness(name, Vocabulary.Of(compilation));
        var root = RootOf(name);
        return Suggestion.Best(ReferencedTypes.Of(compilation).Namespaces
            .Select(space => (Space: space, Name: space.ToDisplayString()))
            .Where(known => RootOf(known.Name) == root && HasTypes(known.Space))
            .Select(known => new Suggestion(known.Name, likeness.To(known.Name), known.Space)));
    }

    private static bool HasTypes(INamespaceSymbol space) => space.GetTypeMembers().Any(type => type.DeclaredAccessibility == Accessibility.Public);

    private static string RootOf(string name) => name.Split('.')[0];
}
