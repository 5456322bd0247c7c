namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A number that a request gives.</summary>
/// <param name="Name">As it is called where it comes in: <c>pageSize</c>, <c>query.Size</c>.</param>
/// <param name="Type">As it is declared there.</param>
/// <param name="Method">What takes the request.</param>
internal sealed record RequestNumber(string Name, ITypeSymbol Type, IMethodSymbol Method)
{
    /// <summary>The method that takes it: <c>OrdersController.List</c>, or "the endpoint" for a lambda.</summary>
    public string Handler => Method.MethodKind == MethodKind.AnonymousFunction
        ? "the endpoint"
        : $"'{Method.ContainingType.Name}.{Method.Name}'";
}
