using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A secret that is read from the settings, with one in the code to fall back on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretFallback() : Rule(Descriptor)
{
    /// <summary>The property of a finding that names the setting.</summary>
    internal const string Key = nameof(Key);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0804",
        title: "A missing secret falls back to a hard-coded one",
        messageFormat: "'{0}' falls back to a hard-coded value, so a deployment that forgets to set it runs with a "
            + "secret that everyone with the code knows; refuse to start without it",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A secret with a hard-coded default is known to everyone who can read the code, in every "
            + "deployment that forgot to set it.",
        alsoKnownAs: "default credentials, hard-coded credentials",
        cwe: [798]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(AskCoalesce, OperationKind.Coalesce);
        start.RegisterOperationAction(AskAssignment, OperationKind.CoalesceAssignment);
        start.RegisterOperationAction(AskChoice, OperationKind.Conditional);
        start.RegisterOperationAction(AskCall, OperationKind.Invocation);
        start.RegisterOperationAction(AskInitializer, OperationKind.PropertyInitializer);
    }

    private static void AskCoalesce(OperationAnalysisContext context)
    {
        var choice = (ICoalesceOperation)context.Operation;
        Analyze(context, choice.Value, choice.WhenNull);
    }

    private static void AskAssignment(OperationAnalysisContext context)
    {
        var assignment = (ICoalesceAssignmentOperation)context.Operation;
        Analyze(context, assignment.Target, assignment.Value);
    }

    /// <summary><c>string.IsNullOrEmpty(key) ? "…" : key</c>, and the other way round.</summary>
    private static void AskChoice(OperationAnalysisContext context)
    {
        var choice = (IConditionalOperation)context.Operation;
        if (choice.WhenFalse is not { } otherwise) AskReplacement(context, choice);
        else if (IsLiteral(choice.WhenTrue)) Analyze(context, otherwise, choice.WhenTrue);
        else if (IsLiteral(otherwise)) Analyze(context, choice.WhenTrue, otherwise);
    }

    /// <summary><c>if (string.IsNullOrEmpty(key)) key = "…";</c></summary>
    private static void AskReplacement(OperationAnalysisContext context, IConditionalOperation guard)
    {
        var statements = guard.WhenTrue is IBlockOperation block
            ? block.Operations
            : ImmutableArray.Create(guard.WhenTrue);
        foreach (var statement in statements)
            if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment }
                && IsLiteral(assignment.Value)
                && Values.SymbolOf(assignment.Target) is { } replaced
                && guard.Condition.DescendantsAndSelf().Any(asked => IsReferenceTo(asked, replaced)))
                Analyze(context, assignment.Target, assignment.Value);
    }

    private static bool IsReferenceTo(IOperation operation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(Values.SymbolOf(operation), symbol);

    /// <summary><c>GetValue("Jwt:Key", "…")</c></summary>
    private static void AskCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "GetValue"
            && call.Arguments.FirstOrDefault(argument =>
                argument is { IsImplicit: false, Parameter.Name: "defaultValue" }) is { } fallback)
            Analyze(context, call, fallback.Value);
    }

    /// <summary>The class that settings are bound to.</summary>
    private static void AskInitializer(OperationAnalysisContext context)
    {
        var initializer = (IPropertyInitializerOperation)context.Operation;
        if (initializer.InitializedProperties.FirstOrDefault() is { SetMethod: not null } property
            && IsBound(property.ContainingType)
            && !StandIns.Contain(property.ContainingType))
            Report(context, property.Name, initializer.Value);
    }

    internal static bool IsBound(INamedTypeSymbol type) =>
        Words.StemsOf(type.Name).LastOrDefault() is "option" or "setting" or "config" or "configuration";

    private static void Analyze(OperationAnalysisContext context, IOperation read, IOperation fallback)
    {
        if (!IsLiteral(fallback)) return;
        if (ConfigurationReads.KeyOf(read) is { } key) Report(context, key, fallback);
        else if (Values.SymbolOf(read) is IPropertySymbol property && IsBound(property.ContainingType))
            Report(context, property.Name, fallback);
    }

    private static void Report(OperationAnalysisContext context, string key, IOperation fallback)
    {
        var text = TextOf(fallback);
        if (OutboundLogins.StandInFor(text, fallback)) return;
        if (OnlyHere.Connects(text) || OnlyHere.IsDesignTime(context.ContainingSymbol)) return;
        if (!(ConfigurationReads.IsSecret(key) && SecretText.CouldBeOne(text) || SecretText.HasPassword(text))) return;
        if (Deployment.Of(fallback.Syntax, context.Compilation) != Runs.InDevelopment
            && !RefusesProduction(fallback.Syntax)
            && !RefusedSecrets.IsRefusedElsewhere(fallback, context.Compilation))
            context.Report(
                Diagnostic.Create(
                    Descriptor,
                    fallback.Syntax.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(Key, key),
                    Quote.Of(key)));
    }

    /// <summary>The default is for developers: in production something throws.</summary>
    private static bool RefusesProduction(SyntaxNode fallback) =>
        fallback.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && (member is GlobalStatementSyntax ? member.Parent! : member).DescendantNodes().OfType<IfStatementSyntax>()
            .Any(condition => EnvironmentGuard.Asks(condition.Condition)
                && condition.Statement.DescendantNodesAndSelf().Any(node => node is ThrowStatementSyntax));

    private static bool IsLiteral(IOperation value) => TextOf(value).Length > 0;

    private static string TextOf(IOperation value) =>
        value.ConstantText() ?? "";
}
