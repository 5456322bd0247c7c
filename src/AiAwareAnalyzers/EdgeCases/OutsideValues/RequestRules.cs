using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// What is said about a value before a handler sees it: attributes, setters that correct, rules of FluentValidation.
/// </summary>
internal sealed class RequestRules
{
    /// <summary>Rules of a validator that a text of any length passes, and what belongs to them.</summary>
    private static readonly ImmutableHashSet<string> Lengthless = ImmutableHashSet.Create(
        "RuleFor", "NotEmpty", "NotNull", "NotEqual", "EmailAddress", "Cascade", "When", "Unless", "WithMessage",
        "WithName", "WithErrorCode", "WithSeverity", "OverridePropertyName");

    private readonly INamedTypeSymbol? _attribute;
    private readonly INamedTypeSymbol? _self;
    private readonly bool _hasValidators;
    private readonly Lazy<ILookup<string, string>> _ruled;

    private RequestRules(Compilation compilation)
    {
        _attribute = compilation.GetTypeByMetadataName("System.ComponentModel.DataAnnotations.ValidationAttribute");
        _self = compilation.GetTypeByMetadataName("System.ComponentModel.DataAnnotations.IValidatableObject");
        _hasValidators = !compilation.GetTypesByMetadataName("FluentValidation.AbstractValidator`1").IsEmpty;
        _ruled = new(() => RuledIn(compilation));
    }

    public static RequestRules Of(Compilation compilation) => Facts.Of(compilation, static c => new RequestRules(c));

    /// <summary>
    /// Whether the declaration of a parameter or a property limits its values, or may do so out of sight.
    /// </summary>
    public bool Limit(ISymbol member) =>
        HasRule(member)
        || member is IPropertySymbol property && (IsCorrected(property) || IsRuled(property, static _ => true));

    /// <summary>As above, the length of a text: that there must be one says nothing of its end.</summary>
    public bool LimitLength(ISymbol member)
    {
        if (HasRule(member)) return true;
        if (member is not IPropertySymbol property) return false;
        var isOfThisProject = !property.DeclaringSyntaxReferences.IsEmpty;
        return isOfThisProject && IsCorrected(property)
            || !isOfThisProject && _hasValidators
            || IsRuled(property, static rule => !Lengthless.Contains(rule));
    }

    /// <summary>Whether the whole model is given to somebody who may look at it.</summary>
    public bool AreAskedAbout(IParameterSymbol model, IOperation use) =>
        NullLooks.AskAbout(model, use) || OperationTree.Around(use).Any(operation =>
        operation
            is IArgumentOperation { Value: var value, Parent: IInvocationOperation { TargetMethod.Name: var name } }
        && name.IndexOf("Valid", StringComparison.Ordinal) >= 0
        && value.Bare() is IParameterReferenceOperation { Parameter: var passed }
        && SymbolEqualityComparer.Default.Equals(passed, model));

    private bool HasRule(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: not ("RequiredAttribute" or "DisplayAttribute") } type
        && type.Inherits(_attribute));

    private bool IsRuled(IPropertySymbol property, Func<string, bool> counts) => property.ContainingType.Inherits(_self)
        || _ruled.Value[property.Name].Any(counts)
        || ParameterOf(property) is { } parameter && HasRule(parameter);

    /// <summary>A property whose accessors have bodies, or that is written elsewhere.</summary>
    private static bool IsCorrected(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { AccessorList: { } accessors } =>
                accessors.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null),
            ParameterSyntax => false,
            _ => true,
        };

    /// <summary>The parameter that a positional member of a record is made of.</summary>
    private static IParameterSymbol? ParameterOf(IPropertySymbol property) =>
        property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == property.Name);

    /// <summary>
    /// The rules that validators have for a member, by its name. A look at names, once somebody asks.
    /// </summary>
    private ILookup<string, string> RuledIn(Compilation compilation) => compilation.SyntaxTrees
        .Where(tree => _hasValidators && Calls.AreMentioned(tree, "RuleFor"))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(call => call.Expression is SimpleNameSyntax { Identifier.ValueText: "RuleFor" })
        .SelectMany(call => MembersOf(call).SelectMany(member => RulesAfter(call).Select(rule => (member, rule))))
        .ToLookup(pair => pair.member, pair => pair.rule);

    private static IEnumerable<string> MembersOf(InvocationExpressionSyntax ruleFor) =>
        ruleFor.ArgumentList.Arguments.FirstOrDefault()?.Expression is LambdaExpressionSyntax lambda
            ? lambda.Body.DescendantNodesAndSelf()
                .OfType<MemberAccessExpressionSyntax>()
                .Select(access => access.Name.Identifier.ValueText)
            : [];

    /// <summary>The calls that are chained to it, itself first.</summary>
    private static IEnumerable<string> RulesAfter(InvocationExpressionSyntax ruleFor)
    {
        for (var call = ruleFor; call is not null;
            call = (call.Parent as MemberAccessExpressionSyntax)?.Parent as InvocationExpressionSyntax)
            yield return Calls.NameOf(call);
    }
}
