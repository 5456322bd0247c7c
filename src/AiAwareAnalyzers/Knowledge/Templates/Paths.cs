namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>What <c>System.IO.Path</c> does to the texts that it is given.</summary>
internal static class Paths
{
    public static bool IsPath(INamedTypeSymbol type) =>
        type is { Name: "Path", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } };

    /// <summary>Whether a call gives the last name of a path, whatever that is.</summary>
    public static bool GivesName(IMethodSymbol method) => method.Name is "GetFileName" or "GetFileNameWithoutExtension";

    public static PathRole RoleOf(IMethodSymbol method) => method.Name switch
    {
        "Combine" or "Join" => PathRole.Joins,
        "GetFullPath" when method.Parameters.Length == 2 => PathRole.KeepsFirst,
        "GetFullPath" or "GetRelativePath" or "TrimEndingDirectorySeparator" => PathRole.Keeps,
        "ChangeExtension" or "GetDirectoryName" => PathRole.KeepsFirst,
        _ => PathRole.Cuts,
    };
}

internal enum PathRole
{
    /// <summary>The pieces follow each other, and one that is rooted wins.</summary>
    Joins,

    /// <summary>The last argument stays what it is.</summary>
    Keeps,

    /// <summary>The first argument stays what it is.</summary>
    KeepsFirst,

    /// <summary>
    /// What leaves the folder is cut off, or was never there: <c>GetFileName</c>, <c>GetExtension</c>,
    /// <c>GetRandomFileName</c>.
    /// </summary>
    Cuts,
}
