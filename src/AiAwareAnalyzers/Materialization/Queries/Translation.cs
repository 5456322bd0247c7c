using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization.Queries;

/// <summary>Whether a query provider can evaluate a function, with the same result as memory.</summary>
internal enum Translatable
{
    /// <summary>It calls code of the program, which no database knows.</summary>
    Never,

    /// <summary>
    /// It may translate, or mean something else there: text and culture, clocks, functions of the framework.
    /// </summary>
    Perhaps,

    /// <summary>Comparisons of mapped scalars, null checks, keys in a list.</summary>
    Surely,
}

/// <summary>What moves into a query without changing its meaning.</summary>
internal static class Translation
{
    /// <summary>
    /// Whether a condition or projection of one row translates; statements are no expression that a query could read.
    /// </summary>
    public static Translatable Of(IAnonymousFunctionOperation lambda) =>
        lambda.Symbol.Parameters.Length == 1
        && lambda.Syntax is not (LambdaExpressionSyntax { Body: BlockSyntax } or AnonymousMethodExpressionSyntax)
        && lambda.Result() is { } value
            ? new TranslatableRow(lambda.Symbol.Parameters[0]).Of(value)
            : Translatable.Never;

    /// <summary>Whether a condition inside the body of a loop over rows translates.</summary>
    public static Translatable Of(IOperation condition, ILocalSymbol row) => new TranslatableRow(row).Of(condition);

    /// <summary>
    /// What a function says of text that a database leaves to its collation; null where it says nothing.
    /// </summary>
    public static string? CollationIn(IAnonymousFunctionOperation? lambda) => lambda?.Body.Descendants()
        .OfType<IInvocationOperation>()
        .Select(FrameworkMembers.CollationIn)
        .FirstOrDefault(static collation => collation is not null);

    /// <summary>
    /// Whether a function only reads its row: evaluated more often, less often or later, it gives the same.
    /// </summary>
    public static bool IsPure(IAnonymousFunctionOperation lambda) =>
        lambda.Result() is { } value && value.DescendantsAndSelf().All(IsHarmless);

    private static bool IsHarmless(IOperation operation) => operation switch
    {
        IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation }
        or IIncrementOrDecrementOperation => false,
        IAwaitOperation or IThrowOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation => false,
        IBinaryOperation binary => binary.OperatorMethod is null or { ContainingType.SpecialType: not SpecialType.None }
            && (binary.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
                || binary.RightOperand.ConstantValue is { HasValue: true, Value: not 0 }),
        IInvocationOperation call => IsHarmless(call.TargetMethod),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } => false,
        IConversionOperation conversion =>
            conversion.OperatorMethod is null or { ContainingType.SpecialType: not SpecialType.None },
        _ => true,
    };

    /// <summary>Methods of strings that neither change nor reject anything.</summary>
    private static bool IsHarmless(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_String
        && method.Name is "Contains" or "StartsWith" or "EndsWith" or "ToUpperInvariant" or "ToLowerInvariant" or "Trim"
            or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals";
}
