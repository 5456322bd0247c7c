using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Materialization.Queries;
using AiAwareAnalyzers.Materialization.Streaming;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>Where the elements of a sequence are before somebody asks for them.</summary>
internal enum Origin
{
    /// <summary>In memory, or in the hands of somebody unknown.</summary>
    Memory,

    /// <summary>In a file or folder that is read while it is enumerated.</summary>
    Disk,

    /// <summary>In an asynchronous stream.</summary>
    Stream,

    /// <summary>In a database.</summary>
    Query,
}

/// <summary>The way of a sequence from where it starts.</summary>
internal sealed class SequenceSource(Origin origin, IOperation root, ImmutableArray<SequenceCall> calls)
{
    public Origin Origin => origin;

    /// <summary>What the first operator was called on.</summary>
    public IOperation Root => root;

    /// <summary>The operators between, the last one first.</summary>
    public ImmutableArray<SequenceCall> Calls => calls;

    /// <summary>
    /// Whether the number of rows is limited: a page, rows looked up by their key, or a statement written by hand.
    /// </summary>
    public bool IsBounded => IsStatement || calls.Any(call => call.Name is "Take" or "TakeLast" || IsKeyed(call));

    /// <summary>
    /// SQL that is written by hand: only its text knows how many rows there are, and whether more can be put around it.
    /// </summary>
    private bool IsStatement =>
        root is IInvocationOperation { TargetMethod.Name: var name } && IsWritten(name)
        || calls.Any(static call => IsWritten(call.Name));

    private static bool IsWritten(string call) =>
        call is "FromSql" or "FromSqlRaw" or "FromSqlInterpolated" or "SqlQuery" or "SqlQueryRaw";

    /// <summary>
    /// Whether a sequence in memory can be read while it stands: it is no field that others change, no small constant,
    /// no view of a collection that a loop may change, and nothing happens while it is read.
    /// </summary>
    public bool IsFreeToRead() =>
        root is ILocalReferenceOperation or IParameterReferenceOperation
        && root.Type?.ContainingNamespace?.Name is not ("Concurrent" or "Immutable")
        && calls.All(call => call.Lambda is null || Translation.IsPure(call.Lambda));

    /// <summary>
    /// <c>Where(x => x.Id == id)</c>, <c>Where(x => ids.Contains(x.Id))</c>: as many rows as there are keys, not a
    /// table.
    /// </summary>
    private static bool IsKeyed(SequenceCall call) =>
        call.Verb == Verb.Filter
        && call.Lambda is { Symbol.Parameters.Length: 1 } lambda
        && lambda.Result()?.Bare() is { } condition
        && Values.Conjuncts(condition).Any(part => part switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality =>
                IsKey(equality.LeftOperand, lambda) || IsKey(equality.RightOperand, lambda),
            IInvocationOperation { TargetMethod.Name: "Contains" } search =>
                search.Arguments.Any(argument => IsKey(argument.Value, lambda)),
            _ => false,
        });

    private static bool IsKey(IOperation value, IAnonymousFunctionOperation lambda) =>
        value.Bare() is IPropertyReferenceOperation { Instance: { } instance } property
        && instance.Bare() is IParameterReferenceOperation parameter
        && SymbolEqualityComparer.Default.Equals(parameter.Parameter, lambda.Symbol.Parameters[0])
        && (property.Property.Name is "Id" or "Key" or "Guid"
            || property.Property.Name == property.Property.ContainingType.Name + "Id");
}

/// <summary>Follows a sequence back to where its elements are.</summary>
internal sealed class Origins
{
    private readonly Sequences _sequences;
    private readonly FileReads _files;
    private readonly Compilation _compilation;

    private Origins(Compilation compilation)
    {
        _compilation = compilation;
        _sequences = Sequences.Of(compilation);
        _files = FileReads.Of(compilation);
    }

    public static Origins Of(Compilation compilation) => Facts.Of(compilation, static c => new Origins(c));

    /// <summary>Where a sequence comes from, through its operators and through locals that have one value.</summary>
    public SequenceSource SourceOf(IOperation sequence) => SourceOf(sequence, Trail.OfSteps(1));

    private SequenceSource SourceOf(IOperation sequence, Trail trail)
    {
        var calls = ImmutableArray.CreateBuilder<SequenceCall>();
        var locals = Locals.Around(sequence, _compilation);
        var root = locals.Follow(sequence);
        var origin = Origin.Memory;
        while (_sequences.CallOf(root) is { Verb: not (Verb.List or Verb.Index) } call)
        {
            calls.Add(call);
            origin = Later(origin, OfType(root.Type));
            root = locals.Follow(call.Source);
        }

        if (IsHelper(root)
            && trail.TryPass(root.Syntax, out var further)
            && HelperResults.Of(root) is { } result
            && SourceOf(result, further) is { Origin: not Origin.Memory } inner)
            return new SequenceSource(
                Later(origin, inner.Origin), inner.Root, calls.ToImmutable().AddRange(inner.Calls));
        if (!_sequences.IsInMemory(root.Type))
            origin = Later(origin, IsReadFromDisk(root) ? Origin.Disk : OfType(root.Type));
        return new SequenceSource(origin, root, calls.ToImmutable());
    }

    /// <summary>
    /// A method, property or field that gives a sequence which is not in memory, as far as its type tells.
    /// </summary>
    private bool IsHelper(IOperation root) =>
        root is IInvocationOperation or IPropertyReferenceOperation or IFieldReferenceOperation
        && _sequences.IsSequence(root.Type) && !_sequences.IsInMemory(root.Type)
        && EntityFramework.Of(_compilation).ContextOf(root) is null;

    /// <summary>Whether a call reads a file or folder while its result is enumerated.</summary>
    private bool IsReadFromDisk(IOperation operation) =>
        operation is IInvocationOperation call && _files.IsLazy(call.TargetMethod);

    private Origin OfType(ITypeSymbol? type) =>
        _sequences.IsQuery(type) ? Origin.Query : _sequences.IsAsyncStream(type) ? Origin.Stream : Origin.Memory;

    private static Origin Later(Origin one, Origin other) => one > other ? one : other;
}
