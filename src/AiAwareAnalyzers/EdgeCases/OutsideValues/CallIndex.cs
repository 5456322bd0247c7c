using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Who calls a method of this project: found by name in the trees, once somebody asks, and bound only where the name
/// fits.
/// </summary>
internal sealed class CallIndex
{
    /// <summary>A name that is called more often than this is everybody's.</summary>
    private const int MaxCalls = 12;

    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _calls;

    private CallIndex(Compilation compilation)
    {
        _compilation = compilation;
        _calls = new(() => compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .ToLookup(NameOf, StringComparer.Ordinal));
    }

    public static CallIndex Of(Compilation compilation) => Facts.Of(compilation, static c => new CallIndex(c));

    /// <summary>
    /// The calls that reach a method, directly or through an interface that it implements; none where there are too
    /// many.
    /// </summary>
    public IEnumerable<IInvocationOperation> Of(IMethodSymbol method)
    {
        var named = _calls.Value[method.Name].Take(MaxCalls + 1).ToList();
        return named.Count > MaxCalls
            ? []
            : named
                .Select(call => Semantics.Of(_compilation).ModelOf(call.SyntaxTree)?.GetOperation(call))
                .OfType<IInvocationOperation>()
                .Where(call => Reaches(call.TargetMethod, method));
    }

    private static bool Reaches(IMethodSymbol called, IMethodSymbol method)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        method = method.OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(called, method)
            || called.ContainingType.TypeKind == TypeKind.Interface
            && method.ContainingType.AllInterfaces.Any(contract =>
                SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, called.ContainingType))
            && called.Parameters.Length == method.Parameters.Length;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
