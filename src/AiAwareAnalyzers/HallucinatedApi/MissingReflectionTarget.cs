using AiAwareAnalyzers.HallucinatedApi.RunTime;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A member or type that is looked for at run time by a name that it does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingReflectionTarget() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0105",
        title: "A name that is looked up at run time does not exist",
        messageFormat: "'{0}' {1} at run time: {2}; {3}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member or type is looked up at run time by a name, with flags or with parameters under which "
            + "it is not there.",
        alsoKnownAs: "reflection failure, MissingMethodException");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(AskCall, OperationKind.Invocation);
        if (start.Compilation.GetTypeByMetadataName(UnsafeAccess.AttributeName) is not { } accessor) return;
        start.RegisterSymbolAction(context => AskAccessor(
            (IMethodSymbol)context.Symbol, accessor, context.Compilation,
            finding => context.Report(finding)), SymbolKind.Method);
        start.RegisterOperationAction(context => AskAccessor(
            ((ILocalFunctionOperation)context.Operation).Symbol, accessor, context.Compilation,
            finding => context.Report(finding)), OperationKind.LocalFunction);
    }

    private static void AskCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (RunTimeLookups.UnansweredIn(call, context.Compilation) is not { } question) return;
        var place = question.Place?.Syntax.GetLocation() ?? call.CalledName();
        var properties = LookupProperties.Properties(question.Miss, call.SemanticModel!, call.Syntax.SpanStart);
        context.Report(
            Diagnostic.Create(
                Descriptor,
                place,
                properties,
                Shown(call.TargetMethod),
                OutcomeOf(question.Failure),
                question.Miss.Why,
                question.Miss.WayOut));
    }

    private static void AskAccessor(
        IMethodSymbol method, INamedTypeSymbol accessor, Compilation compilation, Action<Diagnostic> report)
    {
        if (UnsafeAccess.AttributeOf(method, accessor) is not { } attribute
            || UnsafeAccess.In(method, attribute, compilation) is not { } miss)
            return;
        var name = (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")?.Expression;
        report(Diagnostic.Create(
            Descriptor,
            name?.GetLocation() ?? method.Locations[0],
            SuggestionText.Properties(miss.Suggestions, ""),
            method.Name,
            OutcomeOf(LookupResult.Throws),
            miss.Why,
            miss.WayOut));
    }

    /// <summary>A static method is known by its type: <c>Enum.Parse</c>.</summary>
    private static string Shown(IMethodSymbol method) =>
        method is { IsStatic: true, IsExtensionMethod: false }
            ? $"{method.ContainingType.Name}.{method.Name}"
            : method.Name;

    private static string OutcomeOf(LookupResult failure) => failure switch
    {
        LookupResult.Null => "returns null",
        LookupResult.Nothing => "returns nothing",
        LookupResult.False => "returns false",
        _ => "throws",
    };
}
