using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Null in the place of a task: whoever awaits it gets an exception and no null.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullTask() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0922",
        title: "Null is returned in the place of a task",
        messageFormat: "{0} is not async, so 'null' is the task itself and each 'await' of it throws a "
            + "NullReferenceException; return '{1}'",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Without async, return null answers that there is no task: the await throws, and no null ever "
            + "arrives.",
        alsoKnownAs: "await null, NullReferenceException, VSTHRD114",
        cwe: [476]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Return);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is not IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } answer
            || !IsTaskClass(value.Type)
            || NullIn(value) is not { } nothing
            || Bodies.FunctionOf(answer, context.ContainingSymbol) is not { IsAsync: false } function
            || function.ReturnNullableAnnotation == NullableAnnotation.Annotated
            || IsWarnedAbout(nothing)
            || Quoted.Holds(answer)
            || StandIns.Contain(context.ContainingSymbol.ContainingType)
            || IsAskedFor(function))
            return;

        context.Report(Diagnostic.Create(
            Descriptor,
            nothing.Syntax.GetLocation(),
            Bodies.FunctionAround(answer) is { } inner
                ? Bodies.Named(inner, context.ContainingSymbol)
                : Bodies.Named(answer, context.ContainingSymbol),
            Instead((INamedTypeSymbol)value.Type!)));
    }

    /// <summary>The task that says the same to those who await it.</summary>
    private static string Instead(INamedTypeSymbol task) => task.TypeArguments.FirstOrDefault() switch
    {
        null => "Task.CompletedTask",
        { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } =>
            "Task.FromResult(…)",
        var result => $"Task.FromResult<{result.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>(null)",
    };

    /// <summary>A ValueTask is never null.</summary>
    private static bool IsTaskClass(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task", IsReferenceType: true } && Tasks.IsTask(type);

    /// <summary>The null that a value is, or may be in one of two cases.</summary>
    private static IOperation? NullIn(IOperation value) => value.Unconverted() switch
    {
        _ when CallStack.IsNearlyFull => null,
        { ConstantValue: { HasValue: true, Value: null } } constant => constant,
        IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } => NullIn(one) ?? NullIn(other),
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => NullIn(arm.Value))
            .FirstOrDefault(static found => found is not null),
        _ => null,
    };

    /// <summary>Whether the compiler says it at this place; an exclamation mark keeps it from doing so.</summary>
    private static bool IsWarnedAbout(IOperation nothing) =>
        nothing.SemanticModel is { } model
        && model.GetNullableContext(nothing.Syntax.SpanStart).WarningsEnabled()
        && !nothing.Syntax.Ancestors().TakeWhile(static outer => outer is ExpressionSyntax)
            .Any(static outer => outer.IsKind(SyntaxKind.SuppressNullableWarningExpression));

    /// <summary>Whether the calls that are seen in its file ask for the task before they await it.</summary>
    private static bool IsAskedFor(IMethodSymbol function) =>
        function.Name.Length > 0
        && function.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } file
        && file.GetRoot().DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => Calls.NameOf(call) == function.Name)
            .Any(static call => call.Parent is ConditionalAccessExpressionSyntax or IsPatternExpressionSyntax
                or BinaryExpressionSyntax or EqualsValueClauseSyntax);
}
