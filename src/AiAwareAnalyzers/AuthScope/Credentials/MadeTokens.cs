using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>Tokens that the program has just made itself: nobody else has chosen what they say.</summary>
internal static class MadeTokens
{
    private static readonly ImmutableHashSet<string> Writing = WordSet.Of("CreateEncodedJwt CreateToken WriteToken");

    /// <summary>The text of such a token, from the library or from a method of the program that asks it.</summary>
    public static bool Is(IOperation value, Compilation compilation) =>
        Locals.Around(value, compilation).Follow(value) is IInvocationOperation { TargetMethod: var method }
        && (IsWriting(method)
            || (MethodSummaries.Of(compilation).Behind(method) is { IsEmpty: false } bodies
                && bodies.All(static body => body.Answers.Any() && body.Answers.All(IsWritten))));

    private static bool IsWritten(IOperation answer) =>
        answer.Settled() is IInvocationOperation { TargetMethod: var method } && IsWriting(method);

    private static bool IsWriting(IMethodSymbol method) =>
        Writing.Contains(method.Name)
        && method.ReturnType.SpecialType == SpecialType.System_String
        && method.ContainingType.Name.EndsWith("TokenHandler", StringComparison.Ordinal);
}
