using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>What never leaves the developer's machine: tools of the design time, and servers on it.</summary>
internal static class OnlyHere
{
    private static readonly ImmutableArray<string> Loopbacks = ImmutableArray.Create(
        "=localhost", "= localhost", "=127.0.0.1", "=(local", "=.;", "=.\\", "@localhost", "@127.0.0.1", "//localhost");

    /// <summary>A connection to this very machine, whose password opens nothing elsewhere.</summary>
    public static bool Connects(string text) =>
        Loopbacks.Any(loopback => text.IndexOf(loopback, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>
    /// A type that is named after the developer's machine or a demonstration, and that nobody in sight calls elsewhere.
    /// </summary>
    public static bool IsForDevelopers(INamedTypeSymbol? type) =>
        type is not null && Words.StemsOf(type.Name).Any(static word => word is "dev" or "development" or "demo");

    /// <summary>A factory that only the tools of Entity Framework call.</summary>
    public static bool IsDesignTime(ISymbol member) =>
        member.ContainingType?.AllInterfaces.Any(static face => face.Name == "IDesignTimeDbContextFactory") == true;

    /// <summary>
    /// What a context does for itself where nobody has configured it: the tools make it so, and no application does.
    /// </summary>
    public static bool IsUnconfigured(ISymbol member, SyntaxNode place) =>
        member is IMethodSymbol { Name: "OnConfiguring", IsOverride: true }
        && place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.DescendantTokens()
            .Any(token => token.ValueText == "IsConfigured" && token.SpanStart < place.SpanStart);
}
