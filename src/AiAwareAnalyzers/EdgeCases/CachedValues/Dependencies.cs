using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.CachedValues;

/// <summary>
/// What of the caller's goes into a value or a key: through locals, local functions, lambdas and calls, each part seen
/// once.
/// </summary>
internal sealed class Dependencies
{
    /// <summary>A longer story is followed by no reader either.</summary>
    private const int MostParts = 4_000;

    /// <summary>First words of calls that only tell about the work.</summary>
    private static readonly ImmutableHashSet<string> Telling = WordSet.Of(
        "log record track trace increment measure report notify");

    private readonly CacheEntry _entry;
    private readonly Locals _locals;
    private readonly OwnIdentity _own;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly Stack<IOperation> _open = new();
    private readonly List<Dependency> _found = new();
    private int _left = MostParts;

    private Dependencies(CacheEntry entry, Compilation compilation, bool isKey)
    {
        _entry = entry;
        _locals = Locals.Around(entry.Call, compilation);
        _own = new(compilation);
        IsOfKey = isKey;
    }

    /// <summary>In the order in which the code mentions them.</summary>
    public IReadOnlyList<Dependency> Found => _found;

    /// <summary>Whether the value goes on from what the cache held: a state, that nothing is asked for.</summary>
    public bool IsState { get; private set; }

    /// <summary>Whether members of this project have a say that nobody sees here.</summary>
    public bool IsOpaque { get; private set; }

    private bool IsOfKey { get; }

    public static Dependencies OfKey(CacheEntry entry, Compilation compilation) =>
        new Dependencies(entry, compilation, isKey: true).Walked([entry.Key]);

    public static Dependencies OfValue(CacheEntry entry, Compilation compilation) =>
        new Dependencies(entry, compilation, isKey: false).Walked(entry.Makers);

    private Dependencies Walked(IEnumerable<IOperation> roots)
    {
        Open(roots);
        while (_open.Count > 0 && --_left > 0) See(_open.Pop());
        _found.Sort(static (one, other) => one.Mention.Syntax.SpanStart.CompareTo(other.Mention.Syntax.SpanStart));
        return this;
    }

    private void Open(IEnumerable<IOperation> parts)
    {
        foreach (var part in parts.Reverse()) _open.Push(part);
    }

    private void See(IOperation part)
    {
        if (!IsOfKey && IsBeside(part)) return;
        if (CallerValues.OwnerOfIdentity(part) is { } owner && !IsService(part.Type))
        {
            Add(new(owner, null, Quote.Of(part.Syntax), part));
            return;
        }

        switch (part)
        {
            case IParameterReferenceOperation parameter: SeeParameter(parameter); break;
            case ILocalReferenceOperation local: SeeLocal(local); break;
            case IMemberReferenceOperation { Instance: { } instance } member
                when instance.AsWritten() is IParameterReferenceOperation { Parameter: var wishes } whole
                    && CallerValues.IsOfWishes(wishes.Type):
                AddMember(whole, member);
                break;
            case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member:
                SeeOwn(member);
                break;
            case IInvocationOperation call: SeeCall(call); break;
            default: Open(part.ChildOperations); break;
        }
    }

