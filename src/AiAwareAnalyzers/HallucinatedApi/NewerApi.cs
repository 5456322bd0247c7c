using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A member or type that only a later .NET than the one targeted has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NewerApi() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0104",
        title: "An API exists only in a later .NET",
        messageFormat: "'{0}' exists from {1}; this project targets {2}; {3}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An API is used that only a later .NET than the targeted one has.",
        alsoKnownAs: "newer API, target framework mismatch");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(ReportMember, OperationKind.Invalid, OperationKind.None);
        start.RegisterOperationAction(ReportType, UnboundType.Kinds);
        start.RegisterSemanticModelAction(ReportDeclarations);
    }

    private static void ReportMember(OperationAnalysisContext context)
    {
        if (Unbound.In(context.Operation, context.CancellationToken) is not { IsMissing: true } unbound)
        {
            ReportOverload(context);
            return;
        }

        if (unbound.Since(context.Compilation) is not { } since) return;

        var usage = new NameUse(unbound.Name, context.Operation.SemanticModel!, context.CancellationToken);
        var untilThen = MemberSuggestions.For(usage, unbound.Receiver);
        var shown = $"{TypeNames.Written(unbound.Receiver.Type)}.{unbound.Text}";
        context.Report(
            Finding(context.Compilation, unbound.Name.Identifier.GetLocation(), shown, since, untilThen));
    }

    private static void ReportOverload(OperationAnalysisContext context)
    {
        if (UnboundCall.In(context.Operation, context.CancellationToken) is not { } call) return;
        if (call.Since(context.Operation.SemanticModel!, context.CancellationToken) is not { } since) return;
        context.Report(Finding(
            context.Compilation,
            call.PlaceOfName,
            $"{call.Shown}({string.Join(", ", call.Arguments)})",
            since,
            ImmutableArray<Suggestion>.Empty));
    }

    private static void ReportType(OperationAnalysisContext context)
    {
        foreach (var unbound in UnboundType.In(context.Operation, context.CancellationToken))
            if (FindingOf(unbound, context.Operation.SemanticModel!) is { } finding)
                context.Report(finding);
    }

    private static void ReportDeclarations(SemanticModelAnalysisContext context)
    {
        foreach (var unbound in DeclaredTypes.UnboundIn(context.SemanticModel, context.CancellationToken))
            if (FindingOf(unbound, context.SemanticModel) is { } finding)
                context.Report(finding);
    }

    /// <summary>What is said of a type, wherever it is said.</summary>
    internal static Diagnostic? FindingOf(UnboundType unbound, SemanticModel model) =>
        unbound.Since(model.Compilation) is { } since
            ? Finding(
                model.Compilation,
                unbound.Name.Identifier.GetLocation(),
                unbound.Shown,
                since,
                DoingTheSame(unbound, model))
            : null;

    /// <summary>A type with nearly the same name does something else: only known substitutes will do.</summary>
    private static ImmutableArray<Suggestion> DoingTheSame(UnboundType unbound, SemanticModel model)
    {
        var substitutes = Idioms.Of(model.Compilation).ForType(unbound.Text).ToList();
        return substitutes.Count == 0
            ? ImmutableArray<Suggestion>.Empty
            : TypeSuggestions.For(unbound, model).RemoveAll(suggestion => !substitutes.Contains(suggestion.Text));
    }

    private static Diagnostic Finding(
        Compilation compilation, Location place, string shown, string since, ImmutableArray<Suggestion> untilThen)
    {
        var target = TargetFramework.Of(compilation).Name;
        return Diagnostic.Create(
            Descriptor,
            place,
            SuggestionText.Properties(untilThen, target).Add(SuggestionText.Since, since),
            shown,
            Exactly(since),
            target,
            untilThen.IsEmpty
                ? "write it without it until then"
                : $"until then use {SuggestionText.AnyOf(untilThen.RemoveRange(1, untilThen.Length - 1))}");
    }

    /// <summary>Says no more than is recorded.</summary>
    private static string Exactly(string since) =>
        TargetFramework.RecordedBefore(since) is { } before ? $"{since} at the latest, and not in {before}" : since;
}
