using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>
/// The way of a value through a program: every mention of it, in the function that has it and in those it is handed to.
/// </summary>
internal static class Journey
{
    /// <summary>A longer story is followed by no reader either.</summary>
    private const int MostFunctions = 24;

    /// <summary>The mentions of a parameter, a local or a property of the object itself.</summary>
    public static IEnumerable<Stop> Of(ISymbol value, IOperation body, Compilation compilation)
    {
        var waiting = new Queue<(ISymbol Value, IOperation Body)>();
        var passed = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { value };
        waiting.Enqueue((value, body));
        for (var functions = 0; waiting.Count > 0 && functions < MostFunctions; functions++)
        {
            var (current, function) = waiting.Dequeue();
            foreach (var mention in function.Descendants().Where(operation => Mentions(operation, current)))
            {
                var next = HandedTo(mention, compilation);
                foreach (var (parameter, further) in next)
                    if (passed.Add(parameter)) waiting.Enqueue((parameter, further));
                yield return new Stop(mention, current, next.Count > 0);
            }
        }
    }

    private static bool Mentions(IOperation operation, ISymbol value) => operation switch
    {
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, value),
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, value),
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } reference =>
            SymbolEqualityComparer.Default.Equals(reference.Property, value),
        _ => false,
    };

    /// <summary>The parameters that take a mention as it is, where all of them are known.</summary>
    private static List<(ISymbol Parameter, IOperation Body)> HandedTo(IOperation mention, Compilation compilation)
    {
        var next = new List<(ISymbol, IOperation)>();
        if (mention.Outermost().Parent
            is not IArgumentOperation { Parameter: { } taken, Parent: IInvocationOperation call })
            return next;

        foreach (var target in CallTargets.Of(compilation).Of(call.TargetMethod))
        {
            var ordinal = taken.Ordinal + (call.TargetMethod.ReducedFrom is null ? 0 : 1);
            if (ordinal >= target.Parameters.Length || ReturnValues.BodyOf(target, compilation) is not { } body)
                return [];
            next.Add((target.Parameters[ordinal], body));
        }

        return next;
    }
}

/// <summary>One mention of a value on its way.</summary>
internal readonly struct Stop(IOperation mention, ISymbol value, bool isHandedOn)
{
    public IOperation Mention { get; } = mention;

    /// <summary>What the value is called there.</summary>
    public ISymbol Value { get; } = value;

    /// <summary>Whether it is only handed to functions whose mentions follow.</summary>
    public bool IsHandedOn { get; } = isHandedOn;
}
