using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>
/// A number that a test works out in several steps from the very values that it gives to the code under test. Where
/// that lies in another project its own steps are not to be seen, and these are at best the same.
/// </summary>
internal static class Formula
{
    /// <summary>A sum or a product is as plain as a number that is written down.</summary>
    private const int FewestSteps = 2;

    public static bool Shows(IOperation expected, IInvocationOperation call, TestBody test)
    {
        var value = test.Locals.Follow(expected);
        if (!IsNumber(value.Type)) return false;

        var worked = PartsBehind(value, test.Locals);
        return worked.Any(IsMore)
            && worked.Count(IsStep) >= FewestSteps
            && !worked.Any(part => part is IInvocationOperation other && test.Subject.Has(other.TargetMethod))
            && VariablesIn(worked) is { Count: > 0 } variables
            && VariablesIn(PartsBehind(call, test.Locals)).Overlaps(variables);
    }

    private static bool IsNumber(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsStep(IOperation part) => part is IBinaryOperation pair && IsNumber(pair.Type) || IsMore(part);

    /// <summary>What no reader does in the head: a product, a quotient, a choice, a rounding.</summary>
    private static bool IsMore(IOperation part) => part switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide
            or BinaryOperatorKind.Remainder } => true,
        IConditionalOperation { Type: { } type } => IsNumber(type),
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { } owner } method } =>
            owner.Name is "Math" or "MathF" || method.Name is "Round" && IsNumber(owner),
        _ => false,
    };

    /// <summary>All operations that a value is made of, those behind its locals among them.</summary>
    private static List<IOperation> PartsBehind(IOperation value, Locals locals)
    {
        var parts = new List<IOperation>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IOperation>();
        open.Enqueue(value);
        while (open.Count > 0)
            foreach (var part in open.Dequeue().DescendantsAndSelf())
            {
                parts.Add(part);
                if (part is ILocalReferenceOperation { Local: var local }
                    && seen.Add(local)
                    && locals.InitializerOf(local) is { } initial)
                    open.Enqueue(initial);
            }

        return parts;
    }

    private static HashSet<ISymbol> VariablesIn(IEnumerable<IOperation> parts) =>
        new(parts.Select(static part => part switch
            {
                ILocalReferenceOperation local => (ISymbol)local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            }).OfType<ISymbol>(),
            SymbolEqualityComparer.Default);
}
