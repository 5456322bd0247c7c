using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Properties;

/// <summary>What holds for all values.</summary>
internal enum LawKind
{
    /// <summary>What is undone is as it was.</summary>
    RoundTrip,

    /// <summary>What is sorted is in order, and all there.</summary>
    Order,

    /// <summary>The parts add up to the whole.</summary>
    Sum,
}

/// <summary>A property that a method has by its name and its types.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Method">The method, or the one that does.</param>
/// <param name="Undo">The one that undoes it; null where there is one method only.</param>
internal sealed record Law(LawKind Kind, IMethodSymbol Method, IMethodSymbol? Undo)
{
    /// <summary>Verbs and what undoes them.</summary>
    private static readonly ImmutableArray<(string Do, string Undo)> Pairs = ImmutableArray.Create(
        ("Encode", "Decode"),
        ("Serialize", "Deserialize"),
        ("Format", "Parse"),
        ("Escape", "Unescape"),
        ("Compress", "Decompress"),
        ("Encrypt", "Decrypt"),
        ("Pack", "Unpack"),
        ("Quote", "Unquote"),
        ("Marshal", "Unmarshal"),
        ("Protect", "Unprotect"),
        ("To", "From"));

    private static readonly ImmutableHashSet<string> Splitting = WordSet.Of(
        "split allocate distribute apportion divide prorate share");

    /// <summary>The two methods, or the one.</summary>
    public IEnumerable<IMethodSymbol> Methods => Undo is null ? [Method] : [Method, Undo];

    /// <summary>The property of a method; null where it has none that is known.</summary>
    public static Law? Of(IMethodSymbol method) =>
        RoundTripOf(method) ?? OrderOf(method) ?? SumOf(method);

    /// <summary>The type of the elements of an array or list.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } list
            when list.SpecialType != SpecialType.System_String && IsSequence(list) => arguments[0],
        _ => null,
    };

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type.AllInterfaces.Any(static contract =>
            contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);

    private static Law? RoundTripOf(IMethodSymbol method)
    {
        foreach (var (todo, undo) in Pairs)
        {
            if (Counterpart(method, todo, undo) is { } back && AreInverse(method, back))
                return new(LawKind.RoundTrip, method, back);
            if (Counterpart(method, undo, todo) is { } forth && AreInverse(forth, method))
                return new(LawKind.RoundTrip, forth, method);
        }

        return null;
    }

    /// <summary>The only method with the other verb and the same rest of the name.</summary>
    private static IMethodSymbol? Counterpart(IMethodSymbol method, string verb, string other)
    {
        if (!StartsWithWord(method.Name, verb)) return null;
        var candidates = method.ContainingType.GetMembers(other + method.Name.Substring(verb.Length));
        return candidates.Length == 1 && candidates[0] is IMethodSymbol only && only.IsStatic == method.IsStatic
            ? only
            : null;
    }

    private static bool StartsWithWord(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal)
        && (name.Length == word.Length ? word.Length > 2 : !char.IsLower(name[word.Length]));

    private static bool AreInverse(IMethodSymbol method, IMethodSymbol undo) =>
        OnlyValueOf(method) is { } given
        && OnlyValueOf(undo) is { } made
        && !method.IsGenericMethod
        && !undo.IsGenericMethod
        && SymbolEqualityComparer.Default.Equals(given.Type, undo.ReturnType)
        && SymbolEqualityComparer.Default.Equals(made.Type, method.ReturnType);

    private static IParameterSymbol? OnlyValueOf(IMethodSymbol method) =>
        method.Parameters.Length > 0
        && method.Parameters[0].RefKind == RefKind.None
        && method.Parameters.Skip(1).All(static parameter => parameter.IsOptional)
            ? method.Parameters[0]
            : null;

    private static Law? OrderOf(IMethodSymbol method) =>
        Words.Of(method.Name) is [var verb, ..]
        && verb is "sort" or "sorted"
        && OnlyValueOf(method) is { } given
        && ElementOf(given.Type) is { } element
        && SymbolEqualityComparer.Default.Equals(element, ElementOf(method.ReturnType))
            ? new(LawKind.Order, method, Undo: null)
            : null;

    private static Law? SumOf(IMethodSymbol method) =>
        Words.Of(method.Name) is [var verb, ..]
        && Splitting.Contains(verb)
        && method.Parameters.Length == 2
        && method.Parameters[0].Type.SpecialType == SpecialType.System_Decimal
        && method.Parameters[1].Type.SpecialType == SpecialType.System_Int32
        && ElementOf(method.ReturnType)?.SpecialType == SpecialType.System_Decimal
            ? new(LawKind.Sum, method, Undo: null)
            : null;
}
