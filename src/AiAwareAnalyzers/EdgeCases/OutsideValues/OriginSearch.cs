using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// The trail of a value that may come from many callers: one question asks each declaration once, however many ways
/// lead there, and keeps what it has found out for the next one.
/// </summary>
/// <param name="known">The answers that no other question would find different.</param>
internal sealed class OriginSearch<T>(ConcurrentDictionary<ISymbol, T?> known)
    where T : class
{
    /// <summary>What so many callers give is known well enough.</summary>
    private const int MaxCallers = 12;

    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>How often nothing was said because a declaration was being asked, or the stack was full.</summary>
    private int _guesses;

    /// <summary>Whether no further step is taken.</summary>
    public bool IsOver
    {
        get
        {
            if (!CallStack.IsNearlyFull) return false;
            _guesses++;
            return true;
        }
    }

    /// <summary>
    /// What a declaration is known for, or what is found out now; null where this question has asked it before.
    /// </summary>
    public T? Of(ISymbol declaration, Func<T?> find)
    {
        if (known.TryGetValue(declaration, out var answer)) return answer;
        var guesses = _guesses;
        if (!_asked.Add(declaration))
        {
            _guesses++;
            return null;
        }

        answer = find();
        if (_guesses == guesses) known.TryAdd(declaration, answer);
        return answer;
    }

    /// <summary>The first that is found of what the callers of a function give.</summary>
    public static T? OfCallers(
        IParameterSymbol parameter, IMethodSymbol function, Compilation compilation, Func<IOperation, T?> find) =>
        Passed.To(parameter, function, compilation)
            .Take(MaxCallers)
            .Select(find)
            .FirstOrDefault(static found => found is not null);
}
