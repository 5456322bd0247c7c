namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>Whose code is called: a framework's, which is known, or the program's, which may do anything.</summary>
internal static class ProgramCode
{
    /// <summary>
    /// Code of this project, of another one of its solution, or of a library that nobody here knows: to the compiler
    /// all but the first are references alike, and only a framework is told by its name.
    /// </summary>
    public static bool Holds(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty
        || FirstNameOf(symbol.ContainingNamespace) is not ("System" or "Microsoft" or "Npgsql" or "Dapper");

    private static string FirstNameOf(INamespaceSymbol? space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name ?? "";
    }
}
