using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Maps;

/// <summary>
/// Objects of which two are not as good as one: locks, collections, what has a state or must be disposed of. Two copies
/// of what was computed from the key are.
/// </summary>
internal static class Individuals
{
    private static readonly ImmutableHashSet<string> Signals = WordSet.Of(
        "Object Lock TaskCompletionSource ReaderWriterLockSlim StringBuilder");

    /// <summary>Whether a value is an object that was made just now, of a kind that matters.</summary>
    public static bool IsMadeBy(IOperation value) =>
        value.Bare() is IObjectCreationOperation { Type: { } type } && Matters(type)
        || value.Bare() is { Kind: Knowledge.NewerSyntax.CollectionExpression };

    private static bool Matters(ITypeSymbol type) =>
        Signals.Contains(type.Name)
        || IsCollection(type)
        || type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_IDisposable)
        || HasState(type);

    private static bool IsCollection(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic" or "Concurrent", ContainingNamespace.Name: "Collections" };

    /// <summary>A class of this project that can be changed after it was made.</summary>
    private static bool HasState(ITypeSymbol type) =>
        type is { IsReferenceType: true, IsRecord: false }
        && !type.DeclaringSyntaxReferences.IsEmpty
        && type.SelfAndBases().SelectMany(static own => own.GetMembers()).Any(static member =>
            member is IFieldSymbol { IsStatic: false, IsConst: false, IsReadOnly: false, IsImplicitlyDeclared: false }
                or IPropertySymbol { IsStatic: false, SetMethod.IsInitOnly: false }
            || (member is IFieldSymbol { IsStatic: false, Type: var kept } && IsCollection(kept)));
}
