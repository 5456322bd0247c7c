namespace AiAwareAnalyzers.Knowledge.Symbols;

/// <summary>The names that a type goes by, and what comes of it.</summary>
internal static class TypeNames
{
    /// <summary>Without a core library nothing binds, and nothing can be said.</summary>
    public static bool LacksCore(Compilation compilation) =>
        compilation.GetSpecialType(SpecialType.System_Object).TypeKind == TypeKind.Error;

    /// <summary>The type, its base types and its interfaces.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndAncestors(ITypeSymbol type)
    {
        foreach (var self in type.SelfAndBases()) yield return self;
        foreach (var contract in type.AllInterfaces) yield return contract;
        if (type is ITypeParameterSymbol parameter)
            foreach (var constraint in parameter.ConstraintTypes.SelectMany(SelfAndAncestors)) yield return constraint;
    }

    /// <summary>The plain names of a type and its ancestors, the nearest first.</summary>
    public static IReadOnlyList<string> Of(ITypeSymbol type) =>
        [.. SelfAndAncestors(type).Select(each => each is IArrayTypeSymbol ? nameof(Array) : each.Name).Distinct()];

    /// <summary>
    /// The metadata names of a type and its ancestors, and what an array and a type parameter go by in the API's
    /// history.
    /// </summary>
    public static HashSet<string> MetadataOf(ITypeSymbol type)
    {
        var names = new HashSet<string>(
            SelfAndAncestors(type).Select(each => each.MetadataName), StringComparer.Ordinal) { "*" };
        if (type is IArrayTypeSymbol) names.Add("*[]");
        return names;
    }

    /// <summary>With namespace and arity, nested types after a dot: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string FullMetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return FullMetadataName(outer) + "." + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + type.MetadataName
            : type.MetadataName;
    }

    /// <summary>The type of a member's value; null where it has none.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IEventSymbol @event => @event.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    /// <summary>What <c>await</c> makes of a type; null where it cannot be awaited.</summary>
    public static ITypeSymbol? AwaitedType(ITypeSymbol type) =>
        type.GetMembers("GetAwaiter")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.IsEmpty)?.ReturnType
            .GetMembers("GetResult").OfType<IMethodSymbol>().FirstOrDefault()?.ReturnType;

    /// <summary>As it is written in code that imports its namespace.</summary>
    public static string Written(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
