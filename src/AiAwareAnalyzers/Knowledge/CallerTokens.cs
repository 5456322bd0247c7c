using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge;

/// <summary>Which cancellation tokens came from the caller, seen from a piece of code.</summary>
internal sealed class CallerTokens(SyntaxNode body)
{
    /// <summary>How many locals and linked sources are followed.</summary>
    private const int Patience = 3;

    /// <summary>The token that somebody else gave us, directly, in a local, or linked into a source of our own; null for a mere time limit, which is a failure when one runs into it.</summary>
    public IOperation? Behind(IOperation value) => Behind(value, Patience);

    /// <summary>A pause or a call that is given a token ends with it: there a cancellation comes out.</summary>
    public static bool End(IAwaitOperation awaited) =>
        EmptyValues.Inside(awaited) is IInvocationOperation call && call.Arguments.Any(static argument => argument.ArgumentKind == ArgumentKind.Explicit && IsLive(argument.Value));

    private static bool IsLive(IOperation value) =>
        value is { ConstantValue.HasValue: false, Type.Name: "CancellationToken" } and not IDefaultValueOperation and not IPropertyReferenceOperation { Property.IsStatic: true };

    private IOperation? Behind(IOperation value, int patience) =>
        patience == 0 || value.ConstantValue.HasValue || value.Type is not { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } ? null : value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => IsDeclaredInside(parameter) ? null : value,
            IFieldReferenceOperation { Field.IsStatic: false } => IsKnownOutside(value) ? value : null,
            IPropertyReferenceOperation { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" }, Instance: ILocalReferenceOperation source } => BehindLink(source, patience),
            IPropertyReferenceOperation { Property: { IsStatic: false, ContainingType.Name: not "CancellationTokenSource" } } => IsKnownOutside(value) ? value : null,
            ILocalReferenceOperation local when InitializerOf(local) is { } initializer => Behind(initializer, patience - 1),
            _ => null,
        };

    /// <summary>The first of the caller's tokens among those that a source is linked to.</summary>
    private IOperation? BehindLink(ILocalReferenceOperation source, int patience) =>
        InitializerOf(source) is IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link
            ? link.Arguments.SelectMany(TokensIn).Select(token => Behind(token, patience - 1)).FirstOrDefault(static token => token is not null)
            : null;

    private static IEnumerable<IOperation> TokensIn(IArgumentOperation argument) =>
        argument.Value is IArrayCreationOperation { Initializer: { } tokens } ? tokens.ElementValues : new[] { argument.Value }.AsEnumerable();

    private static IOperation? InitializerOf(ILocalReferenceOperation local) =>
        local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? local.SemanticModel?.GetOperation(value)
            : null;

    private bool IsKnownOutside(IOperation value) =>
        !value.DescendantsAndSelf().Any(part => Attempt.SymbolOf(part) is { Kind: SymbolKind.Local or SymbolKind.Parameter } local && IsDeclaredInside(local));

    private bool IsDeclaredInside(ISymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && declaration.SyntaxTree == body.SyntaxTree && body.Span.Contains(declaration.Span);
}
