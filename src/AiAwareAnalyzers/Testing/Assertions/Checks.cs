using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>What can fail a test on purpose: assertions, verifications, and the helpers that make them.</summary>
/// <remarks>What cannot be looked into counts as a check wherever it may be one.</remarks>
internal sealed class Checks
{
    /// <summary>A helper with more methods behind it is not looked through.</summary>
    private const int Most = 64;

    private static readonly ImmutableHashSet<string> Verbs = WordSet.Of(
        "assert asserts verify verifies should expect expects ensure ensures must check checks confirm confirms",
        "require requires fail fails match matches throws");

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _helpers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly MethodSummaries _summaries;
    private readonly AssertionReader _assertions;
    private readonly TestMethods _tests;

    private Checks(Compilation compilation)
    {
        _assertions = AssertionReader.Of(compilation);
        _tests = TestMethods.Of(compilation);
        _compilation = compilation;
        _summaries = MethodSummaries.Of(compilation);
    }

    public static Checks Of(Compilation compilation) => Facts.Of(compilation, static c => new Checks(c));

    /// <summary>The checks of a body, those in its lambdas and local functions among them.</summary>
    public IEnumerable<IOperation> In(IOperation body) => body.DescendantsAndSelf().Where(IsOne);

    /// <summary>Whether an operation can fail a test on purpose.</summary>
    public bool IsOne(IOperation operation) =>
        IsOneItself(operation) || (HelperIn(operation) is { } helper && MayCheck(helper));

    /// <summary>Whether something is checked when the tests of a class are over.</summary>
    public bool AreMadeAfter(INamedTypeSymbol testClass) =>
        _tests.EndsOf(testClass).Any(end => IsOwn(end) && MayCheck(end));

    /// <summary>Whether a method of this project checks something, itself or through others.</summary>
    private bool MayCheck(IMethodSymbol helper) => _helpers.GetOrAdd(helper.OriginalDefinition, IsFoundBehind);

    private bool IsFoundBehind(IMethodSymbol helper)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { helper };
        var open = new Queue<IMethodSymbol>(seen);
        while (open.Count > 0 && seen.Count <= Most)
        {
            var called = open.Dequeue();
            var bodies = _summaries.Behind(called);
            if (bodies.IsEmpty && IsContract(called)) continue;
            if (bodies.IsEmpty || bodies.Any(static body => body.Body is null)) return true;

            foreach (var operation in bodies.SelectMany(static body => body.Body!.DescendantsAndSelf()))
            {
                if (IsOneItself(operation)) return true;
                if (HelperIn(operation)?.OriginalDefinition is { } next && seen.Add(next)) open.Enqueue(next);
            }
        }

        return open.Count > 0;
    }

    /// <summary>Doubles stand in for it, and they check nothing.</summary>
    private static bool IsContract(IMethodSymbol method) => method.ContainingType.TypeKind == TypeKind.Interface;

    private bool IsOneItself(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsCheck(call),
        IThrowOperation { Exception: not null, Parent: not IConversionOperation } => IsOfAHelper(operation),
        IDynamicInvocationOperation or IInvalidOperation => true,
        _ => false,
    };

    private bool IsCheck(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke) return call.Instance is not ILocalReferenceOperation;
        if (method.ContainingType is not { } type || method.MethodKind == MethodKind.LocalFunction) return false;

        if (_assertions.Knows(type)) return true;
        if (Unfinished.Is(call)) return false;
        return Libraries.Asserts(type)
            ? !Libraries.OnlyBegins(method.Name)
            : !IsOwn(method) && IsForeignCheck(method, type);
    }

    private bool IsForeignCheck(IMethodSymbol method, INamedTypeSymbol type)
    {
        var words = Words.Of(method.Name);
        if (words.IsEmpty) return false;
        if (IsAlwaysMeant(words)) return true;
        if (Libraries.MakesDoubles(type)) return words[0] is "verify" or "received" or "did" or "must" or "in";

        return Promises.ReturnsNothing(method)
            && ((Verbs.Contains(words[0]) && !IsArrangement(words))
                || _assemblies.GetOrAdd(
                    method.ContainingAssembly, static assembly => Libraries.HelpsTests((IAssemblySymbol)assembly)));
    }

    /// <summary>
    /// Whatever they return: a request that failed, what does not come in time, and what is not as it should be, is an
    /// exception. What a claim returns is only there to say more about it.
    /// </summary>
    private static bool IsAlwaysMeant(ImmutableArray<string> words) =>
        words.Length > 1
        && (words[0], words[1])
            is ("ensure", "success") or ("wait", "for" or "until" or "async") or ("should" or "assert", _);

    /// <summary><c>EnsureCreated</c> prepares a database.</summary>
    private static bool IsArrangement(ImmutableArray<string> words) =>
        words.Length > 1 && words[0] == "ensure" && words[1] is "created" or "deleted";

    /// <summary>
    /// What a test throws itself, or a method that is called for nothing else; one that makes a value only refuses to.
    /// </summary>
    private static bool IsOfAHelper(IOperation thrown) =>
        Bodies.FunctionAround(thrown) is null
        && thrown.SemanticModel?.GetEnclosingSymbol(thrown.Syntax.SpanStart) is IMethodSymbol
            { MethodKind: MethodKind.Ordinary } method
        && Promises.ReturnsNothing(method);

    /// <summary>The method of this project that an operation calls.</summary>
    private IMethodSymbol? HelperIn(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } method } && IsOwn(method)
            ? method
            : null;

    private bool IsOwn(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly);
}
