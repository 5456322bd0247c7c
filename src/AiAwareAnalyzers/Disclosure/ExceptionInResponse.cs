using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>An exception's message, trace or whole self in what a client is answered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionInResponse() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0801",
        title: "An exception is shown to the client",
        messageFormat: "'{0}' goes to the client through '{1}', and tells strangers about code, queries and paths; log '{2}', and answer with a text of your own",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The text of an exception is written for the developer, and tells a stranger which code, which query and which path to try next.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var exception = start.Compilation.GetTypeByMetadataName("System.Exception");
        if (exception is null || !AnswersClients(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(context => Ask(context, exception), OperationKind.LocalReference, OperationKind.ParameterReference, OperationKind.PropertyReference);
    }

    private static bool AnswersClients(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name is "Microsoft.AspNetCore.Http.Abstractions" or "Microsoft.AspNetCore.Mvc.Core" or "Grpc.Core.Api");

    private static void Ask(OperationAnalysisContext context, INamedTypeSymbol exception)
    {
        if (!context.Operation.Type.Inherits(exception) || NameOf(context.Operation, exception) is not { } name) return;
        if (ExceptionText.From(context.Operation) is not { } shown || shown.IsMessage && ExceptionAudience.IsUsers(context.Operation.Type!)) return;
        if (!EnvironmentGuard.Covers(context.Operation.Syntax))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, shown.Text.Syntax.GetLocation(), Quote.Of(shown.Text.Syntax), shown.Sink, name));
    }

    /// <summary>A variable that holds an exception, or the error of a feature; an inner exception belongs to its outer one.</summary>
    private static string? NameOf(IOperation operation, INamedTypeSymbol exception) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Property.Name: var name, Instance: { } instance } when !instance.Type.Inherits(exception) => name,
        _ => null,
    };
}
