using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <content>What is never empty because it holds the largest or smallest of its own elements.</content>
internal static partial class Sequences
{
    /// <summary>
    /// Filters that keep what has the largest or smallest value of the same sequence: something always has, or the call
    /// that looked for it has thrown.
    /// </summary>
    private static class Extremes
    {
        public static bool AreKeptBy(IInvocationOperation filter) =>
            SourceOf(filter) is { } source
            && PredicateOf(filter) is { Symbol.Parameters: { Length: 1 } } predicate
            && ReturnValues.In(predicate.Body).ToList() is [var answer]
            && answer.Unconverted() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison
            && (IsExtreme(comparison.LeftOperand, comparison.RightOperand, source)
                || IsExtreme(comparison.RightOperand, comparison.LeftOperand, source));

        private static bool IsExtreme(IOperation value, IOperation compared, IOperation source) =>
            value.SemanticModel is { Compilation: var compilation }
            && Locals.Around(value, compilation).Follow(value) is IInvocationOperation
                { TargetMethod.Name: "Max" or "Min" } search
            && IsOperator(search.TargetMethod)
            && SourceOf(search) is { } searched
            && KeyOf(compared) is { } key
            && key == (PredicateOf(search) is { } selector
                ? IsSame(searched, source) ? SelectedBy(selector) : null
                : KeyIn(searched, source));

        private static string? SelectedBy(IAnonymousFunctionOperation selector) =>
            ReturnValues.In(selector.Body).ToList() is [var selected] ? KeyOf(selected) : null;

        /// <summary>What is compared of an element: a member of it, or the whole; null for what is reckoned.</summary>
        private static string? KeyOf(IOperation value) => value.Unconverted() switch
        {
            IParameterReferenceOperation => "",
            IMemberReferenceOperation { Instance: { } owner, Member.Name: var name }
                when owner.Unconverted() is IParameterReferenceOperation => name,
            _ => null,
        };

        /// <summary><c>scores.Values</c> has one member of each element of <c>scores</c>.</summary>
        private static string? KeyIn(IOperation searched, IOperation source) => searched.Bare() switch
        {
            IPropertyReferenceOperation { Property.Name: "Values" or "Keys", Instance: { } table } part
                when IsSame(table, source) => part.Property.Name == "Keys" ? "Key" : "Value",
            var whole => IsSame(whole, source) ? "" : null,
        };

        private static IAnonymousFunctionOperation? PredicateOf(IInvocationOperation call) =>
            call.Arguments.Select(static argument => argument.Value.Unconverted())
                .OfType<IAnonymousFunctionOperation>()
                .FirstOrDefault();

        private static bool IsSame(IOperation one, IOperation other) =>
            SyntaxFactory.AreEquivalent(one.Bare().Syntax, other.Bare().Syntax);
    }
}
