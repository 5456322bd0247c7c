using AiAwareAnalyzers.HallucinatedApi.Shims;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A type that claims to be a library's, and does nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InventedApi() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0110",
        title: "A library API is made up",
        messageFormat: "'{0}' looks like a part of {1}, but is declared here, and {2}; use what the library has, or "
            + "write what is promised in a namespace of your own",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A type is declared in the namespace of a referenced library, and none of its methods does "
            + "anything.",
        alsoKnownAs: "hallucinated API, fake library");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;
        start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct, ContainingType: null }
            || type is { IsAbstract: true, IsStatic: false })
            return;
        if (LibraryNamespaces.OwnerOf(type.ContainingNamespace, context.Compilation) is not { } library) return;
        if (type.DeclaringSyntaxReferences.Length != 1
            || type.DeclaringSyntaxReferences[0]
                .GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax declaration)
            return;
        var shim = ShimOf(type, declaration);
        if (shim == Shim.None || IsMeant(type, declaration, context.Compilation)) return;
        context.Report(
            Diagnostic.Create(
                Descriptor,
                declaration.Identifier.GetLocation(),
                type.Name,
                AssemblySource.Of(library, context.Compilation),
                Shown(shim)));
    }

    /// <summary>What all the methods do; nothing where one of them does something, or where there is none.</summary>
    private static Shim ShimOf(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            || declaration.Members.OfType<ConstructorDeclarationSyntax>()
                .Any(constructor => !ShimBody.OnlyKeeps(constructor)))
            return Shim.None;
        if (declaration.Members.Any(member => member is BasePropertyDeclarationSyntax property && HasBody(property)
            || member is DestructorDeclarationSyntax))
            return Shim.None;

        var shims = declaration.Members.OfType<BaseMethodDeclarationSyntax>()
            .Where(method =>
                method is MethodDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax)
            .Select(ShimBody.Of)
            .Distinct()
            .ToList();
        if (shims.Count == 0 || shims.Contains(Shim.None)) return Shim.None;

        // What implements a contract and does nothing may be meant so; what throws is not finished.
        var isBound = type.AllInterfaces.Length > 0
            || type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };
        return isBound && shims.Any(shim => shim != Shim.Throws)
            ? Shim.None
            : shims.Contains(Shim.Throws) ? Shim.Throws : shims[0];
    }

    private static bool HasBody(BasePropertyDeclarationSyntax property) =>
        property is PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax
        || property.AccessorList?.Accessors.Any(accessor =>
            accessor.Body is not null || accessor.ExpressionBody is not null) == true;

    /// <summary>
    /// Stand-ins that say so, what a later framework brings, and code that another target compiles otherwise.
    /// </summary>
    private static bool IsMeant(INamedTypeSymbol type, TypeDeclarationSyntax declaration, Compilation compilation) =>
        StandIns.Contain(type)
        || declaration.SyntaxTree.GetRoot()
            .DescendantTrivia()
            .Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
        || type.GetAttributes().Length > 0
        || declaration.Members.Any(member => member.AttributeLists.Count > 0)
        || LibraryNamespaces.ComesLater(type, compilation);

    private static string Shown(Shim shim) => shim switch
    {
        Shim.Throws => "it only throws",
        Shim.ReturnsArgument => "it only returns what it is given",
        _ => "it does nothing",
    };
}
