using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Callers of a function that ask its answer whether there is anything.</summary>
internal static class AskingCallers
{
    /// <summary>How many locals and private functions an answer is followed through.</summary>
    private const int Patience = 3;

    /// <summary>Whether the type only calls the function, and asks each answer for what this empty one is.</summary>
    public static bool AreAllOf(IMethodSymbol function, IOperation empty, Compilation compilation)
    {
        if (function is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
            return false;

        var callers = new Callers(compilation, asksForNull: IsNull(empty.Settled()));
        var mentions = Mentions.SpelledLike(function).ToList();
        return mentions.Count > 0 && mentions.TrueForAll(mention => callers.Ask(mention));
    }

    /// <summary>
    /// Whether there are callers in this project, through a contract or not, and each asks whether it got nothing.
    /// </summary>
    public static bool AllAskForNull(IMethodSymbol function, Compilation compilation)
    {
        var callers = new Callers(compilation, asksForNull: true);
        return Passed.CallsOf(function, compilation) is { IsEmpty: false } calls && calls.All(callers.Ask);
    }

    /// <summary>
    /// Whether there are callers in this project, and each goes another way where it was told that nothing was done.
    /// </summary>
    public static bool AllAskWhetherItWorked(IMethodSymbol function, Compilation compilation) =>
        Passed.CallsOf(function, compilation) is { IsEmpty: false } calls
        && calls.All(call => Decides(call) || DecidesAsLocal(call, compilation));

    private static bool DecidesAsLocal(IInvocationOperation call, Compilation compilation) =>
        call.Outermost().Parent is IVariableInitializerOperation
            { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        && Locals.Around(call, compilation).MentionsOf(local).Any(Decides);

    /// <summary><c>if (!await SaveAsync()) return false;</c>, also as a part of a longer condition.</summary>
    private static bool Decides(IOperation answer)
    {
        var value = answer.Outermost();
        while (value.Parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }
            or IIsPatternOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr })
            value = value.Parent.Outermost();
        return value.Parent is IConditionalOperation choice && choice.Condition == value;
    }

    private static bool IsNull(IOperation empty) =>
        empty.ConstantValue is { HasValue: true, Value: null }
        || empty is IDefaultValueOperation { Type.IsReferenceType: true };

    private sealed class Callers(Compilation compilation, bool asksForNull)
    {
        private readonly PrivateFunctions _functions = PrivateFunctions.Of(compilation);

        /// <summary>A mention that is a call, whose answer is asked.</summary>
        public bool Ask(IdentifierNameSyntax mention) =>
            CallOf(mention) is { } syntax
            && Semantics.Of(compilation).ModelOf(syntax.SyntaxTree)?.GetOperation(syntax) is IInvocationOperation call
            && Ask(call);

        public bool Ask(IInvocationOperation call) => IsAsked(call, Trail.OfSteps(Patience));

        private static InvocationExpressionSyntax? CallOf(IdentifierNameSyntax mention) => mention.Parent switch
        {
            InvocationExpressionSyntax call => call,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: InvocationExpressionSyntax call }
                => call,
            _ => null,
        };

        private bool IsAsked(IOperation answer, Trail trail)
        {
            var value = answer.Outermost();
            return value.Parent switch
            {
                _ when CallStack.IsNearlyFull => false,
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                    AreAsked(local, value, trail),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment
                    when assignment.Value == value => AreAsked(local, value, trail),
                IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }
                    when _functions.BodyOf(call) is { } body =>
                    AreAsked(parameter.OriginalDefinition, body, trail),
                _ => IsQuestion(value),
            };
        }

        /// <summary>
        /// Whether one of the mentions of a variable asks. Where the answer is returned all the same, the next caller
        /// gets what was asked, unless the question ends the function.
        /// </summary>
        private bool AreAsked(ISymbol variable, IOperation place, Trail trail)
        {
            if (!trail.TryPass(variable, out var further)) return false;
            var mentions = Locals.Around(place, compilation).MentionsOf(variable);
            var questions = mentions.Where(mention => IsAsked(mention, further)).ToList();
            return questions.Count > 0
                && (questions.Exists(EndsThere) || !mentions.Any(static use => Locals.Of(use) == Mention.Returned));
        }

        private static bool EndsThere(IOperation question) =>
            question.Ancestors().OfType<IConditionalOperation>().FirstOrDefault() is { Type: null } choice
            && question.IsInside(choice.Condition)
            && !Bodies.CanComplete(choice.WhenTrue);

        private bool IsQuestion(IOperation value) => asksForNull ? IsForNull(value) : IsForSize(value);

        private static bool IsForNull(IOperation value) => value.Parent switch
        {
            IIsPatternOperation or ICoalesceOperation or ISwitchExpressionOperation => true,
            IConditionalAccessOperation access => access.Operation == value,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                comparison.LeftOperand.Settled().ConstantValue is { HasValue: true, Value: null }
                || comparison.RightOperand.Settled().ConstantValue is { HasValue: true, Value: null },
            _ => IsOfText(value),
        };

        /// <summary>How many there are, or whether there are any.</summary>
        private static bool IsForSize(IOperation value) => value.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "IsEmpty" } => true,
            IInvocationOperation { TargetMethod.Name: "Any" or "Count" } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Any" or "Count" } } => true,
            IConditionalAccessOperation { WhenNotNull: var read } access => access.Operation == value
                && read is IPropertyReferenceOperation { Property.Name: "Count" or "Length" }
                    or IInvocationOperation { TargetMethod.Name: "Any" or "Count" },
            IIsPatternOperation { Pattern: not IConstantPatternOperation and not INegatedPatternOperation } => true,
            IBinaryOperation { LeftOperand: var left, RightOperand: var right } =>
                left.ConstantValue.HasValue || right.ConstantValue.HasValue,
            _ => IsOfText(value),
        };

        private static bool IsOfText(IOperation value) =>
            value.Parent is IArgumentOperation
            {
                Parent: IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" },
            };
    }
}
