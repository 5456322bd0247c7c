using System.Runtime.CompilerServices;

namespace AiAwareAnalyzers.Knowledge.Flow;

/// <summary>What one mention of a local does to the value that the local holds.</summary>
internal enum Mention
{
    /// <summary>It leaves our sight: passed, stored, compared, captured by something unknown.</summary>
    Escapes,

    /// <summary>Returned or yielded to the caller.</summary>
    Returned,

    /// <summary>Enumerated by a loop.</summary>
    Looped,

    /// <summary>The source of a sequence operator.</summary>
    Operated,

    /// <summary><c>Count</c> or <c>Length</c> is read.</summary>
    Counted,

    /// <summary>An element is read by position or key.</summary>
    Indexed,

    /// <summary>The object is changed: <c>Add</c>, <c>Sort</c>, an element is set.</summary>
    Changed,

    /// <summary>The local gets another value.</summary>
    Reassigned,
}

/// <summary>
/// How the locals and parameters of one body are used: learned in one walk, kept as long as the body.
/// </summary>
internal sealed class Locals
{
    private readonly Dictionary<ISymbol, List<IOperation>> _mentions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> _declarations = new(
        SymbolEqualityComparer.Default);

    private Locals(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator: _declarations[declarator.Symbol] = declarator; break;
                case ILocalReferenceOperation { IsDeclaration: false } local: Note(local.Local, local); break;
                case IParameterReferenceOperation parameter: Note(parameter.Parameter, parameter); break;
                case IFieldReferenceOperation field: Note(field.Field, field); break;
            }
    }

    /// <summary>The locals of the body that an operation stands in.</summary>
    public static Locals Around(IOperation operation, Compilation compilation) =>
        Facts.Of(compilation, static _ => new Bodies()).Known
            .GetValue(operation.Root(), static body => new Locals(body));

    /// <summary>The value that a local is declared with.</summary>
    public IOperation? InitializerOf(ISymbol local) =>
        _declarations.TryGetValue(local, out var declarator) ? declarator.GetVariableInitializer()?.Value : null;

    public IVariableDeclaratorOperation? DeclarationOf(ISymbol local) =>
        _declarations.TryGetValue(local, out var declarator) ? declarator : null;

    /// <summary>Every mention after the declaration, in source order.</summary>
    public IReadOnlyList<IOperation> MentionsOf(ISymbol symbol) =>
        _mentions.TryGetValue(symbol, out var mentions) ? mentions : Array.Empty<IOperation>();

    /// <summary>Follows a local that only ever has one value to that value.</summary>
    public IOperation Follow(IOperation value)
    {
        for (var steps = 0; steps < 8
            && value.Bare() is ILocalReferenceOperation local
            && OnlyValueOf(local.Local) is { } known; steps++) value = known;
        return value.Bare();
    }

    /// <summary>The only value that a local ever has; null where it gets another one, or none that we see.</summary>
    public IOperation? OnlyValueOf(ILocalSymbol local) =>
        InitializerOf(local) is { } value && !MentionsOf(local).Any(mention => Of(mention) == Mention.Reassigned)
            ? value
            : null;

    /// <summary>
    /// The one place where a local is used, if there is one only and it runs once for each time the local gets its
    /// value.
    /// </summary>
    public IOperation? OnlyUseOf(ILocalSymbol local) =>
        MentionsOf(local) is { Count: 1 } mentions
        && DeclarationOf(local) is { } declaration
        && !IsRepeated(mentions[0], declaration)
            ? mentions[0]
            : null;

    /// <summary>Whether a place may run more often, or later, than another that stands around or before it.</summary>
    public static bool IsRepeated(IOperation place, IOperation than)
    {
        var child = place;
        foreach (var parent in place.Ancestors())
        {
            if (than.IsInside(parent)) return false;
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
            if (parent is ILoopOperation and not IForEachLoopOperation) return true;
            if (parent is IForEachLoopOperation loop && !child.IsInside(loop.Collection)) return true;
            child = parent;
        }

        return true;
    }

    /// <summary>What a mention does.</summary>
    public static Mention Of(IOperation mention)
    {
        var value = mention.Outermost();
        return value.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Target == value => Mention.Reassigned,
            ICompoundAssignmentOperation assignment when assignment.Target == value => Mention.Reassigned,
            ICoalesceAssignmentOperation assignment when assignment.Target == value => Mention.Reassigned,
            IIncrementOrDecrementOperation => Mention.Reassigned,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple
                when deconstruction.Target == tuple => Mention.Reassigned,
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => Mention.Reassigned,
            IArgumentOperation { Parent: IInvocationOperation call } argument =>
                IsOperated(call, argument) ? Mention.Operated : Mention.Escapes,
            IInvocationOperation call when call.Instance == value => OfMethod(call.TargetMethod),
            IPropertyReferenceOperation property => OfProperty(property),
            IArrayElementReferenceOperation element => IsWritten(element) ? Mention.Changed : Mention.Indexed,
            IForEachLoopOperation => Mention.Looped,
            IReturnOperation => Mention.Returned,
            _ => value.Parent?.Kind == NewerSyntax.Spread ? Mention.Operated : Mention.Escapes,
        };
    }

    private static bool IsOperated(IInvocationOperation call, IArgumentOperation argument) =>
        argument.Parameter?.Ordinal == 0
        && call.TargetMethod
            is { IsExtensionMethod: true, ContainingType.Name: "Enumerable" or "Queryable" or "AsyncEnumerable" };

    private static Mention OfMethod(IMethodSymbol method) => method.Name switch
    {
        "ToArray" or "Contains" or "ForEach" or "Find" or "FindAll" or "Exists" or "TrueForAll" or "ConvertAll" =>
            Mention.Operated,
        "IndexOf" or "FindIndex" or "ElementAt" or "GetRange" or "BinarySearch" or "TryGetValue" or "ContainsKey" =>
            Mention.Indexed,
        "GetEnumerator" or "GetAsyncEnumerator" => Mention.Looped,
        "ToString" or "Equals" or "GetHashCode" or "GetType" => Mention.Escapes,
        _ => Mention.Changed,
    };

    private static Mention OfProperty(IPropertyReferenceOperation property) => property switch
    {
        { Property.Name: "Count" or "Length" or "LongLength" } => Mention.Counted,
        { Arguments.Length: > 0 } => IsWritten(property) ? Mention.Changed : Mention.Indexed,
        _ => Mention.Escapes,
    };

    private static bool IsWritten(IOperation element) =>
        element.Parent is IAssignmentOperation assignment && assignment.Target == element
        || element.Parent is IIncrementOrDecrementOperation
        || element.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref };

    private void Note(ISymbol symbol, IOperation mention)
    {
        if (!_mentions.TryGetValue(symbol, out var mentions)) _mentions.Add(symbol, mentions = new());
        mentions.Add(mention);
    }

    private sealed class Bodies
    {
        public ConditionalWeakTable<IOperation, Locals> Known { get; } = new();
    }
}
