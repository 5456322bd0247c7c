using AiAwareAnalyzers.HallucinatedApi.RunTime;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A member of a <c>dynamic</c> value that the only type it can have does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingDynamicMember() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0106",
        title: "A dynamic value does not have the member",
        messageFormat: "'{0}' throws at run time: {1}; {2}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member is used on a dynamic value whose only possible type does not have it.",
        alsoKnownAs: "RuntimeBinderException");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(AskMember, OperationKind.DynamicMemberReference);
        start.RegisterOperationAction(AskIndexer, OperationKind.DynamicIndexerAccess);
    }

    private static void AskMember(OperationAnalysisContext context)
    {
        var member = (IDynamicMemberReferenceOperation)context.Operation;
        if (member.Instance is not { } instance) return;
        var use = DynamicUse.Of(member);
        var name = member.Syntax is MemberAccessExpressionSyntax access
            ? access.Name
            : (member.Syntax as MemberBindingExpressionSyntax)?.Name;
        Report(
            context,
            instance,
            name?.Identifier.GetLocation() ?? member.Syntax.GetLocation(),
            use.Name,
            (members, type) => members.Lacks(type, use));
    }

    private static void AskIndexer(OperationAnalysisContext context)
    {
        var access = (IDynamicIndexerAccessOperation)context.Operation;
        Report(
            context,
            access.Operation,
            access.Syntax.GetLocation(),
            Quote.Of(access.Syntax),
            (members, type) => members.LacksIndexer(type));
    }

    /// <summary>Every type that is possible must lack it; the first says why.</summary>
    private static void Report(
        OperationAnalysisContext context,
        IOperation receiver,
        Location place,
        string shown,
        Func<DynamicMembers, ITypeSymbol, LookupFailure?> lacks)
    {
        var types = DynamicValues.Of(context.Compilation).TypesOf(receiver);
        if (types.Count == 0) return;
        var members = new DynamicMembers(context.Operation.SemanticModel!, context.Operation.Syntax.SpanStart);
        var misses = types.Select(type => lacks(members, type)).ToList();
        if (misses.Contains(null) || ExistenceChecks.IsCaught(context.Operation)) return;
        var miss = misses[0]!;
        context.Report(Diagnostic.Create(
            Descriptor, place, SuggestionText.Properties(miss.Suggestions, ""), shown, miss.Why, miss.WayOut));
    }
}
