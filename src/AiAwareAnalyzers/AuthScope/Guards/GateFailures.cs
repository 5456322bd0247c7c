using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>Failures of what a gate asks: none of them says that the caller may.</summary>
internal static class GateFailures
{
    private static readonly ImmutableHashSet<string> Names = WordSet.Of(
        "Object Exception SystemException HttpRequestException IOException OperationCanceledException",
        "TaskCanceledException TimeoutException DbException SqlException RpcException SecurityTokenException",
        "CryptographicException FormatException NullReferenceException");

    public static bool Is(ITypeSymbol? exception) => exception is null || Names.Contains(exception.Name);
}