    /// <summary>A log, the life time of the entry, an exception: nothing of these is in the value.</summary>
    private bool IsBeside(IOperation part) => part switch
    {
        INameOfOperation or IThrowOperation => true,
        IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } set } } => IsEntry(set.Type),
        IInvocationOperation call =>
            LogCalls.IsLogger(call)
            || call.TargetMethod.ContainingType.Name.EndsWith("Exception", StringComparison.Ordinal)
            || IsEntry((call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.AsWritten().Type)
            || (_entry.IsReadBy(call) && SeeRead())
            || (IsDropped(call)
                && Words.Of(call.TargetMethod.Name).FirstOrDefault() is { } first
                && Telling.Contains(first)),
        _ => false,
    };

    private bool SeeRead()
    {
        IsState |= _entry.Reads.Count > 0;
        return true;
    }

    private static bool IsDropped(IInvocationOperation call) =>
        call.Outermost().Parent is IExpressionStatementOperation;

    private static bool IsEntry(ITypeSymbol? type) =>
        type?.Name is { } name
        && (name.EndsWith("CacheEntry", StringComparison.Ordinal)
            || name.EndsWith("EntryOptions", StringComparison.Ordinal)
            || name.StartsWith("FusionCacheFactoryExecutionContext", StringComparison.Ordinal));

    private void SeeParameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        if (IsAroundEntry(parameter) && (IsOfKey || CallerValues.Matter(parameter, parameter.Type)))
            Add(new(parameter, null, parameter.Name, reference));
        else if (_own.IsOfMaking(parameter, reference))
            IsOpaque = true;
    }

    /// <summary>A parameter of a function that the entry is made in, and that differs from call to call.</summary>
    private bool IsAroundEntry(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } function
        && function.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && declaration.SyntaxTree == _entry.Call.Syntax.SyntaxTree
        && declaration.Span.Contains(_entry.Call.Syntax.Span);

    private void AddMember(IParameterReferenceOperation whole, IMemberReferenceOperation member)
    {
        if (IsAroundEntry(whole.Parameter)
            && (IsOfKey || (member.Type is { } type && CallerValues.Matter(member.Member, type))))
            Add(new(whole.Parameter, member.Member, Quote.Of(member.Syntax), member));
    }

    private void SeeOwn(IMemberReferenceOperation member)
    {
        if (_own.TellsCaller(member.Member)) Add(new(member.Member, null, member.Member.Name, member));
        else if (member.Member is not (IFieldSymbol { IsConst: true } or IFieldSymbol { IsStatic: true })
            && !member.Member.DeclaringSyntaxReferences.IsEmpty)
            IsOpaque = true;
        Open(member.ChildOperations);
    }

    private void SeeCall(IInvocationOperation call)
    {
        if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty) IsOpaque = true;
        if (call.TargetMethod is { MethodKind: MethodKind.LocalFunction } function) FollowFunction(function);
        Open(call.ChildOperations);
    }

    private void FollowFunction(IMethodSymbol function)
    {
        if (_followed.Add(function)
            && _entry.Call.Root().Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(local =>
                SymbolEqualityComparer.Default.Equals(local.Symbol, function)) is { } body)
            Open([body]);
    }

    private void SeeLocal(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        if (LoopOf(local) is { } loop)
        {
            if (_entry.Call.IsInside(loop.Body) && (IsOfKey || CallerValues.Matter(local, local.Type)))
                Add(new(local, null, local.Name, reference));
            if (IsOfKey || !_entry.Call.IsInside(loop.Body)) Follow(local, [loop.Collection]);
        }
        else
        {
            Follow(local, WritingsTo(local));
        }
    }

    private void Follow(ILocalSymbol local, IEnumerable<IOperation> origins)
    {
        if (!_followed.Add(local)) return;
        var known = origins.ToList();
        if (IsRead(local)) IsState |= known.Count == 0 || _locals.MentionsOf(local).Any(IsChange);
        Open(known);
    }

    private IForEachLoopOperation? LoopOf(ILocalSymbol local) =>
        local.IsForEach
            ? _entry.Call.Root().Descendants().OfType<IForEachLoopOperation>().FirstOrDefault(loop =>
                loop.Locals.Contains(local, SymbolEqualityComparer.Default))
            : null;

    /// <summary>Whether the cache itself has filled a local.</summary>
    private bool IsRead(ILocalSymbol local) =>
        _entry.Reads.Any(read =>
            read.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(part =>
                part is ILocalReferenceOperation filled
                && argument.Parameter?.RefKind == RefKind.Out
                && SymbolEqualityComparer.Default.Equals(filled.Local, local)))
            || _locals.InitializerOf(local) is { } initial && read.IsInside(initial));

    private IEnumerable<IOperation> WritingsTo(ILocalSymbol local)
    {
        if (_locals.InitializerOf(local) is { } initial && !IsOfRead(initial)) yield return initial;
        else if (OriginByName(local) is { } origin && !IsOfRead(origin)) yield return origin;
        foreach (var mention in _locals.MentionsOf(local))
            foreach (var written in WrittenBy(mention).Where(value => !IsOfRead(value)))
                yield return written;
    }

    private bool IsOfRead(IOperation value) => _entry.Reads.Any(read => read.IsInside(value));

    /// <summary>What one mention puts into a local: by assignment, by <c>out</c>, by <c>list.Add(…)</c>.</summary>
    private static IEnumerable<IOperation> WrittenBy(IOperation mention) => mention.Outermost().Parent switch
    {
        IAssignmentOperation assignment when !mention.IsInside(assignment.Value) => [assignment.Value],
        ITupleOperation { Parent: IDeconstructionAssignmentOperation pair } when !mention.IsInside(pair.Value) =>
            [pair.Value],
        IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: { } call } argument =>
            call.ChildOperations.Where(other => other != argument),
        IInvocationOperation call when IsChange(mention) => call.Arguments,
        _ => [],
    };

    private static bool IsChange(IOperation mention) =>
        mention.Outermost().Parent is IInvocationOperation call
        && call.Instance is not null
        && mention.IsInside(call.Instance)
        && IsDropped(call);

    /// <summary>Where a name in an <c>out</c> argument, a pattern or a tuple gets its value from.</summary>
    private IOperation? OriginByName(ILocalSymbol local)
    {
        var name = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (name is not SingleVariableDesignationSyntax) return null;
        var origin = name.Ancestors().FirstOrDefault(static around =>
            around is InvocationExpressionSyntax or IsPatternExpressionSyntax or AssignmentExpressionSyntax
                or StatementSyntax or SwitchExpressionSyntax) switch
        {
            InvocationExpressionSyntax call => call,
            IsPatternExpressionSyntax pattern => pattern.Expression,
            AssignmentExpressionSyntax pair => pair.Right,
            SwitchExpressionSyntax choice => choice.GoverningExpression,
            _ => (ExpressionSyntax?)null,
        };
        return origin is null ? null : _entry.Call.SemanticModel?.GetOperation(origin);
    }

    private static bool IsService(ITypeSymbol? type) =>
        type is null or { TypeKind: TypeKind.Interface } || Cancellations.IsToken(type)
        || type.Name is "HttpContext" or "ClaimsPrincipal" or "IServiceProvider";

    private void Add(Dependency one)
    {
        if (!_found.Exists(one.IsSameAs)) _found.Add(one);
    }
}
