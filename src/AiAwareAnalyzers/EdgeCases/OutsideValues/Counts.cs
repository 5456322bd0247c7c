using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Numbers of elements that are zero where nobody has looked.</summary>
internal sealed class Counts(Compilation compilation)
{
    private readonly CallIndex _calls = CallIndex.Of(compilation);

    /// <summary>
    /// The sequence whose elements a number counts, if it may be empty and neither the body nor a caller asks; null for
    /// any other number.
    /// </summary>
    public IOperation? SequenceBehind(IOperation number) => SequenceBehind(number, number, Trail.Start);

    private IOperation? SequenceBehind(IOperation number, IOperation use, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.Inside(number);
        if (value is ILocalReferenceOperation local)
            return trail.InitialValueOf(local, out var further) is { } initial
                && SequenceBehind(initial, use, further) is { } counted
                && !NumberLooks.Exist(Place.At(local.Local), use)
                ? counted
                : null;
        return SequenceOf(value) is { } sequence && MayBeEmpty(sequence) && !IsAsked(sequence, use) ? sequence : null;
    }

    /// <summary>
    /// Whether a number is what a parameter or a member says, or a fallback where it says nothing, without any
    /// arithmetic.
    /// </summary>
    public static bool IsPlain(IOperation number) => IsPlain(number, Trail.Start);

    private static bool IsPlain(IOperation number, Trail trail) => Place.Inside(number) switch
    {
        _ when trail.IsOver => false,
        ILocalReferenceOperation local =>
            trail.InitialValueOf(local, out var further) is { } initial && IsPlain(initial, further),
        ICoalesceOperation choice => IsPlain(choice.Value, trail.Deeper()),
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable } =>
            IsPlain(nullable, trail.Deeper()),
        IParameterReferenceOperation or IPropertyReferenceOperation => true,
        _ => false,
    };

    private static IOperation? SequenceOf(IOperation count) => count switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } list }
            when IsSequence(list.Type) => list,
        IInvocationOperation { TargetMethod.Name: "Count" or "LongCount" or "CountAsync" or "LongCountAsync" } call
            when Sequences.IsOperator(call.TargetMethod) => Sequences.SourceOf(call),
        _ => null,
    };

    /// <summary>A text is no sequence here: what is done with its length is seldom an average.</summary>
    private static bool IsSequence(ITypeSymbol? type) =>
        type is { SpecialType: not SpecialType.System_String }
        && (type.TypeKind == TypeKind.Array
            || type.AllInterfaces.Any(contract =>
                contract.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// <summary>
    /// Not a group, which has a member, and not a list that the program wrote down; what a type hands to its own kind,
    /// or to itself, is as empty as its callers make it.
    /// </summary>
    private bool MayBeEmpty(IOperation sequence) =>
        IsOpen(sequence)
        && (Sequences.RootOf(sequence) is not IParameterReferenceOperation { Parameter: var parameter }
            || parameter.ContainingSymbol is not IMethodSymbol method
            || MayBeGivenNothing(parameter, method));

    private bool MayBeGivenNothing(IParameterSymbol parameter, IMethodSymbol method) =>
        method.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.NotApplicable => true,
            Accessibility.Private => _calls.Of(method).ToList() is { } calls
                && (calls.Count == 0 || calls.Exists(call =>
                    ArgumentFor(parameter, call) is { } handed && IsOpen(handed))),
            _ => false,
        };

    private static IOperation? ArgumentFor(IParameterSymbol parameter, IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;

    private static bool IsOpen(IOperation sequence) => Sequences.RootOf(sequence) switch
    {
        { Type.Name: "IGrouping" } => false,
        IFieldReferenceOperation => false,
        IPropertyReferenceOperation { Property.IsStatic: true } => false,
        ILocalReferenceOperation local => IsMade(Values.InitialValueOf(local)),
        IParameterReferenceOperation or IPropertyReferenceOperation => true,
        _ => false,
    };

    /// <summary>A local that a call or a query fills; a list that is built here is filled where nobody looks.</summary>
    private static bool IsMade(IOperation? initial) => initial is not null
        && Place.Inside(initial) is IInvocationOperation
        && !(Sequences.RootOf(initial) is IInvocationOperation { TargetMethod: var maker }
            && (maker.Name is "Split" or "GetValues" || WritesDown(maker)));

    /// <summary>A method that makes its list of what stands in it.</summary>
    private static bool WritesDown(IMethodSymbol maker) =>
        maker.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } body
        && body.DescendantNodes().Any(static node => node is InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression,
                Expressions.Count: > 0,
            });

    private bool IsAsked(IOperation sequence, IOperation use) =>
        SizeLooks.Exist(sequence, use)
        || SizeLooks.AreOvertaken(sequence, use)
        || Sequences.RootOf(sequence) is IParameterReferenceOperation { Parameter: var parameter }
            && parameter.ContainingSymbol is IMethodSymbol
                { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable } method
            && _calls.Of(method).Any(call => IsAskedBy(call, parameter));

    private static bool IsAskedBy(IInvocationOperation call, IParameterSymbol parameter) =>
        ArgumentFor(parameter, call) is { } handed && SizeLooks.Exist(handed, call);
}
