namespace AiAwareAnalyzers.Knowledge;

/// <summary>What a call does to the sequence it is made on.</summary>
internal enum Verb
{
    /// <summary>Not known.</summary>
    Other,

    /// <summary>Another view of the same rows: <c>AsEnumerable</c>, <c>AsNoTracking</c>, <c>Include</c>.</summary>
    View,

    /// <summary><c>Where</c>, <c>OfType</c>, <c>Distinct</c>.</summary>
    Filter,

    /// <summary><c>Select</c>.</summary>
    Project,

    /// <summary><c>OrderBy</c>, <c>ThenBy</c>, <c>Reverse</c>.</summary>
    Order,

    /// <summary><c>Take</c>, <c>Skip</c>, <c>Chunk</c>.</summary>
    Page,

    /// <summary><c>Concat</c>, <c>Join</c>, <c>GroupBy</c>, <c>SelectMany</c>: sequences made of sequences.</summary>
    Combine,

    /// <summary><c>Count</c>, <c>LongCount</c>.</summary>
    Count,

    /// <summary><c>Any</c>, <c>All</c>, <c>Contains</c>.</summary>
    Test,

    /// <summary><c>First</c>, <c>Single</c>, <c>Last</c>, <c>ElementAt</c>.</summary>
    Pick,

    /// <summary><c>Sum</c>, <c>Max</c>, <c>Aggregate</c>.</summary>
    Fold,

    /// <summary><c>ToList</c>, <c>ToArray</c>: every element, in order, in memory.</summary>
    List,

    /// <summary><c>ToDictionary</c>, <c>ToHashSet</c>, <c>ToLookup</c>: every element, by key.</summary>
    Index,

    /// <summary><c>ForEachAsync</c>, <c>Load</c>: every element is used.</summary>
    Consume,
}

/// <summary>A call of a sequence operator.</summary>
internal sealed class SequenceCall(IInvocationOperation invocation, Verb verb, IOperation source)
{
    public IInvocationOperation Invocation => invocation;

    public Verb Verb => verb;

    /// <summary>The sequence that the operator works on.</summary>
    public IOperation Source => source;

    public string Name => invocation.TargetMethod.Name;

    public bool IsAsync => Name.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>Whether the call is evaluated only when somebody enumerates it.</summary>
    public bool IsDeferred => verb is Verb.View or Verb.Filter or Verb.Project or Verb.Order or Verb.Page or Verb.Combine;

    /// <summary>The first function that the call was given.</summary>
    public IAnonymousFunctionOperation? Lambda =>
        Arguments.Select(argument => argument.Lambda()).FirstOrDefault(lambda => lambda is not null);

    /// <summary>What was passed besides the source and what the caller left out.</summary>
    public IEnumerable<IOperation> Arguments =>
        invocation.Arguments
            .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Value.Bare() != source.Bare())
            .Select(argument => argument.Value);
}

/// <summary>What a sequence is, and what a call does to it.</summary>
internal sealed class Sequences
{
    private static readonly Dictionary<string, Verb> Verbs = new()
    {
        ["AsEnumerable"] = Verb.View, ["AsAsyncEnumerable"] = Verb.View, ["ToAsyncEnumerable"] = Verb.View, ["AsQueryable"] = Verb.View,
        ["AsNoTracking"] = Verb.View, ["AsNoTrackingWithIdentityResolution"] = Verb.View, ["AsTracking"] = Verb.View,
        ["AsSplitQuery"] = Verb.View, ["AsSingleQuery"] = Verb.View, ["Include"] = Verb.View, ["ThenInclude"] = Verb.View,
        ["IgnoreQueryFilters"] = Verb.View, ["IgnoreAutoIncludes"] = Verb.View, ["TagWith"] = Verb.View, ["TagWithCallSite"] = Verb.View, ["Cast"] = Verb.View,
        ["Where"] = Verb.Filter, ["OfType"] = Verb.Filter, ["Distinct"] = Verb.Filter, ["DistinctBy"] = Verb.Filter,
        ["Select"] = Verb.Project,
        ["OrderBy"] = Verb.Order, ["OrderByDescending"] = Verb.Order, ["ThenBy"] = Verb.Order, ["ThenByDescending"] = Verb.Order,
        ["Order"] = Verb.Order, ["OrderDescending"] = Verb.Order, ["Reverse"] = Verb.Order,
        ["Take"] = Verb.Page, ["TakeLast"] = Verb.Page, ["TakeWhile"] = Verb.Page, ["Skip"] = Verb.Page, ["SkipLast"] = Verb.Page, ["SkipWhile"] = Verb.Page, ["Chunk"] = Verb.Page,
        ["Concat"] = Verb.Combine, ["Append"] = Verb.Combine, ["Prepend"] = Verb.Combine, ["Union"] = Verb.Combine, ["UnionBy"] = Verb.Combine,
        ["Except"] = Verb.Combine, ["ExceptBy"] = Verb.Combine, ["Intersect"] = Verb.Combine, ["IntersectBy"] = Verb.Combine,
        ["Join"] = Verb.Combine, ["GroupJoin"] = Verb.Combine, ["LeftJoin"] = Verb.Combine, ["RightJoin"] = Verb.Combine, ["Zip"] = Verb.Combine,
        ["GroupBy"] = Verb.Combine, ["SelectMany"] = Verb.Combine, ["DefaultIfEmpty"] = Verb.Combine, ["Index"] = Verb.Combine,
        ["Count"] = Verb.Count, ["LongCount"] = Verb.Count, ["CountBy"] = Verb.Combine, ["AggregateBy"] = Verb.Combine,
        ["Any"] = Verb.Test, ["All"] = Verb.Test, ["Contains"] = Verb.Test, ["SequenceEqual"] = Verb.Test,
        ["First"] = Verb.Pick, ["FirstOrDefault"] = Verb.Pick, ["Single"] = Verb.Pick, ["SingleOrDefault"] = Verb.Pick,
        ["Last"] = Verb.Pick, ["LastOrDefault"] = Verb.Pick, ["ElementAt"] = Verb.Pick, ["ElementAtOrDefault"] = Verb.Pick,
        ["Sum"] = Verb.Fold, ["Min"] = Verb.Fold, ["Max"] = Verb.Fold, ["MinBy"] = Verb.Fold, ["MaxBy"] = Verb.Fold, ["Average"] = Verb.Fold, ["Aggregate"] = Verb.Fold,
        ["ToList"] = Verb.List, ["ToArray"] = Verb.List,
        ["ToDictionary"] = Verb.Index, ["ToHashSet"] = Verb.Index, ["ToLookup"] = Verb.Index,
        ["ForEach"] = Verb.Consume, ["Load"] = Verb.Consume, ["ExecuteDelete"] = Verb.Consume, ["ExecuteUpdate"] = Verb.Consume,
    };

