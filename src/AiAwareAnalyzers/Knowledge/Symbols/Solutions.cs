namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>Which projects belong together: those whose assemblies begin with the same name.</summary>
internal static class Solutions
{
    /// <summary>Whether two symbols stand in one solution, as far as the names of their assemblies tell.</summary>
    public static bool AreOne(ISymbol one, ISymbol other) =>
        one.ContainingAssembly is { } mine
        && other.ContainingAssembly is { } theirs
        && NameOf(mine) == NameOf(theirs);

    private static string NameOf(IAssemblySymbol assembly) => assembly.Name.Split('.')[0];
}
