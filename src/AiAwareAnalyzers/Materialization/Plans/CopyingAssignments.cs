using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Plans;

/// <summary>How a value grows, what to do instead, and what the fix would do.</summary>
internal sealed record CopyingGrowth(string How, string Remedy, string? Way);

/// <summary>The assignments that copy a text or a sequence to make it longer.</summary>
internal sealed class CopyingAssignments(Compilation compilation)
{
    private readonly Sequences _sequences = Sequences.Of(compilation);

    /// <summary>What grows: a local, a parameter, a field or property of this object.</summary>
    public static ISymbol? SymbolOf(IOperation target) => target.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Arguments.IsEmpty: true } property =>
            property.Property,
        _ => null,
    };

    /// <summary>How the value grows, what to do instead, and what the fix would do.</summary>
    public CopyingGrowth? Of(IAssignmentOperation assignment, ISymbol target) => assignment switch
    {
        ICompoundAssignmentOperation
            { OperatorKind: BinaryOperatorKind.Add, Target.Type.SpecialType: SpecialType.System_String } =>
            new(
                "copied",
                "append to a 'StringBuilder'",
                GrowthInPlace.IsText(assignment.Value) ? GrowthInPlace.Builder : null),
        ISimpleAssignmentOperation { Target.Type.SpecialType: SpecialType.System_String } simple =>
            StartsWith(simple.Value, target) ? new("copied", "append to a 'StringBuilder'", null) : null,
        ISimpleAssignmentOperation simple => OfSequence(simple.Value.Bare(), target),
        _ => null,
    };

    private CopyingGrowth? OfSequence(IOperation value, ISymbol target)
    {
        if (_sequences.ListingOf(value) is { } listing)
            return _sequences.CallOf(
                listing.Source.Bare()) is { Name: "Append" or "Prepend" or "Concat" or "Union" } grown
                && Is(grown.Source, target)
                ? new("copied", "add to a 'List'", _sequences.IsList(value.Type)
                    ? grown.Name switch { "Append" => GrowthInPlace.Add, "Concat" => GrowthInPlace.AddRange, _ => null }
                    : null)
                : null;
        if (_sequences.CallOf(value) is { Name: "Append" or "Prepend" or "Concat" } nested && Is(nested.Source, target))
            return new("wrapped once more", "collect the parts in a 'List'", null);
        if (value
            is IInvocationOperation { TargetMethod: { Name: "Add" or "AddRange" or "Insert",
                ContainingType.Name: "ImmutableArray" }, Instance: { } array }
            && Is(array, target))
            return new("copied", "use its builder", null);
        return value.Kind == NewerSyntax.CollectionExpression
            && value.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "ImmutableArray" }
            && value.ChildOperations.Any(element =>
                element.Kind == NewerSyntax.Spread
                && element.ChildOperations.FirstOrDefault() is { } spread
                && Is(spread, target))
                ? new("copied", "add to a 'List'", null)
                : null;
    }

    private static bool Is(IOperation value, ISymbol target) =>
        SymbolEqualityComparer.Default.Equals(SymbolOf(value), target);

    /// <summary><c>text = text + …</c>, <c>text = $"{text}…"</c>, <c>text = string.Concat(text, …)</c>.</summary>
    private static bool StartsWith(IOperation value, ISymbol target) => value.Bare() switch
    {
        _ when CallStack.IsNearlyFull => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
            Is(sum.LeftOperand, target) || Is(sum.RightOperand, target) || StartsWith(sum.LeftOperand, target),
        IInterpolatedStringOperation text =>
            text.Parts.OfType<IInterpolationOperation>().Any(part => Is(part.Expression, target)),
        IInvocationOperation
            { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Arguments.Any(argument => Is(argument.Value, target)),
        _ => false,
    };
}
