using System.Collections.Concurrent;
using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Follows a value back to the option that it is.</summary>
internal sealed class OptionValues(Compilation compilation)
{
    private readonly ConcurrentDictionary<IFieldSymbol, IOperation?> _fields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, SyntaxNode?> _first = new(SymbolEqualityComparer.Default);
    private readonly OptionMentions _mentions = OptionMentions.Of(compilation);

    /// <summary>
    /// The option that a value is, as a number, as a time or by way of a variable that is looked at nowhere; null where
    /// it is something else.
    /// </summary>
    public IPropertyReferenceOperation? Behind(IOperation value) => Behind(value, Trail.Start);

    private IPropertyReferenceOperation? Behind(IOperation value, Trail trail)
    {
        if (trail.IsOver) return null;
        var inner = value.Unconverted();
        return inner switch
        {
            IPropertyReferenceOperation { Property: var property } option when IsOption(property) => option,
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "TimeSpan" },
                Arguments: [{ Value: var number }, ..] }
                when name.StartsWith("From", StringComparison.Ordinal) => Behind(number, trail.Deeper()),
            ILocalReferenceOperation local =>
                trail.InitialValueOf(local, out var further) is { } initial ? Kept(initial, local, further) : null,
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } read =>
                trail.TryPass(field, out var further) && _fields.GetOrAdd(field, GivenTo) is { } given
                    ? Kept(given, read, further)
                    : null,
            _ => null,
        };
    }

    /// <summary>
    /// Whether a body is the first of this project that puts an option somewhere where not every value is good.
    /// </summary>
    public bool IsFirst(IPropertySymbol option, IOperation use) =>
        _first.GetOrAdd(option, FindFirst) is not { } first || first == use.Root().Syntax;

    private SyntaxNode? FindFirst(IPropertySymbol option) =>
        ReadingsOf(option)
            .SelectMany(read => FieldGiven(read) is { } field ? ReadingsOf(field).Prepend(read) : [read])
            .Select(static read => read.Root())
            .FirstOrDefault(body => OperationTree.Of(body).Any(operation => IsUse(operation, option)))
            ?.Syntax;

    /// <summary>The mentions of a member, or what stands around them.</summary>
    private IEnumerable<IOperation> ReadingsOf(ISymbol member) =>
        _mentions.Of(member)
            .Select(mention =>
                Semantics.Of(compilation).ModelOf(mention.SyntaxTree)?.GetOperation(mention.Parent!))
            .OfType<IOperation>();

    /// <summary>The field that is only given a value where the option is read.</summary>
    private static IFieldSymbol? FieldGiven(IOperation read) => read.Ancestors().Select(outer => outer switch
    {
        IFieldInitializerOperation { InitializedFields: [{ IsReadOnly: true } field, ..] } => field,
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: { IsReadOnly: true } field } } => field,
        _ => null,
    }).FirstOrDefault(static field => field is not null);

    private bool IsUse(IOperation operation, IPropertySymbol option) =>
        OptionUses.Read(operation) is { } use
        && SymbolEqualityComparer.Default.Equals(Behind(use.Value)?.Property, option);

    /// <summary>An option of this project: what checks those of another one may stand there.</summary>
    private bool IsOption(IPropertySymbol property) =>
        !property.IsStatic
        && SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, compilation.Assembly)
        && property.IsAutomatic()
        && OptionTypes.Of(compilation).Have(property.ContainingType);

    /// <summary>The option in a variable that is looked at nowhere.</summary>
    private IPropertyReferenceOperation? Kept(IOperation value, IOperation variable, Trail trail) =>
        Behind(value, trail) is { } option
        && !(Place.Of(variable) is { } place && NumberLooks.Exist(place, variable))
            ? option
            : null;

    /// <summary>The only value that a field is given, where it is declared or in a constructor.</summary>
    private IOperation? GivenTo(IFieldSymbol field)
    {
        var values = field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantNodes())
            .Select(node => ValueFor(field.Name, node))
            .OfType<ExpressionSyntax>()
            .Take(2)
            .ToList();
        return values is [var only] ? Semantics.Of(compilation).ModelOf(only.SyntaxTree)?.GetOperation(only) : null;
    }

    private static ExpressionSyntax? ValueFor(string field, SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: var left, Right: var value } when Calls.NameOf(left) == field => value,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: { } value } declared
            when declared.Identifier.ValueText == field => value,
        _ => null,
    };
}
