using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>
/// What validation says about a member that is bound to a request: attributes on it, and rules of FluentValidation for
/// it.
/// </summary>
internal sealed class Validation
{
    private static readonly ImmutableHashSet<string> SizeAttributes = WordSet.Of(
        "StringLengthAttribute MaxLengthAttribute MinLengthAttribute LengthAttribute RequiredAttribute",
        "BindRequiredAttribute");

    private static readonly ImmutableHashSet<string> SizeRules = WordSet.Of(
        "RuleFor NotEmpty NotNull Length MaximumLength MinimumLength WithMessage WithName WithErrorCode Cascade When",
        "Unless OverridePropertyName WithSeverity");

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol? _attribute;
    private readonly Lazy<ILookup<string, bool>> _rules;

    private Validation(Compilation compilation)
    {
        _compilation = compilation;
        _attribute = compilation.GetTypeByMetadataName("System.ComponentModel.DataAnnotations.ValidationAttribute");
        _rules = new(ReadRules);
    }

    public static Validation Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new Validation(known));

    /// <summary>What is validated of a property or a parameter, wherever that is said.</summary>
    public Validated Of(ISymbol member)
    {
        var attributes = member.GetAttributes()
            .Select(attribute => attribute.AttributeClass)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.Inherits(_attribute))
            .ToList();
        var rules = member is IPropertySymbol ? _rules.Value[$"{member.ContainingType.Name}.{member.Name}"] : [];
        if (attributes.Any(attribute => !SizeAttributes.Contains(attribute.Name)) || rules.Contains(false))
            return Validated.Content;
        return attributes.Count > 0 || rules.Any() ? Validated.Size : Validated.Nothing;
    }

    /// <summary>
    /// For each <c>Model.Property</c> with rules: whether all of them are about size. A look at names, once somebody
    /// asks.
    /// </summary>
    private ILookup<string, bool> ReadRules() =>
        (from tree in _compilation.GetTypeByMetadataName("FluentValidation.AbstractValidator`1") is null
            ? []
            : _compilation.SyntaxTrees
         from type in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
         let model = ModelOf(type)
         where model is not null
         from chain in type.DescendantNodes().OfType<ExpressionStatementSyntax>()
         let calls = chain.DescendantNodes(static node => node is not LambdaExpressionSyntax)
             .OfType<InvocationExpressionSyntax>()
             .ToList()
         let property = calls.Select(PropertyOf).FirstOrDefault(name => name is not null)
         where property is not null
         select (Key: $"{model}.{property}", IsSize: calls.All(call => SizeRules.Contains(NameOf(call)))))
        .ToLookup(rule => rule.Key, rule => rule.IsSize);

    private static string? ModelOf(ClassDeclarationSyntax type) => type.BaseList?.Types
        .Select(entry => entry.Type as GenericNameSyntax)
        .FirstOrDefault(name => name?.Identifier.ValueText == "AbstractValidator")?
        .TypeArgumentList.Arguments[0].ToString();

    private static string? PropertyOf(InvocationExpressionSyntax call) =>
        NameOf(call) == "RuleFor"
        && call.ArgumentList.Arguments.FirstOrDefault()?.Expression
            is SimpleLambdaExpressionSyntax
                { Body: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var property } }
            ? property
            : null;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}

/// <summary>How much of a value is validated before a handler sees it.</summary>
internal enum Validated
{
    Nothing,

    /// <summary>That it is there, and how long it is.</summary>
    Size,

    /// <summary>What it contains.</summary>
    Content,
}
