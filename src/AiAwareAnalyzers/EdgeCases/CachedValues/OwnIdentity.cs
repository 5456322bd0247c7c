using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.CachedValues;

/// <summary>Which members of an object differ from caller to caller.</summary>
internal sealed class OwnIdentity(Compilation compilation)
{
    /// <summary>Attributes of properties that a request fills.</summary>
    private static readonly ImmutableHashSet<string> Filled = WordSet.Of(
        "ParameterAttribute BindPropertyAttribute FromQueryAttribute FromRouteAttribute",
        "SupplyParameterFromQueryAttribute");

    /// <summary>
    /// A property that a request fills, or a field that holds who calls since the object was made: <c>_tenantId =
    /// tenant.Id</c>.
    /// </summary>
    public bool TellsCaller(ISymbol member) => member switch
    {
        IPropertySymbol property =>
            property.GetAttributes().Any(static attribute => Filled.Contains(attribute.AttributeClass?.Name ?? ""))
            && CallerValues.Matter(property, property.Type),
        IFieldSymbol { IsStatic: false, IsConst: false } field =>
            CallerValues.Matter(field, field.Type) && ValuesOf(field).Any(IsOfCaller),
        _ => false,
    };

    /// <summary>A parameter of a primary constructor: what it holds was settled when the object was made.</summary>
    public bool IsOfMaking(IParameterSymbol parameter, IOperation mention) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        && CallerValues.Matter(parameter, parameter.Type)
        && mention.Syntax.SyntaxTree == parameter.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree;

    private static bool IsOfCaller(IOperation value) =>
        value.DescendantsAndSelf().Any(static part => CallerValues.OwnerOfIdentity(part) is not null);

    /// <summary>What a field is given where it is declared, and in constructors.</summary>
    private IEnumerable<IOperation> ValuesOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Select(static declaration => declaration.GetSyntax())
            .OfType<VariableDeclaratorSyntax>()
            .Select(static declarator => declarator.Initializer?.Value)
            .Concat(field.ContainingType.InstanceConstructors
                .SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
                .Select(static declaration => declaration.GetSyntax())
                .OfType<ConstructorDeclarationSyntax>()
                .SelectMany(static constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                .Where(assignment => Calls.NameOf(assignment.Left) == field.Name)
                .Select(static assignment => assignment.Right))
            .OfType<ExpressionSyntax>()
            .Select(value => Semantics.Of(compilation).ModelOf(value.SyntaxTree)?.GetOperation(value))
            .OfType<IOperation>();
}
