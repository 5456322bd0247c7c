using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Constraints;

/// <summary>A member with the type that it stands in and the names that it says.</summary>
internal sealed class WatchedCode
{
    private readonly MemberDeclarationSyntax _member;
    private readonly SemanticModel _model;

    private WatchedCode(MemberDeclarationSyntax member, ISymbol symbol, ITypeSymbol type, SemanticModel model)
    {
        _member = member;
        _model = model;
        Symbol = symbol;
        Type = type;
    }

    public ISymbol Symbol { get; }

    public ITypeSymbol Type { get; }

    /// <summary>As a message names it.</summary>
    public string Name => Symbol is ITypeSymbol ? Symbol.Name : $"{Type.Name}.{Symbol.Name}";

    /// <summary>Every member of a file: a type is one without those in it.</summary>
    public static IEnumerable<WatchedCode> In(SemanticModel model, CancellationToken cancellation)
    {
        var members = model.SyntaxTree.GetRoot(cancellation)
            .DescendantNodes(static node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>();
        foreach (var member in members)
            if (SymbolOf(member, model, cancellation) is { } symbol
                && (symbol as ITypeSymbol ?? symbol.ContainingType) is { } type)
                yield return new WatchedCode(member, symbol, type, model);
    }

    /// <summary>What the member names, with the place of each name; in <c>new()</c> nothing is named.</summary>
    public IEnumerable<(SimpleNameSyntax Name, ISymbol Symbol)> Names(CancellationToken cancellation)
    {
        foreach (var name in Parts()
            .SelectMany(static part => part.DescendantNodesAndSelf(static node => !IsNameOf(node)))
            .OfType<SimpleNameSyntax>())
            if (_model.GetSymbolInfo(Bound(name), cancellation).Symbol is { } symbol)
                yield return (name, symbol);
    }

    /// <summary>Where the member has its name.</summary>
    public Location Place => Symbol.Locations.FirstOrDefault(place => place.SourceTree == _member.SyntaxTree)
        ?? _member.GetLocation();

    private static ISymbol? SymbolOf(
        MemberDeclarationSyntax member, SemanticModel model, CancellationToken cancellation) =>
        member switch
        {
            BaseFieldDeclarationSyntax field =>
                model.GetDeclaredSymbol(field.Declaration.Variables.First(), cancellation),
            GlobalStatementSyntax => model.GetEnclosingSymbol(member.SpanStart, cancellation),
            BaseNamespaceDeclarationSyntax => null,
            _ => model.GetDeclaredSymbol(member, cancellation),
        };

    private IEnumerable<SyntaxNode> Parts() =>
        _member is TypeDeclarationSyntax type
            ? type.ChildNodes().Where(static part => part is not MemberDeclarationSyntax)
            : [_member];

    /// <summary>Who asks for a name uses nothing else of what has it.</summary>
    private static bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    /// <summary>Behind <c>new</c>, a type is the name of its constructor.</summary>
    private static SyntaxNode Bound(SimpleNameSyntax name)
    {
        TypeSyntax type = name;
        while (type.Parent is QualifiedNameSyntax qualified && qualified.Right == type) type = qualified;
        return type.Parent is ObjectCreationExpressionSyntax creation && creation.Type == type ? creation : name;
    }
}
