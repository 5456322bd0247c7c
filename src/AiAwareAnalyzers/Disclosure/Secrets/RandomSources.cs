using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Where values come from that look random: generators, clocks, Guids.</summary>
internal sealed class RandomSources
{
    private static readonly ImmutableHashSet<string> Draws = WordSet.Of(
        "Next NextInt64 NextBytes NextDouble NextSingle GetItems GetString GetHexString");

    private readonly INamedTypeSymbol? _random;
    private readonly INamedTypeSymbol? _guid;

    private RandomSources(Compilation compilation)
    {
        _random = compilation.GetTypeByMetadataName("System.Random");
        _guid = compilation.GetTypeByMetadataName("System.Guid");
    }

    public static RandomSources Of(Compilation compilation) => Facts.Of(compilation, static c => new RandomSources(c));

    /// <summary>A draw of <c>Random</c>: whoever sees a few of them knows the rest.</summary>
    public bool IsDraw(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: false } method
        && Draws.Contains(method.Name)
        && method.ContainingType.Inherits(_random);

    /// <summary>Whether a token may name a draw: nothing is bound.</summary>
    public static bool MayBeDraw(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) && Draws.Contains(token.ValueText);

    public bool IsNewGuid(IInvocationOperation call) =>
        call.TargetMethod is { Name: "NewGuid" or "CreateVersion7", IsStatic: true } method
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, _guid);

    /// <summary>The time, as a number: everybody has a clock.</summary>
    public static bool IsClock(IPropertyReferenceOperation property) => property.Property switch
    {
        { Name: "Ticks", ContainingType.Name: "DateTime" or "DateTimeOffset" } =>
            property.Instance is IPropertyReferenceOperation { Property.Name: "Now" or "UtcNow" },
        { Name: "TickCount" or "TickCount64", ContainingType.Name: "Environment" } => true,
        _ => false,
    };
}
