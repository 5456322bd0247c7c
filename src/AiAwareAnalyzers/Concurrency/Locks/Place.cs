using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Locks;

/// <summary>
/// A variable, or a member and those that lead to it: what reads alike is the same while nobody assigns any of them.
/// </summary>
internal sealed class Place : IEquatable<Place>
{
    /// <summary>Code that reaches further into its objects locks something else.</summary>
    private const int Longest = 4;

    /// <summary>The last member first.</summary>
    private readonly ImmutableArray<ISymbol> _steps;

    private Place(ImmutableArray<ISymbol> steps) => _steps = steps;

    /// <summary>The local or parameter that it begins with; null where that is the object, or a type.</summary>
    public ISymbol? Variable =>
        _steps.LastOrDefault() is { } first and (ILocalSymbol or IParameterSymbol) ? first : null;

    /// <summary>Whether it is a variable itself, and no member of one.</summary>
    public bool IsVariable => _steps.Length == 1 && Variable is not null;

    /// <summary>The place that an operation stands for; null where it may be another one each time.</summary>
    public static Place? Of(IOperation operation)
    {
        var steps = ImmutableArray.CreateBuilder<ISymbol>();
        for (var step = operation.Unconverted(); steps.Count < Longest;)
            switch (step)
            {
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    return new(steps.ToImmutable());
                case ILocalReferenceOperation or IParameterReferenceOperation:
                    steps.Add(Values.VariableOf(step)!);
                    return new(steps.ToImmutable());
                case IMemberReferenceOperation member when IsKept(member):
                    steps.Add(member.Member);
                    if (member.Instance is not { } owner) return new(steps.ToImmutable());
                    step = owner.Unconverted();
                    break;
                default: return null;
            }

        return null;
    }

    public bool Equals(Place? other) =>
        other is not null && _steps.SequenceEqual(other._steps, SymbolEqualityComparer.Default);

    public override bool Equals(object? other) => Equals(other as Place);

    public override int GetHashCode() =>
        _steps.IsEmpty ? 0 : SymbolEqualityComparer.Default.GetHashCode(_steps[0]);

    private static bool IsKept(IMemberReferenceOperation member) =>
        !member.ConstantValue.HasValue
        && (member is IFieldReferenceOperation
            || (member is IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property }
                && (property.IsAutomatic() || property.ContainingType.Name == "KeyValuePair")));
}
