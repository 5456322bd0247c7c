using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>
/// Values that were computed with a secret key or from a password, however they were written down afterwards.
/// </summary>
internal static class KeyedHash
{
    private const int Patience = 6;

    /// <summary>How bytes are written down.</summary>
    private static readonly ImmutableHashSet<string> Writings = WordSet.Of(
        "ToHexString ToHexStringLower ToBase64String ToString ToLower ToLowerInvariant ToUpper ToUpperInvariant",
        "Replace TrimEnd Concat ToArray Encode EncodeToString");

    public static bool IsMade(IOperation value) => IsMade(value, Trail.OfSteps(Patience));

    private static bool IsMade(IOperation value, Trail trail) => !trail.IsOver && value.Unconverted() switch
    {
        IInvocationOperation call when IsKeyed(call.TargetMethod, call.Instance) => true,
        IInvocationOperation call when Writings.Contains(call.TargetMethod.Name) =>
            Inputs(call).Any(input => IsMade(input, trail.Deeper())),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
            IsMade(sum.LeftOperand, trail.Deeper()) || IsMade(sum.RightOperand, trail.Deeper()),
        IInterpolatedStringOperation text =>
            text.Parts.OfType<IInterpolationOperation>().Any(hole => IsMade(hole.Expression, trail.Deeper())),
        ILocalReferenceOperation local =>
            trail.TryPass(local.Local, out var further)
            && InitialValue(local) is { } initial
            && IsMade(initial, further),
        _ => false,
    };

    private static bool IsKeyed(IMethodSymbol method, IOperation? instance) => method.Name switch
    {
        "ComputeHash" or "HashData" or "GetHashAndReset" => IsKeyedType(instance?.Type ?? method.ContainingType),
        "GetBytes" => method.ContainingType.Name == "Rfc2898DeriveBytes",
        "Pbkdf2" => true,
        _ => false,
    };

    private static bool IsKeyedType(ITypeSymbol? type) =>
        type.SelfAndBases().Any(current => current.Name is "KeyedHashAlgorithm" or "HMAC"
            || current.Name.StartsWith("HMAC", StringComparison.Ordinal));

    private static IEnumerable<IOperation> Inputs(IInvocationOperation call)
    {
        if (call.Instance is { } instance) yield return instance;
        foreach (var argument in call.Arguments) yield return argument.Value;
    }

    /// <summary>Only in the file at hand, and only what the declaration says.</summary>
    private static IOperation? InitialValue(ILocalReferenceOperation local) =>
        local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && local.SemanticModel is { } model && model.SyntaxTree == declaration.SyntaxTree
        && model.GetOperation(declaration) is IVariableDeclaratorOperation variable
            ? variable.GetVariableInitializer()?.Value
            : null;
}
