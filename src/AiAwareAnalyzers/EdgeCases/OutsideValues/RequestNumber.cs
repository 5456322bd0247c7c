namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>A number that a request gives.</summary>
/// <param name="Name">As it is called where it comes in: <c>pageSize</c>, <c>query.Size</c>.</param>
/// <param name="Handler">The method that takes it: <c>OrdersController.List</c>, or "the endpoint" for a
/// lambda.</param>
internal sealed record RequestNumber(string Name, string Handler);
