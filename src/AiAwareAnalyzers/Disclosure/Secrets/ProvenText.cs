using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>
/// Text that was decrypted with a key of the program: whoever chooses it has the key, and guesses nothing.
/// </summary>
internal static class ProvenText
{
    private const int Patience = 8;

    private static readonly ImmutableHashSet<string> Openings = ImmutableHashSet.Create(
        "Unprotect", "UnprotectAsync", "Decrypt", "DecryptAsync");

    public static bool IsIn(IOperation value, Compilation compilation) =>
        IsIn(value, compilation, Trail.OfSteps(Patience));

    private static bool IsIn(IOperation value, Compilation compilation, Trail trail) =>
        !trail.IsOver && value.Bare() switch
        {
            IInvocationOperation call => Openings.Contains(call.TargetMethod.Name)
                || Opens(call.TargetMethod, compilation)
                || SourceOf(call) is { } source && IsIn(source, compilation, trail.Deeper()),
            IPropertyReferenceOperation { Instance: { } owner } => IsIn(owner, compilation, trail.Deeper()),
            IArrayElementReferenceOperation element => IsIn(element.ArrayReference, compilation, trail.Deeper()),
            IConditionalAccessOperation access => IsIn(access.Operation, compilation, trail.Deeper()),
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial && IsIn(initial, compilation, further),
            _ => false,
        };

    /// <summary>The text that is cut or written down: <c>payload.Split(':')</c>, <c>GetString(bytes)</c>.</summary>
    private static IOperation? SourceOf(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Split" or "Substring" or "Trim" or "ToString" => call.Instance,
        "GetString" => call.Arguments.FirstOrDefault()?.Value,
        _ => null,
    };

    /// <summary>
    /// A reader of tokens: each method that may answer the call opens what was sealed. By its text alone, for nobody
    /// opens by accident.
    /// </summary>
    private static bool Opens(IMethodSymbol method, Compilation compilation) =>
        Implementations.Of(compilation).Of(method) is { IsEmpty: false } bodies
        && bodies.All(static body => body.DeclaringSyntaxReferences.Any(OpensIn));

    private static bool OpensIn(SyntaxReference body) =>
        body.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(static call => Openings.Contains(Calls.NameOf(call)));
}
