using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A secret in the code: known by its shape, by what it is given to, or by the name it bears.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardcodedSecret() : Rule(Descriptor)
{
    /// <summary>The property of a finding that names what the secret is given to.</summary>
    internal const string Taker = nameof(Taker);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0803",
        title: "A secret is written in the code",
        messageFormat: "{0} is written in the code, where it stays in the history for everybody who can read it; read it from configuration, and replace it by a new one",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A secret in the code is known to everybody who can read the repository, its history, its packages or its build logs.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject) start.RegisterOperationAction(Ask, OperationKind.Literal);
    }

    private static void Ask(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is not { HasValue: true, Value: string { Length: >= 4 } text } || IsFallback(context.Operation)) return;

        if (SecretText.ShapeOf(text) is { } shape)
            Report(context, $"This is {shape}: it", Destinations.OfText(context.Operation).FirstOrDefault());
        else if (!SecretText.IsPlaceholder(text) && SecretText.CouldBeOne(text) && TakerOf(context.Operation, text) is { } taker && !EnvironmentGuard.Covers(context.Operation.Syntax))
            Report(context, $"The secret for '{taker}'", taker);
    }

    /// <summary>By use first, whatever the name; then by the names that the value takes on.</summary>
    private static string? TakerOf(IOperation literal, string text) =>
        text.Length >= 8 && SecretUses.Of(literal) is { } use && !use.Equals(text, StringComparison.OrdinalIgnoreCase) ? use : Destinations.OfText(literal).FirstOrDefault(name => SecretNames.IsSecret(name) && SecretText.IsMoreThanAName(text, name));

    /// <summary>What stands in for a missing setting is another rule's finding.</summary>
    private static bool IsFallback(IOperation literal)
    {
        var user = Values.UserOf(literal);
        return user is ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or INameOfOperation
            || user is IArgumentOperation { Parameter.Name: "defaultValue" }
            || user is IPropertyInitializerOperation { InitializedProperties: var properties } && properties.FirstOrDefault() is { } property && SecretFallback.IsBound(property.ContainingType);
    }

    private static void Report(OperationAnalysisContext context, string what, string? taker) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, context.Operation.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Taker, taker), what));
}
