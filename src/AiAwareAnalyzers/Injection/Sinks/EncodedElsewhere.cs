using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>
/// Values that some code of the compilation encodes before they become markup: where that is left out for the same kind
/// of value, somebody forgot it.
/// </summary>
internal sealed class EncodedElsewhere
{
    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, ExpressionSyntax>> _encoded;

    private EncodedElsewhere(Compilation compilation)
    {
        _compilation = compilation;
        _encoded = new(FindEncoded);
    }

    public static EncodedElsewhere Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new EncodedElsewhere(c));

    /// <summary>
    /// The name of a member whose code encodes what this property, field or method gives; null where none does.
    /// </summary>
    public string? EncoderOf(ISymbol? kind) =>
        kind is IPropertySymbol or IFieldSymbol or IMethodSymbol
            ? _encoded.Value[kind.Name].Where(value => IsOfKind(value, kind)).Select(NameAround).FirstOrDefault()
            : null;

    /// <summary>ASP.NET Core Identity encodes the links and codes that it hands to a sender of mail.</summary>
    public static bool IsEncodedByCaller(IOperation value) =>
        TextOperations.WithoutForm(value)
            is IParameterReferenceOperation { Parameter.ContainingSymbol.ContainingType: { } sender }
        && sender.AllInterfaces.Any(static contract =>
            contract is { Name: "IEmailSender", Arity: 1, ContainingNamespace: { Name: "Identity" } identity }
            && identity.ToDisplayString() == "Microsoft.AspNetCore.Identity");

    private bool IsOfKind(ExpressionSyntax value, ISymbol kind) =>
        Semantics.Of(_compilation).ModelOf(value.SyntaxTree)?.GetSymbolInfo(value).Symbol is { } symbol
        && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, kind.OriginalDefinition);

    /// <summary>
    /// A look at names alone, and only once somebody asks; a file whose text has no such call is not even looked at.
    /// </summary>
    private ILookup<string, ExpressionSyntax> FindEncoded() =>
        (from tree in _compilation.SyntaxTrees
         where tree.GetText().ToString().IndexOf("Encode(", StringComparison.Ordinal) >= 0
         from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
         where IsEncoding(call) && call.ArgumentList.Arguments.Count > 0
         let value = Bare(call.ArgumentList.Arguments[0].Expression)
         let name = NameOf(value)
         where name is not null
         select (name, value))
        .ToLookup(entry => entry.name, entry => entry.value);

    private static bool IsEncoding(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Encode", Expression: var encoder } =>
            encoder.ToString() is var text
            && (text.Contains("ncoder") || text.EndsWith("Html", StringComparison.Ordinal)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } =>
            name is "HtmlEncode" or "HtmlAttributeEncode",
        IdentifierNameSyntax { Identifier.ValueText: var name } => name is "HtmlEncode" or "HtmlAttributeEncode",
        _ => false,
    };

    /// <summary>The value behind a default, a silenced null and a mere form.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax value) => value switch
    {
        _ when CallStack.IsNearlyFull => value,
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        PostfixUnaryExpressionSyntax { Operand: var operand } => Bare(operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left } => Bare(left),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
            { Name.Identifier.ValueText: "ToString" or "Trim", Expression: var text } } =>
            Bare(text),
        _ => value,
    };

    private static string? NameOf(ExpressionSyntax value) => value switch
    {
        _ when CallStack.IsNearlyFull => null,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        IdentifierNameSyntax { Identifier.ValueText: var name } => name,
        InvocationExpressionSyntax { Expression: var method } => NameOf(method),
        _ => null,
    };

    private static string NameAround(SyntaxNode value) => value.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax { Identifier.ValueText: var name } => name,
        PropertyDeclarationSyntax { Identifier.ValueText: var name } => name,
        BaseTypeDeclarationSyntax { Identifier.ValueText: var name } => name,
        { Parent: BaseTypeDeclarationSyntax { Identifier.ValueText: var name } } => name,
        _ => "other code",
    };
}
