using AiAwareAnalyzers.HallucinatedApi.Sources;

namespace AiAwareAnalyzers.HallucinatedApi.Missing;

/// <summary>A namespace that code imports and no reference has, where there is evidence that none will.</summary>
/// <remarks>
/// What another generator brings is not to be seen. So a name counts only where a reference owns the namespace that it
/// lies in, and this project declares nothing there, or where a well-known package or framework is what is missing.
/// </remarks>
internal sealed record MissingNamespace(string Name, string? Owner, RequiredReference? Bringer)
{
    /// <summary>Null where the namespace exists, or where nothing is known of it.</summary>
    public static MissingNamespace? Of(string name, Compilation compilation)
    {
        var space = compilation.GlobalNamespace;
        var owner = (INamespaceSymbol?)null;
        foreach (var part in name.Split('.'))
        {
            if (space.GetMembers(part).OfType<INamespaceOrTypeSymbol>().FirstOrDefault() is not { } member)
                return Judge(name, owner, compilation);
            if (member is not INamespaceSymbol inner) return null;
            owner = space = inner;
        }

        return null;
    }

    /// <summary>
    /// What lies in the namespace comes from references: this project declares nothing there, and nobody generates into
    /// it.
    /// </summary>
    public static bool IsOfReferences(INamespaceSymbol space, Compilation compilation) =>
        !IsOwn(space.ToDisplayString(), compilation) && OwnedByReference(space)
        && !space.ConstituentNamespaces.Any(part =>
            SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, compilation.Assembly));

    private static MissingNamespace? Judge(string name, INamespaceSymbol? owner, Compilation compilation)
    {
        if (IsOwn(name, compilation)) return null;
        if (RequiredReferences.Of(compilation).OfNamespace(name) is { } bringer
            && !Exists(bringer.Namespace, compilation))
            return new MissingNamespace(name, owner?.ToDisplayString(), bringer);
        return owner is not null && OwnedByReference(owner)
            ? new MissingNamespace(name, owner.ToDisplayString(), null)
            : null;
    }

    /// <summary>Below the first name that this project declares or is called by, anything may be generated.</summary>
    private static bool IsOwn(string name, Compilation compilation)
    {
        var root = name.Split('.')[0];
        return root == (compilation.AssemblyName ?? "").Split('.')[0]
            || compilation.Assembly.GlobalNamespace.GetNamespaceMembers()
                .Any(own => own.Name == root && own.Name is not ("System" or "Microsoft"));
    }

    /// <summary>
    /// What lies under the platform's own names comes from references alone; elsewhere a namespace with types speaks
    /// for its owner.
    /// </summary>
    private static bool OwnedByReference(INamespaceSymbol space) =>
        space.GetTypeMembers().Any() || space.ToDisplayString().Split('.')[0] is "System" or "Microsoft";

    private static bool Exists(string name, Compilation compilation)
    {
        var space = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            if (space.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part) is not { } inner) return false;
            space = inner;
        }

        return true;
    }
}