    /// <summary>The names of all known operators; each has an asynchronous form somewhere.</summary>
    internal static IEnumerable<string> OperatorNames => Verbs.Keys;

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
    public bool IsSequence(ITypeSymbol? type) => ElementOf(type) is not null && type?.SpecialType != SpecialType.System_String;

    /// <summary>Whether every element is in memory, as far as its type tells.</summary>
    public bool IsInMemory(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || type?.SpecialType == SpecialType.System_String
        || type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IList_T }
        || !IsQuery(type)
        && (type.Inherits(_collection)
            || type.Inherits(_readOnlyCollection)
            || type is not null && type.AllInterfaces.Any(face => face.ConstructedFrom.SpecialType == SpecialType.System_Collections_Generic_ICollection_T));

    public bool IsList(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, _list);

    /// <summary>The type of the elements; null where it is no generic sequence.</summary>
    public ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is null) return null;
        if (type is IArrayTypeSymbol array) return array.ElementType;
        foreach (var face in type.AllInterfaces.Prepend(type))
            if (face is INamedTypeSymbol { TypeArguments.Length: 1 } sequence && IsSequenceDefinition(sequence.ConstructedFrom))
                return sequence.TypeArguments[0];
        return null;
    }

    /// <summary>The call of a sequence operator; null where it is none.</summary>
    public SequenceCall? CallOf(IOperation? operation)
    {
        if (operation is not IInvocationOperation call) return null;
        var verb = VerbOf(call.TargetMethod.Name);
        if (verb == Verb.Other) return null;
        if (_operators.Contains(call.TargetMethod.ContainingType.OriginalDefinition))
            return call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } first ? new(call, verb, first.Value) : null;
        return call.Instance is { } instance && (IsOwnOperator(call.TargetMethod) && IsSequence(instance.Type) || verb == Verb.View && IsQuery(instance.Type))
            ? new(call, verb, instance)
            : null;
    }

    /// <summary>The call that puts every element of a sequence into a list or array: <c>ToList</c>, <c>ToArray</c>, sync or async.</summary>
    public SequenceCall? ListingOf(IOperation? operation) => CallOf(operation) is { Verb: Verb.List } call ? call : null;

    /// <summary>What is enumerated by an operation that copies a sequence: <c>ToList</c>, <c>new List&lt;T&gt;(source)</c>, <c>[.. source]</c>.</summary>
    public IOperation? CopiedBy(IOperation operation) => operation switch
    {
        IInvocationOperation => ListingOf(operation)?.Source,
        IObjectCreationOperation { Arguments.Length: 1, Initializer: null } creation
            when IsList(creation.Type) && IsSequence(creation.Arguments[0].Value.Type) => creation.Arguments[0].Value,
        { Kind: NewerSyntax.CollectionExpression } => OnlySpread(operation),
        _ => null,
    };

    private static IOperation? OnlySpread(IOperation collection) =>
        collection.ChildOperations is { Count: 1 } elements && elements.First() is { Kind: NewerSyntax.Spread } spread
            ? spread.ChildOperations.FirstOrDefault()
            : null;

    private static Verb VerbOf(string name)
    {
        if (Verbs.TryGetValue(name, out var verb)) return verb;
        const string Async = "Async";
        return name.EndsWith(Async, StringComparison.Ordinal) && Verbs.TryGetValue(name.Substring(0, name.Length - Async.Length), out verb) ? verb : Verb.Other;
    }

    /// <summary>Lists and sets have a few operators as methods of their own.</summary>
    private static bool IsOwnOperator(IMethodSymbol method) =>
        method is { IsStatic: false, Name: "ToArray" or "Contains" or "ForEach", ContainingType.ContainingNamespace.Name: "Generic" or "Immutable" or "Concurrent" };

    private bool IsSequenceDefinition(INamedTypeSymbol definition) =>
        definition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || SymbolEqualityComparer.Default.Equals(definition, _asyncStream);
}
