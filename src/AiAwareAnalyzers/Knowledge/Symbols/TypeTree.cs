namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>What is declared below a namespace.</summary>
internal static class TypeTree
{
    /// <summary>All types, nested ones behind the type that holds them; however deep they are nested.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(this INamespaceSymbol root)
    {
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            var holder = open.Pop();
            if (holder is INamedTypeSymbol type) yield return type;
            var inside = holder is INamespaceSymbol space ? space.GetMembers() : holder.GetTypeMembers();
            foreach (var member in inside.Reverse()) open.Push(member);
        }
    }
}
