namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>What comes of a question that finds nothing.</summary>
internal enum LookupResult
{
    /// <summary>A null, which the code may ask for.</summary>
    Null,

    /// <summary>An empty list.</summary>
    Nothing,

    /// <summary>An exception.</summary>
    Throws,

    /// <summary>A false.</summary>
    False,
}

/// <summary>A call that names something by a text, and why that finds nothing.</summary>
/// <param name="Call">The call.</param>
/// <param name="Place">What holds the name; the call itself where there is none.</param>
/// <param name="Failure">What comes of it.</param>
/// <param name="Miss">Why.</param>
/// <param name="IsOwn">Whether what is looked for would be written in this project.</param>
internal sealed record RunTimeLookup(
    IInvocationOperation Call, IOperation? Place, LookupResult Failure, LookupFailure Miss, bool IsOwn)
{
    /// <summary>The type that is asked for a member; null where a type is asked for.</summary>
    public INamedTypeSymbol? Within { get; init; }

    /// <summary>The argument for a parameter of one of these names, where the call gives it.</summary>
    public static IOperation? ArgumentOf(IInvocationOperation call, params string[] parameters)
    {
        foreach (var argument in call.Arguments)
            if (argument is { Parameter: { } parameter, ArgumentKind: not ArgumentKind.DefaultValue }
                && parameters.Contains(parameter.Name))
                return argument.Value;
        return null;
    }

    public static bool IsOwnType(ITypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
}
