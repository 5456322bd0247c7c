using AiAwareAnalyzers.Disclosure.Leaks;
using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A developer page, detailed errors or another help for developers that every environment gets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DebugInProduction() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0805",
        title: "Developer diagnostics are enabled in production",
        messageFormat: "'{0}' {1}, in every environment; put it under 'IsDevelopment()'",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "What helps a developer to find a mistake helps an attacker to find a way in, when it is "
            + "enabled in every environment.",
        alsoKnownAs: "active debug code, developer exception page",
        cwe: [489]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var switches = DebugSwitches.Of(start.Compilation);
        if (!switches.AreThere || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(
            context => Analyze(context, switches.HarmOf((IInvocationOperation)context.Operation)),
            OperationKind.Invocation);
        start.RegisterOperationAction(
            context => Analyze(context, switches.HarmOf((ISimpleAssignmentOperation)context.Operation)),
            OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationAnalysisContext context, string? harm)
    {
        if (harm is not null
            && !EnvironmentGuard.Covers(context.Operation.Syntax)
            && !IsAskedFor(context.Operation.Syntax)
            && !OnlyHere.IsDesignTime(context.ContainingSymbol)
            && !OnlyHere.IsUnconfigured(context.ContainingSymbol, context.Operation.Syntax))
            context.Report(
                Diagnostic.Create(Descriptor, context.Operation.Called(), Quote.Of(TextOf(context.Operation)), harm));
    }

    /// <summary>Under a question about a setting that says so, <c>options.DeveloperPage is not null</c>.</summary>
    private static bool IsAskedFor(SyntaxNode use) => use.AncestorsAndSelf().Any(static node => node.Parent switch
    {
        ConditionalExpressionSyntax choice => node == choice.WhenTrue && IsSwitch(choice.Condition),
        IfStatementSyntax choice => node == choice.Statement && IsSwitch(choice.Condition),
        _ => false,
    });

    private static bool IsSwitch(ExpressionSyntax condition) =>
        condition is not PrefixUnaryExpressionSyntax
        && condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(static name => Words.Of(name.Identifier.ValueText)
                .Any(static word => word is "developer" or "detailed" or "sensitive"));

    private static string TextOf(IOperation operation) =>
        operation is IInvocationOperation call ? call.TargetMethod.Name : operation.Syntax.ToString();
}
