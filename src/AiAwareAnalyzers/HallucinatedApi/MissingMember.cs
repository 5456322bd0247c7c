using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;
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
        description: "A member is used that its type does not have in the version that this project refers to.",
        alsoKnownAs: "hallucinated API, CS1061, CS0117");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(ReportUse, OperationKind.Invalid, OperationKind.None, OperationKind.IsType);
        start.RegisterOperationAction(ReportIndexer, OperationKind.Invalid);
        start.RegisterSyntaxNodeAction(ReportAttributeArgument, SyntaxKind.AttributeArgument);
        start.RegisterSymbolAction(ReportContract, SymbolKind.Method, SymbolKind.Property, SymbolKind.Event);
        start.RegisterSymbolAction(ReportNearMisses, SymbolKind.NamedType);
    }

    private static void ReportUse(OperationAnalysisContext context)
    {
        if (context.Operation is IIsTypeOperation { TypeOperand.TypeKind: not TypeKind.Error }
            || context.Operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null)
            return;
        if (Unbound.In(context.Operation, context.CancellationToken) is { } unbound
            && Finding(unbound, context.Operation.SemanticModel!, context.CancellationToken) is { } finding)
            context.Report(finding);
    }

    private static void ReportIndexer(OperationAnalysisContext context)
    {
        if (MissingIndexer.In(context.Operation, context.CancellationToken) is not { } missing) return;
        context.Report(
            Finding(missing.Place.GetLocation(), missing.Receiver, "this[]", missing.Suggestions, context.Compilation));
    }

    /// <summary>The oldest compiler makes no operation of an attribute's arguments.</summary>
    private static void ReportAttributeArgument(SyntaxNodeAnalysisContext context)
    {
        foreach (var name in context.Node.DescendantNodes().OfType<SimpleNameSyntax>())
            if (Unbound.At(name, context.SemanticModel, context.CancellationToken) is { } unbound
                && Finding(unbound, context.SemanticModel, context.CancellationToken) is { } finding)
                context.Report(finding);
    }

    private static void ReportContract(SymbolAnalysisContext context)
    {
        if (ContractSuggestions.ContractOf(context.Symbol) is { IsNamed: false } broken)
            Report(context, context.Symbol, broken.Contract);
    }

    /// <summary>
    /// An interface lacks its implementation, and a member is there that must have been meant for it.
    /// </summary>
    private static void ReportNearMisses(SymbolAnalysisContext context)
    {
        foreach (var (member, contract) in NearMisses.In((INamedTypeSymbol)context.Symbol, context.Compilation))
            if (member.Name != contract.Name) Report(context, member, contract.ContainingType);
    }

    private static void Report(SymbolAnalysisContext context, ISymbol member, INamedTypeSymbol contract) =>
        context.Report(Finding(
            member.Locations[0],
            contract,
            ContractSuggestions.NameOf(member),
            ContractSuggestions.For(member, contract, context.Compilation),
            context.Compilation));

    private static Diagnostic? Finding(Unbound unbound, SemanticModel model, CancellationToken cancellation)
    {
        if (!unbound.IsMissing || unbound.Since(model.Compilation) is not null) return null;

        var suggestions = unbound.Receiver.IsImplicit
            ? Unqualified.MembersFor(unbound, model, cancellation)
            : MembersOf(unbound, new NameUse(unbound.Name, model, cancellation));
        if (unbound.Receiver.IsImplicit && suggestions.IsEmpty) return null;
        return Finding(
            unbound.Name.Identifier.GetLocation(),
            unbound.Receiver.Type,
            unbound.Shown,
            suggestions,
            model.Compilation);
    }

    private static ImmutableArray<Suggestion> MembersOf(Unbound unbound, NameUse usage) =>
        BindingFirst.Of(MemberSuggestions.For(usage, unbound.Receiver), unbound.Name, usage);

    private static Diagnostic Finding(
        Location place, ITypeSymbol type, string name, ImmutableArray<Suggestion> suggestions, Compilation compilation)
    {
        var searched = AssemblySource.Of(type, compilation);
        return Diagnostic.Create(
            Descriptor,
            place,
            SuggestionText.Properties(suggestions, searched),
            TypeNames.Written(type),
            name,
            searched,
            SuggestionText.DidYouMean(suggestions));
    }
}
