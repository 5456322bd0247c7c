using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Suggestions;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A member that the receiver's type does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingMember() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0101",
        title: "A member does not exist",
        messageFormat: "'{0}' has no '{1}' in {2}; {3}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member is used that its type does not have in the version that this project refers to.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(Report, OperationKind.Invalid, OperationKind.None);
    }

    private static void Report(OperationAnalysisContext context)
    {
        if (Unbound.In(context.Operation, context.CancellationToken) is not { IsMissing: true } unbound) return;
        if (unbound.Since(context.Compilation) is not null) return;

        var receiver = unbound.Receiver;
        var usage = new Usage(unbound.Name, context.Operation.SemanticModel!, context.CancellationToken);
        var suggestions = MemberSuggestions.For(usage, receiver.Type, receiver.IsStatic);
        var searched = Origin.Of(receiver.Type, context.Compilation);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            unbound.Name.Identifier.GetLocation(),
            Answer.Properties(suggestions, searched),
            TypeNames.Written(receiver.Type),
            unbound.Text,
            searched,
            Answer.DidYouMean(suggestions)));
    }
}
