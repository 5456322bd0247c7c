using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        start.RegisterOperationAction(ReportUse, OperationKind.Invalid, OperationKind.None);
        start.RegisterSyntaxNodeAction(ReportAttributeArgument, SyntaxKind.AttributeArgument);
        start.RegisterSymbolAction(ReportOverride, SymbolKind.Method, SymbolKind.Property);
    }

    private static void ReportUse(OperationAnalysisContext context)
    {
        if (Unbound.In(context.Operation, context.CancellationToken) is { } unbound && Finding(unbound, context.Operation.SemanticModel!, context.CancellationToken) is { } finding)
            context.ReportDiagnostic(finding);
    }

    /// <summary>The oldest compiler makes no operation of an attribute's arguments.</summary>
    private static void ReportAttributeArgument(SyntaxNodeAnalysisContext context)
    {
        if (((AttributeArgumentSyntax)context.Node).NameEquals?.Name is not { } name) return;
        if (Unbound.At(name, context.SemanticModel, context.CancellationToken) is { } unbound && Finding(unbound, context.SemanticModel, context.CancellationToken) is { } finding)
            context.ReportDiagnostic(finding);
    }

    private static void ReportOverride(SymbolAnalysisContext context)
    {
        if (ContractSuggestions.ContractOf(context.Symbol) is not { } contract) return;
        var suggestions = ContractSuggestions.For(context.Symbol, contract, context.Compilation);
        context.ReportDiagnostic(Finding(context.Symbol.Locations[0], contract, context.Symbol.Name, suggestions, context.Compilation));
    }

    private static Diagnostic? Finding(Unbound unbound, SemanticModel model, CancellationToken cancellation)
    {
        if (!unbound.IsMissing || unbound.Since(model.Compilation) is not null) return null;

        var suggestions = MemberSuggestions.For(new Usage(unbound.Name, model, cancellation), unbound.Receiver);
        if (unbound.Receiver.IsImplicit && suggestions.IsEmpty) return null;
        return Finding(unbound.Name.Identifier.GetLocation(), unbound.Receiver.Type, unbound.Text, suggestions, model.Compilation);
    }

    private static Diagnostic Finding(Location place, ITypeSymbol type, string name, ImmutableArray<Suggestion> suggestions, Compilation compilation)
    {
        var searched = AssemblySource.Of(type, compilation);
        return Diagnostic.Create(
            Descriptor, place, Answer.Properties(suggestions, searched), TypeNames.Written(type), name, searched, Answer.DidYouMean(suggestions));
    }
}
