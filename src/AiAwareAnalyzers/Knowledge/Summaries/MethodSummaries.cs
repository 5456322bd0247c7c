using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.Knowledge.Summaries;

/// <summary>What a <c>false</c> tells the caller of a method, the gravest last.</summary>
internal enum Refusal
{
    /// <summary>It never says anything but true.</summary>
    Never,

    /// <summary>Its bodies are out of sight, or too far away.</summary>
    Unknown,

    /// <summary>It said no for a reason that is no failure: there was nothing to do.</summary>
    Answer,

    /// <summary>Something failed, and this is all that is left of it.</summary>
    Failure,
}

/// <summary>
/// Facts about single methods of this compilation, through a contract to those who implement it: found out at the first
/// question, and kept as long as the compilation.
/// </summary>
/// <remarks>What cannot be seen is unknown, and whoever asks keeps silent then.</remarks>
internal sealed class MethodSummaries
{
    /// <summary>How many methods a question is handed on to.</summary>
    private const int Depth = 4;

    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, Refusal> _refusals = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly Implementations _implementations;
    private readonly ResultTypes _results;

    private MethodSummaries(Compilation compilation)
    {
        _compilation = compilation;
        _implementations = Implementations.Of(compilation);
        _results = ResultTypes.Of(compilation);
    }

    public static MethodSummaries Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new MethodSummaries(c));

    /// <summary>All that may run when a method is called; empty where one of them is out of sight.</summary>
    public ImmutableArray<MethodSummary> Behind(IMethodSymbol method)
    {
        var bodies = _implementations.Of(method);
        return bodies.All(body => SymbolEqualityComparer.Default.Equals(
            body.ContainingAssembly, _compilation.Assembly))
            ? bodies.Select(Of).ToImmutableArray()
            : ImmutableArray<MethodSummary>.Empty;
    }

    public MethodSummary Of(IMethodSymbol method) =>
        _known.GetOrAdd(method.OriginalDefinition, found => new MethodSummary(found, _compilation));

    /// <summary>
    /// What a method that returns a bool, or a task of one, means by false: the gravest of its bodies.
    /// </summary>
    public Refusal RefusalOf(IMethodSymbol method) =>
        _refusals.GetOrAdd(method.OriginalDefinition, called => RefusalOf(called, Trail.OfSteps(Depth)));

    private Refusal RefusalOf(IMethodSymbol method, Trail trail)
    {
        if (!trail.TryPass(method, out var further)) return Refusal.Unknown;

        var bodies = Behind(method);
        return bodies.IsEmpty || bodies.Any(static body => body.Body is null)
            ? Refusal.Unknown
            : bodies.Max(body => RefusalOf(body, further));
    }

    private Refusal RefusalOf(MethodSummary body, Trail trail) =>
        body.Answers.Select(answer => RefusalOf(answer, trail)).DefaultIfEmpty(Refusal.Unknown).Max();

    private Refusal RefusalOf(IOperation answer, Trail trail)
    {
        if (CallStack.IsNearlyFull) return Refusal.Unknown;
        var value = answer.Settled();
        return value switch
        {
            { ConstantValue: { HasValue: true, Value: true } } => Refusal.Never,
            { ConstantValue: { HasValue: true, Value: false } } => IsAfterFailure(answer)
                ? Refusal.Failure
                : Refusal.Answer,
            IMemberReferenceOperation flag => AsksForFailure(flag) ? Refusal.Failure : Refusal.Answer,
            IInvocationOperation call => RefusalOf(call.TargetMethod.OriginalDefinition, trail),
            _ => Refusal.Answer,
        };
    }

    /// <summary>In a handler, or behind a question whether something failed.</summary>
    private bool IsAfterFailure(IOperation answer)
    {
        foreach (var around in answer.Ancestors())
            switch (around)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation: return false;
                case ICatchClauseOperation: return true;
                case IConditionalOperation { Condition: var question } when AsksForFailure(question): return true;
            }

        return false;
    }

    private bool AsksForFailure(IOperation question) =>
        question.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Any(AsksForFailure);

    /// <summary><c>IsSuccessStatusCode</c>, or the flag of a Result.</summary>
    private bool AsksForFailure(IMemberReferenceOperation flag) =>
        flag.Member.Name == "IsSuccessStatusCode"
        || (flag.Instance?.Type is { } type && _results.ShapeOf(type)?.Flag.Name == flag.Member.Name);
}
