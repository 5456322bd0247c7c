using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Whether a truth could be read, taken for the truth itself: "false" switches it on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttemptAsValue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0921",
        title: "The success of an attempt is taken for the value",
        messageFormat: "'{0}' gets the answer whether '{1}' could be read and not what it says, so \"false\" makes it "
            + "true; ask for both: 'bool.TryParse(…, out var value) && value'",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "bool.TryParse answers whether the text was a truth at all; what the text says stands in the out "
            + "argument, which is thrown away.",
        alsoKnownAs: "TryParse result used as value, inverted flag, discarded out parameter",
        cwe: [253]);

    /// <summary>Names that ask whether something can be read, which is just what the parser answers.</summary>
    private static readonly ImmutableHashSet<string> Questions = WordSet.Of(
        "accepted bool boolean can check checked converted convertible correct format formed known legal match matched",
        "ok parsable parse parsed read readable recognized succeeded success supported try type understood valid",
        "validated well");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "TryParse", ContainingType.SpecialType: SpecialType.System_Boolean }
            || !IsThrownAway(call, context.Compilation)
            || WithItsConditions(call) is var answer && Decides(answer)
            || Values.TakerOf(answer) is not { Name: { Length: > 0 } name } taker
            || taker is IParameterSymbol
            || Words.StemsOf(name).Any(Questions.Contains))
            return;

        context.Report(Diagnostic.Create(
            Descriptor, call.Syntax.GetLocation(), name, Quote.Of(call.Arguments[0].Value.Syntax)));
    }

    /// <summary>A discard, or a local that is declared for the call and read nowhere.</summary>
    private static bool IsThrownAway(IInvocationOperation call, Compilation compilation) =>
        call.Arguments.LastOrDefault()?.Value switch
        {
            IDiscardOperation or IDeclarationExpressionOperation { Expression: IDiscardOperation } => true,
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } } =>
                Locals.Around(call, compilation).MentionsOf(local).Count == 0,
            _ => false,
        };

    /// <summary>Whether something else is chosen by the answer, such as the kind of the text.</summary>
    private static bool Decides(IOperation answer) => Values.UserOf(answer) switch
    {
        IConditionalOperation { Condition: var condition } => answer.IsInside(condition),
        ISwitchExpressionOperation { Value: var value } => answer.IsInside(value),
        _ => false,
    };

    /// <summary><c>text != null &amp;&amp; bool.TryParse(text, out _)</c> as a whole.</summary>
    private static IOperation WithItsConditions(IOperation call)
    {
        var whole = call;
        while (Values.UserOf(whole) is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            && call.IsInside(both.RightOperand))
            whole = both;
        return whole;
    }
}
