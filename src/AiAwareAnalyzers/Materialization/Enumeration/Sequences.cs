using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>What a sequence is, and what a call does to it.</summary>
internal sealed class Sequences
{
    /// <summary>The classes whose extension methods are sequence operators, wherever they come from.</summary>
    internal static readonly ImmutableArray<string> Operators = ImmutableArray.Create(
        "System.Linq.Enumerable",
        "System.Linq.Queryable",
        "System.Linq.AsyncEnumerable",
        "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
        "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
        "System.Data.Entity.QueryableExtensions",
        "NHibernate.Linq.LinqExtensionMethods");

    private readonly ImmutableHashSet<INamedTypeSymbol> _operators;
    private readonly INamedTypeSymbol? _query;
    private readonly INamedTypeSymbol? _asyncStream;
    private readonly INamedTypeSymbol? _list;
    private readonly INamedTypeSymbol? _collection;
    private readonly INamedTypeSymbol? _readOnlyCollection;

    private Sequences(Compilation compilation)
    {
        _operators = Operators.SelectMany(name => compilation.GetTypesByMetadataName(name))
            .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        _query = compilation.GetTypeByMetadataName("System.Linq.IQueryable");
        _asyncStream = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        _list = compilation.GetTypeByMetadataName("System.Collections.Generic.List`1");
        _collection = compilation.GetTypeByMetadataName("System.Collections.ICollection");
        _readOnlyCollection = compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyCollection`1");
    }

    public static Sequences Of(Compilation compilation) => Facts.Of(compilation, static c => new Sequences(c));

    /// <summary>Whether LINQ is referenced at all.</summary>
    public bool Exist => !_operators.IsEmpty;

    /// <summary>Whether a remote provider evaluates it.</summary>
    public bool IsQuery(ITypeSymbol? type) => type.Inherits(_query);

    public bool IsAsyncStream(ITypeSymbol? type) => !IsQuery(type) && type.Inherits(_asyncStream);

    /// <summary>Whether it can be enumerated, as far as its type tells.</summary>
    public bool IsSequence(ITypeSymbol? type) =>
        ElementOf(type) is not null && type?.SpecialType != SpecialType.System_String;

    /// <summary>Whether every element is in memory, as far as its type tells.</summary>
    public bool IsInMemory(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || type?.SpecialType == SpecialType.System_String
        || type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Collections_Generic_ICollection_T
            or SpecialType.System_Collections_Generic_IList_T }
        || !IsQuery(type)
        && (type.Inherits(_collection)
            || type.Inherits(_readOnlyCollection)
            || type is not null
                && type.AllInterfaces.Any(face =>
                    face.ConstructedFrom.SpecialType == SpecialType.System_Collections_Generic_ICollection_T));

    public bool IsList(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, _list);

    /// <summary>The type of the elements; null where it is no generic sequence.</summary>
    public ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is null) return null;
        if (type is IArrayTypeSymbol array) return array.ElementType;
        foreach (var face in type.AllInterfaces.Prepend(type))
            if (face is INamedTypeSymbol { TypeArguments.Length: 1 } sequence
                && IsSequenceDefinition(sequence.ConstructedFrom))
                return sequence.TypeArguments[0];
        return null;
    }

    /// <summary>The call of a sequence operator; null where it is none.</summary>
    public SequenceCall? CallOf(IOperation? operation)
    {
        if (operation is not IInvocationOperation call) return null;
        var verb = SequenceVerbs.Of(call.TargetMethod.Name);
        if (verb == Verb.Other) return null;
        if (_operators.Contains(call.TargetMethod.ContainingType.OriginalDefinition))
            return call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } first
                ? new(call, verb, first.Value)
                : null;
        return call.Instance is { } instance
            && (IsOwnOperator(call.TargetMethod) && IsSequence(instance.Type)
                || verb == Verb.View && IsQuery(instance.Type))
            ? new(call, verb, instance)
            : null;
    }

    /// <summary>
    /// The call that puts every element of a sequence into a list or array: <c>ToList</c>, <c>ToArray</c>, sync or
    /// async.
    /// </summary>
    public SequenceCall? ListingOf(IOperation? operation) =>
        CallOf(operation) is { Verb: Verb.List } call ? call : null;

    /// <summary>Lists and sets have a few operators as methods of their own.</summary>
    private static bool IsOwnOperator(IMethodSymbol method) =>
        method is { IsStatic: false, Name: "ToArray" or "Contains" or "ForEach",
            ContainingType.ContainingNamespace.Name: "Generic" or "Immutable" or "Concurrent" };

    private bool IsSequenceDefinition(INamedTypeSymbol definition) =>
        definition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || SymbolEqualityComparer.Default.Equals(definition, _asyncStream);
}
