using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A type or namespace that no reference has.</summary>
/// <remarks><see cref="MissingTypeInDeclarations"/> says the same of imports, where the compiler does not ask analyzers any more.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingType() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0103",
        title: "A type or namespace does not exist",
        messageFormat: "No reference of this project has '{0}'; {1}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A type or namespace is used that none of the project's references has.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(ReportTypes, UnboundType.Kinds);
        start.RegisterSyntaxNodeAction(ReportNamespace, SyntaxKind.UsingDirective);
        start.RegisterSymbolAction(ReportDeclaration, SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Field);
    }

    /// <summary>What is said of an imported namespace, wherever it is said.</summary>
    internal static Diagnostic Finding(MissingNamespace missing, Location place, Compilation compilation)
    {
        var suggestions = missing.Bringer is { } bringer ? ImmutableArray.Create(new Suggestion(bringer.Reference, 1)) : NamespaceSuggestions.For(missing.Name, compilation);
        return Finding(missing.Name, suggestions, place);
    }

    private static void ReportNamespace(SyntaxNodeAnalysisContext context)
    {
        if (MissingImports.NameOf(context.Node) is not { } name || MissingNamespace.Of(name.ToString(), context.Compilation) is not { } missing) return;
        if (MissingImports.Of(context.Compilation).IsFirst(missing, name.SyntaxTree.FilePath, name.Span))
            context.ReportDiagnostic(Finding(missing, name.GetLocation(), context.Compilation));
    }

    private static void ReportTypes(OperationAnalysisContext context)
    {
        foreach (var unbound in UnboundType.In(context.Operation, context.CancellationToken))
            if (FindingOf(unbound, context.Operation.SemanticModel!, context.CancellationToken) is { } finding)
                context.ReportDiagnostic(finding);
    }

    private static void ReportDeclaration(SymbolAnalysisContext context)
    {
        if (!HoldsError(context.Symbol)) return;
        foreach (var reference in context.Symbol.DeclaringSyntaxReferences)
            Report(reference.GetSyntax(context.CancellationToken), context);
    }

    private static void Report(SyntaxNode declaration, SymbolAnalysisContext context)
    {
#pragma warning disable RS1030 // A declaration that does not bind has no operation; only such a one is asked about.
        var model = context.Compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
        foreach (var unbound in TypesOf(declaration).SelectMany(type => UnboundType.In(type, model, context.CancellationToken)))
            if (FindingOf(unbound, model, context.CancellationToken) is { } finding)
                context.ReportDiagnostic(finding);
    }

    private static bool HoldsError(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => UnboundType.IsError(type.BaseType) || type.Interfaces.Any(UnboundType.IsError) || HoldsAttributeError(type),
        IMethodSymbol { AssociatedSymbol: null } method => UnboundType.HoldsError(method) || HoldsAttributeError(method),
        IPropertySymbol property => UnboundType.IsError(property.Type) || HoldsAttributeError(property),
        IFieldSymbol { AssociatedSymbol: null } field => UnboundType.IsError(field.Type) || HoldsAttributeError(field),
        _ => false,
    };

    private static bool HoldsAttributeError(ISymbol symbol) => symbol.GetAttributes().Any(attribute => UnboundType.IsError(attribute.AttributeClass));

    /// <summary>The types that a declaration itself writes.</summary>
    private static IEnumerable<SyntaxNode> TypesOf(SyntaxNode declaration) => declaration switch
    {
        BaseTypeDeclarationSyntax type => [.. type.BaseList?.Types.Select(ancestor => ancestor.Type) ?? [], .. AttributesOf(type)],
        MethodDeclarationSyntax method => [method.ReturnType, .. ParametersOf(method), .. AttributesOf(method)],
        ConstructorDeclarationSyntax constructor => [.. ParametersOf(constructor), .. AttributesOf(constructor)],
        PropertyDeclarationSyntax property => [property.Type, .. AttributesOf(property)],
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax owner } field } variable when field.Variables[0] == variable => [field.Type, .. AttributesOf(owner)],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> ParametersOf(BaseMethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Select(parameter => parameter.Type).OfType<SyntaxNode>();

    private static IEnumerable<SyntaxNode> AttributesOf(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name);

    private static Diagnostic? FindingOf(UnboundType unbound, SemanticModel model, CancellationToken cancellation)
    {
        var compilation = model.Compilation;
        if (unbound.Since(compilation) is not null || HasMissingImport(model, cancellation)) return null;

        var suggestions = WithBringer(TypeSuggestions.For(unbound, model), Bringers.Of(compilation).OfType(unbound.Text));
        if (suggestions.IsEmpty && unbound.Within is null) return null;
        return Finding(unbound.Shown, suggestions, unbound.Name.Identifier.GetLocation());
    }

    private static ImmutableArray<Suggestion> WithBringer(ImmutableArray<Suggestion> suggestions, Bringer? bringer) =>
        bringer is null ? suggestions : suggestions.Take(2).Append(new Suggestion(bringer.Reference, 1)).ToImmutableArray();

    /// <summary>A name may well lie in the namespace that could not be imported: that is what gets reported.</summary>
    private static bool HasMissingImport(SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation) is CompilationUnitSyntax root
        && root.Usings.Any(directive => MissingImports.NameOf(directive) is { } name && model.GetSymbolInfo(name, cancellation).Symbol is null);

    private static Diagnostic Finding(string name, ImmutableArray<Suggestion> suggestions, Location place) =>
        Diagnostic.Create(Descriptor, place, Answer.Properties(suggestions, "all references"), name, Answer.ComesWith(suggestions));
}
