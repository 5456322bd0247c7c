using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>One call that is awaited on the spot.</summary>
internal sealed record AwaitedCall(Document Document, SimpleNameSyntax Name, AwaitExpressionSyntax Await);

/// <summary>Finds the calls of a function that nobody but this code can call.</summary>
internal static class AwaitedCalls
{
    private const string Suffix = "Async";

    /// <summary>
    /// All calls, each awaited on the spot; null where there are others, or where somebody else could call.
    /// </summary>
    public static async Task<IReadOnlyList<AwaitedCall>?> OfAsync(
        IMethodSymbol symbol, Solution solution, CancellationToken cancellation)
    {
        if (!IsOurs(symbol)) return null;

        var calls = new List<AwaitedCall>();
        foreach (var found in await SymbolFinder.FindReferencesAsync(
            symbol, solution, cancellation).ConfigureAwait(false))
            foreach (var place in found.Locations)
            {
                if (place.Document is SourceGeneratedDocument
                    || await place.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
                    return null;
                if (root.FindNode(place.Location.SourceSpan, getInnermostNodeForTie: true) is not SimpleNameSyntax name
                    || AwaitSyntax.AroundCallOf(name) is not { } awaited)
                    return null;
                calls.Add(new(place.Document, name, awaited));
            }

        return calls.Count > 0 ? calls : null;
    }

    /// <summary>The name of the function without its suffix, if that is free wherever it is called.</summary>
    public static async Task<string> NameAsync(
        IMethodSymbol symbol, IReadOnlyList<AwaitedCall> calls, CancellationToken cancellation)
    {
        if (!symbol.Name.EndsWith(Suffix, StringComparison.Ordinal)
            || symbol.Name.Length == Suffix.Length
            || symbol.ContainingType.GetMembers(symbol.Name).Length > 1)
            return symbol.Name;

        var shorter = symbol.Name[..^Suffix.Length];
        if (!symbol.ContainingType.GetMembers(shorter).IsEmpty) return symbol.Name;
        foreach (var call in calls)
            if (await call.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                || !model.LookupSymbols(call.Name.SpanStart, name: shorter).IsEmpty)
                return symbol.Name;
        return shorter;
    }

    /// <summary>No contract asks for it, no framework finds it by an attribute, no friend sees it.</summary>
    private static bool IsOurs(IMethodSymbol symbol) =>
        symbol is { IsVirtual: false, IsOverride: false, IsAbstract: false, IsExtern: false,
            PartialDefinitionPart: null, PartialImplementationPart: null }
        && (symbol.MethodKind == MethodKind.LocalFunction
            || (symbol is { MethodKind: MethodKind.Ordinary,
                DeclaredAccessibility: Accessibility.Private or Accessibility.Internal }
                && !IsSharedWithFriends(symbol)))
        && symbol.GetAttributes().IsEmpty;

    private static bool IsSharedWithFriends(IMethodSymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Internal
        && symbol.ContainingAssembly.GetAttributes()
            .Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
}
