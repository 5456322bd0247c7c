using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>An attribute and what it stands on.</summary>
internal sealed class AttributeSite(
    AttributeSyntax attribute,
    INamedTypeSymbol type,
    SemanticModel model,
    AnalyzerOptions options,
    CancellationToken cancellation)
{
    public AttributeSyntax Syntax => attribute;

    public INamedTypeSymbol Type => type;

    public SemanticModel Model => model;

    /// <summary>What the build hands over beside the code.</summary>
    public AnalyzerOptions Options => options;

    public Compilation Compilation => model.Compilation;

    /// <summary>What the attribute stands on; null for an assembly.</summary>
    public ISymbol? Target => attribute.Parent?.Parent switch
    {
        BaseFieldDeclarationSyntax declaration =>
            model.GetDeclaredSymbol(declaration.Declaration.Variables[0], cancellation),
        CompilationUnitSyntax or null => null,
        var other => model.GetDeclaredSymbol(other, cancellation),
    };

    /// <summary>The type that the attribute stands on, or on a member of.</summary>
    public INamedTypeSymbol? Home => Target switch
    {
        INamedTypeSymbol own => own,
        IParameterSymbol { ContainingSymbol: IMethodSymbol
            { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true } constructor } =>
            constructor.ContainingType,
        IParameterSymbol => null,
        var member => member?.ContainingType,
    };

    /// <summary>The arguments that are passed by position, arrays taken apart.</summary>
    public IEnumerable<ExpressionSyntax> Positional => Arguments
        .Where(argument => argument.NameEquals is null)
        .SelectMany(argument => argument.Expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } values } => values.Expressions,
            ImplicitArrayCreationExpressionSyntax { Initializer: var values } => values.Expressions,
            var value => (IEnumerable<ExpressionSyntax>)[value],
        });

    public IEnumerable<AttributeArgumentSyntax> Arguments => attribute.ArgumentList?.Arguments ?? [];

    /// <summary>The text of an argument, as far as the compiler knows it.</summary>
    public string? TextOf(ExpressionSyntax? argument) =>
        argument is null ? null : Values.TextOf(argument, model, cancellation);

    /// <summary>The type that <c>typeof</c> names.</summary>
    public ITypeSymbol? TypeIn(ExpressionSyntax? argument) =>
        argument is TypeOfExpressionSyntax { Type: var named } ? model.GetTypeInfo(named, cancellation).Type : null;
}
