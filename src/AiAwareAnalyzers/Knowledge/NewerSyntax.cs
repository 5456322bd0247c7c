namespace AiAwareAnalyzers.Knowledge;

/// <summary>
/// Kinds that newer compilers know and 4.5.0 does not: they are met by number and looked into through their children.
/// </summary>
internal static class NewerSyntax
{
    public const OperationKind CollectionExpression = (OperationKind)127;

    public const OperationKind Spread = (OperationKind)128;

    /// <summary>An element of <c>[a, b]</c>.</summary>
    public const SyntaxKind ExpressionElement = (SyntaxKind)9077;
}
