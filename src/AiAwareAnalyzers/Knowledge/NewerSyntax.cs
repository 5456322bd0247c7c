namespace AiAwareAnalyzers.Knowledge;

/// <summary>Kinds that newer compilers know and 4.5.0 does not: they are met by number and looked into through their children.</summary>
internal static class NewerSyntax
{
    public const OperationKind CollectionExpression = (OperationKind)127;

    public const OperationKind Spread = (OperationKind)128;
}
