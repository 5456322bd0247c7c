using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Functions that convert what they can, and have something to return where they cannot.</summary>
internal static class TriedConversions
{
    /// <summary>One conversion, which reaches for nothing outside, and a returned fallback behind it.</summary>
    public static bool AreIn(CatchClause caught) =>
        caught is { Attempt: { Awaits: false, ReachesOut: false }, Statement.Body.Operations.Length: 1 }
        && IsConversion(caught.Function)
        && caught.Statement.Parent is IBlockOperation block
        && block.Operations.LastOrDefault() is IReturnOperation { ReturnedValue: not null, IsImplicit: false };

    private static bool IsConversion(IMethodSymbol function) =>
        !Promises.ReturnsNothing(function)
        && (IsNamedSo(function.ContainingType)
            || (Words.Of(function.Name) is ["to" or "convert", ..]
                && Promises.Returned(function).NullableAnnotation == NullableAnnotation.Annotated));

    private static bool IsNamedSo(INamedTypeSymbol? type) =>
        type is not null && Words.Of(type.Name) is ["safe", ..] or [.., "parser" or "converter"];
}
