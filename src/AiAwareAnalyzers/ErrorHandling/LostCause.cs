using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>An exception thrown in a catch of everything, without the one that was caught.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostCause() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0506",
        title: "An exception is thrown without its cause",
        messageFormat: "'{0}' is thrown without the exception that was caught, so where it went wrong, and why, is lost{1}; pass {2} as its inner exception",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An exception thrown from a catch without the caught one leaves a stack trace that begins in the handler.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var catches = Catches.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (catches.Of((ICatchClauseOperation)context.Operation, context.ContainingSymbol) is not { } caught || !Ladder.Reports(caught, Rung.LostCause)) return;

                var thrown = caught.Reaction.Thrown.First(CouldCarryCause);
                var cause = caught.Reaction.Exception is { } exception ? $"'{exception.Name}'" : "it";
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, thrown.Syntax.GetLocation(), thrown.Type!.Name, Ladder.Rest(caught, Rung.LostCause), cause));
            },
            OperationKind.CatchClause);
    }

    /// <summary>Whether a new exception leaves the handler, and the caught one stays behind: not logged, not stored, not inside.</summary>
    internal static bool Holds(Caught caught) =>
        !caught.Promises(Promise.Test) && !caught.Reaction.Rethrows && !caught.Reaction.UsesWhole && caught.Reaction.Thrown.Any(CouldCarryCause);

    /// <summary>An exception that has room for another one, and is not made for the eyes of a client.</summary>
    private static bool CouldCarryCause(IObjectCreationOperation thrown) =>
        thrown.Type is INamedTypeSymbol type
        && !IsMeantForClients(type)
        && thrown.Initializer is null
        && !thrown.Arguments.Any(IsOtherCause)
        && type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters.Any(IsCause));

    /// <summary>An inner exception was chosen already, if not the one at hand.</summary>
    private static bool IsOtherCause(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue.HasValue: false, Parameter: { } parameter } && IsCause(parameter);

    private static bool IsCause(IParameterSymbol parameter) => parameter.Type is { Name: "Exception", ContainingNamespace.Name: "System" };

    /// <summary>What a client is told must not say what went wrong inside; and there is nothing to say about a cancellation.</summary>
    private static bool IsMeantForClients(INamedTypeSymbol type) =>
        type.Name is "RpcException" or "HubException" or "FaultException" or "HttpResponseException" or "BadHttpRequestException" or "OperationCanceledException" or "TaskCanceledException"
            or "McpException" or "GraphQLException";
}
