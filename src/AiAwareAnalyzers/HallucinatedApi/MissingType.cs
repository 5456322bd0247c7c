using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A type or namespace that no reference has.</summary>
/// <remarks>
/// <see cref="MissingTypeInDeclarations"/> says the same of declarations, where the compiler does not ask analyzers any
/// more.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingType() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0103",
        title: "A type or namespace does not exist",
        messageFormat: "No reference of this {1} project has '{0}'; {2}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A type or namespace is used that none of the project's references has.",
        alsoKnownAs: "hallucinated API, CS0246, CS0234, CS0103");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(ReportTypes, UnboundType.Kinds);
        start.RegisterSyntaxNodeAction(ReportNamespace, SyntaxKind.UsingDirective);
        start.RegisterSemanticModelAction(ReportDeclarations);
    }

    /// <summary>What is said of an imported namespace, wherever it is said.</summary>
    internal static Diagnostic Finding(MissingNamespace missing, Location place, Compilation compilation)
    {
        var suggestions = missing.Bringer is { } bringer
            ? ImmutableArray.Create(new Suggestion(bringer.Reference, 1))
            : NamespaceSuggestions.For(missing.Name, compilation);
        return Finding(missing.Name, suggestions, place, compilation);
    }

    private static void ReportNamespace(SyntaxNodeAnalysisContext context)
    {
        if (MissingImports.NameOf(context.Node) is not { } name
            || MissingNamespace.Of(name.ToString(), context.Compilation) is not { } missing)
            return;
        if (MissingImports.Of(context.Compilation).IsFirst(missing, name.SyntaxTree.FilePath, name.Span))
            context.Report(Finding(missing, name.GetLocation(), context.Compilation));
    }

    private static void ReportTypes(OperationAnalysisContext context)
    {
        foreach (var unbound in UnboundType.In(context.Operation, context.CancellationToken))
            if (FindingOf(unbound, context.Operation.SemanticModel!, context.CancellationToken) is { } finding)
                context.Report(finding);
    }

    private static void ReportDeclarations(SemanticModelAnalysisContext context)
    {
        foreach (var unbound in DeclaredTypes.UnboundIn(context.SemanticModel, context.CancellationToken))
            if (FindingOf(unbound, context.SemanticModel, context.CancellationToken) is { } finding)
                context.Report(finding);
    }

    /// <summary>What is said of a type, wherever it is said.</summary>
    internal static Diagnostic? FindingOf(UnboundType unbound, SemanticModel model, CancellationToken cancellation)
    {
        var compilation = model.Compilation;
        if (unbound.Within is INamedTypeSymbol { TypeKind: TypeKind.Enum } || unbound.Since(compilation) is not null)
            return null;
        if (HasMissingImport(model, cancellation) || Unqualified.IsMember(unbound, model, cancellation)) return null;

        var suggestions = WithBringer(TypeSuggestions.For(unbound, model), BringerOf(unbound, compilation));
        if (suggestions.IsEmpty && unbound.Within is null) return null;
        return Finding(unbound.Shown, suggestions, unbound.Name.Identifier.GetLocation(), compilation);
    }

    /// <summary>What would bring the type, or the namespace that the type is looked for in.</summary>
    private static RequiredReference? BringerOf(UnboundType unbound, Compilation compilation)
    {
        var bringers = RequiredReferences.Of(compilation);
        if (unbound.Within is INamedTypeSymbol) return null;
        if (unbound.Within is null && unbound.Name.Parent is not QualifiedNameSyntax)
            return bringers.OfType(unbound.Text) is { } known && !IsReferenced(known, unbound, compilation)
                ? known
                : null;
        var space = unbound.Within is INamespaceSymbol within
            ? $"{within.ToDisplayString()}.{unbound.Text}"
            : unbound.Text;
        return bringers.OfNamespace(space) is { } bringer
            && MissingNamespace.Of(bringer.Namespace, compilation) is not null ? bringer : null;
    }

    private static bool IsReferenced(RequiredReference bringer, UnboundType unbound, Compilation compilation) =>
        unbound.Spellings.Any(name => !compilation.GetTypesByMetadataName($"{bringer.Namespace}.{name}").IsEmpty);

    private static ImmutableArray<Suggestion> WithBringer(
        ImmutableArray<Suggestion> suggestions, RequiredReference? bringer) =>
        bringer is null
            ? suggestions
            : suggestions.Take(2).Prepend(new Suggestion(bringer.Reference, 1)).ToImmutableArray();

    /// <summary>A name may well lie in the namespace that could not be imported: that is what gets reported.</summary>
    private static bool HasMissingImport(SemanticModel model, CancellationToken cancellation) =>
        MissingImports.In(model.SyntaxTree, cancellation)
            .Any(name => model.GetSymbolInfo(name, cancellation).Symbol is null);

    private static Diagnostic Finding(
        string name, ImmutableArray<Suggestion> suggestions, Location place, Compilation compilation)
    {
        var target = TargetFramework.Of(compilation).Name;
        return Diagnostic.Create(
            Descriptor,
            place,
            SuggestionText.Properties(suggestions, $"all references of {target}"),
            name,
            target,
            SuggestionText.ComesWith(suggestions));
    }
}
