using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring.Container;

/// <summary>Scopes that nobody disposes of, and services of them that somebody keeps.</summary>
internal static class OpenScopes
{
    private static readonly ImmutableHashSet<string> Making = WordSet.Of(
        "ActivatorUtilities ServiceProviderServiceExtensions");

    /// <summary>
    /// Whether a provider is that of such a scope: <c>provider.CreateScope().ServiceProvider</c>, also by way of
    /// locals.
    /// </summary>
    public static bool Give(IOperation provider) => Give(provider, Trail.Start);

    private static bool Give(IOperation provider, Trail trail) => provider.Unconverted() switch
    {
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial && Give(initial, further),
        IPropertyReferenceOperation { Property.Name: "ServiceProvider", Instance: { } scope } =>
            IsLeftOpen(scope.Unconverted(), trail),
        _ => false,
    };

    private static bool IsLeftOpen(IOperation scope, Trail trail) => scope switch
    {
        IInvocationOperation { TargetMethod.Name: "CreateScope" or "CreateAsyncScope" } => true,
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further)?.Unconverted() is IInvocationOperation opening
            && IsLeftOpen(opening, further)
            && !IsInUsing(local.Local)
            && ReferencesTo(local).All(static use => use.Parent is IPropertyReferenceOperation),
        _ => false,
    };

    private static bool IsInUsing(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax
        {
            Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None },
        };

    private static IEnumerable<ILocalReferenceOperation> ReferencesTo(ILocalReferenceOperation local) =>
        Bodies.Around(local).Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Local, local.Local));

    /// <summary>Whether a function answers with a service, or with what was made around it.</summary>
    public static bool IsAnswered(IOperation service) => IsAnswered(service, Trail.Start);

    private static bool IsAnswered(IOperation service, Trail trail)
    {
        for (var outer = service.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case IReturnOperation: return true;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return trail.TryPass(local, out var further)
                        && Bodies.Around(outer).Descendants()
                            .OfType<ILocalReferenceOperation>()
                            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
                            .Any(use => IsAnswered(use, further));
                case IInvocationOperation call when !Making.Contains(call.TargetMethod.ContainingType.Name):
                case IPropertyReferenceOperation or IFieldReferenceOperation or IBinaryOperation or IBlockOperation:
                    return false;
            }

        return false;
    }
}
