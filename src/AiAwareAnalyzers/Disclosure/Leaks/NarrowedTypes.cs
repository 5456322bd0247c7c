using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>As what an exception is known where code speaks of it.</summary>
internal static class NarrowedTypes
{
    /// <summary>
    /// What the nearest arm, condition or filter around a mention leaves of an exception; null where there is none.
    /// </summary>
    public static IReadOnlyList<ITypeSymbol>? Of(IOperation exception)
    {
        if (Values.SymbolOf(exception) is not { } symbol) return null;
        for (IOperation child = exception, parent = exception.Parent!; parent is not null;
            child = parent, parent = parent.Parent!)
            if (LeftBy(parent, child, symbol) is { } types) return types;
        return null;
    }

    private static IReadOnlyList<ITypeSymbol>? LeftBy(IOperation parent, IOperation child, ISymbol symbol) =>
        parent switch
        {
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm
                when Speaks(choice.Value, symbol) => TypesOf(arm.Pattern),
            ISwitchCaseOperation { Parent: ISwitchOperation choice } section when Speaks(choice.Value, symbol) =>
                TypesOf(section),
            IConditionalOperation choice when choice.WhenTrue == child => LeftBy(choice.Condition, symbol),
            ICatchClauseOperation { Filter: { } filter } clause when clause.Handler == child => LeftBy(filter, symbol),
            _ => null,
        };

    /// <summary>What is left of it where a condition holds.</summary>
    private static IReadOnlyList<ITypeSymbol>? LeftBy(IOperation condition, ISymbol symbol)
    {
        foreach (var part in Values.Conjuncts(condition))
        {
            var types = Values.Disjuncts(part).Select(test => AskedBy(test.Unconverted(), symbol)).ToList();
            if (!types.Contains(null)) return [.. types.SelectMany(static asked => asked!)];
        }

        return null;
    }

    private static IReadOnlyList<ITypeSymbol>? AskedBy(IOperation test, ISymbol symbol) => test switch
    {
        IIsTypeOperation { IsNegated: false } type when Speaks(type.ValueOperand, symbol) => [type.TypeOperand],
        IIsPatternOperation match when Speaks(match.Value, symbol) => TypesOf(match.Pattern),
        _ => null,
    };

    /// <summary>What the labels of a section ask for; null where one of them takes anything.</summary>
    private static IReadOnlyList<ITypeSymbol>? TypesOf(ISwitchCaseOperation section)
    {
        var types = section.Clauses
            .Select(static label => label is IPatternCaseClauseOperation { Pattern: var asked } ? TypesOf(asked) : null)
            .ToList();
        return types.Contains(null) ? null : [.. types.SelectMany(static asked => asked!)];
    }

    private static bool Speaks(IOperation value, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(Values.SymbolOf(value), symbol);

    /// <summary>The types that a pattern asks for; null where it asks for none.</summary>
    private static IReadOnlyList<ITypeSymbol>? TypesOf(IPatternOperation pattern) => pattern switch
    {
        _ when CallStack.IsNearlyFull => null,
        ITypePatternOperation type => [type.MatchedType],
        IDeclarationPatternOperation { MatchedType: { } type } => [type],
        IRecursivePatternOperation recursive => [recursive.MatchedType],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            TypesOf(either.LeftPattern) is { } one && TypesOf(either.RightPattern) is { } other
                ? [.. one, .. other]
                : null,
        _ => null,
    };
}
