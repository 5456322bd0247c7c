using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Materialization.Queries;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>One thing that is done with a sequence after it was made: an operator, a count, an index.</summary>
internal sealed class Step(IOperation operation, Verb verb, string name, SequenceCall? call)
{
    public IOperation Operation => operation;

    public Verb Verb => verb;

    public string Name => name;

    public IAnonymousFunctionOperation? Lambda => call?.Lambda;

    /// <summary>How many arguments the caller wrote.</summary>
    public int Arguments => call?.Arguments.Count() ?? 0;

    /// <summary>Whether one element is taken by its position or key.</summary>
    public bool IsByPosition =>
        operation is IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation;

    public bool IsDeferred => call is { IsDeferred: true };

    /// <summary>Whether a provider evaluates the step with the same result.</summary>
    public Translatable Translates => Verb switch
    {
        _ when IsRefused || call?.Arguments.Any(IsOfMemory) == true => Translatable.Never,
        Verb.Filter or Verb.Test or Verb.Count or Verb.Pick or Verb.Project or Verb.Fold or Verb.Order
            when Lambda is { } lambda => OfLambda(Translation.Of(lambda)),
        _ when Arguments > 0 && Verb != Verb.Page => Translatable.Perhaps,
        Verb.Filter or Verb.Order or Verb.Fold or Verb.Project => Translatable.Perhaps,
        Verb.Page when Name is not ("Take" or "Skip") => Translatable.Perhaps,
        Verb.Pick when Name.StartsWith("Last", StringComparison.Ordinal)
            || Name.StartsWith("Element", StringComparison.Ordinal)
            || call is null => Translatable.Perhaps,
        _ => Translatable.Surely,
    };

    /// <summary>A method that is handed over by its name, and a comparer, are code that runs here.</summary>
    private static bool IsOfMemory(IOperation argument) =>
        argument.Lambda() is null
        && argument.Type is { TypeKind: TypeKind.Delegate } or { Name: "IEqualityComparer" or "IComparer" };

    /// <summary>Sorted or folded by what the provider cannot sort by.</summary>
    private bool IsRefused =>
        Verb is Verb.Order or Verb.Fold && call is not null && !ProviderLimits.CanFold(call.Invocation);

    /// <summary>Sums and orders of anything but whole numbers are the database's own.</summary>
    private Translatable OfLambda(Translatable lambda)
    {
        var keepsMeaning = Verb switch
        {
            Verb.Fold =>
                operation.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && Name == "Sum",
            Verb.Order => false,
            Verb.Pick => !Name.StartsWith("Last", StringComparison.Ordinal),
            _ => Arguments == 1,
        };
        return keepsMeaning || lambda == Translatable.Never ? lambda : Translatable.Perhaps;
    }
}

/// <summary>What is done with a sequence, step by step, up to where it is evaluated or leaves the expression.</summary>
internal sealed class Steps
{
    private Steps(ImmutableArray<Step> all, IOperation end, ILocalSymbol? local)
    {
        All = all;
        End = end;
        Local = local;
    }

    public ImmutableArray<Step> All { get; }

    /// <summary>The last operation whose value is the sequence, or what became of it.</summary>
    public IOperation End { get; }

    /// <summary>The local that held the sequence before its only use; null where it was used at once.</summary>
    public ILocalSymbol? Local { get; }

    /// <summary>Whether the sequence is evaluated here: nothing is left for later.</summary>
    public bool EndsEagerly => !All.IsEmpty && !All[^1].IsDeferred || End.User() is IForEachLoopOperation;

    /// <summary>
    /// The method of a list that keeps, finds or asks about some of its elements, where that is the only use of it.
    /// </summary>
    public static Step? OfListAfter(IOperation list, Compilation compilation) =>
        UseOf(list, compilation, out _).User() is IInvocationOperation
        {
            TargetMethod: { Name: var name, ContainingType: { Name: "List", ContainingNamespace.Name: "Generic" } },
        } call
        && VerbOfList(name) is { } verb
            ? new(call, verb, name, new SequenceCall(call, verb, call.Instance!))
            : null;

    private static Verb? VerbOfList(string name) => name switch
    {
        "FindAll" => Verb.Filter,
        "Exists" or "TrueForAll" => Verb.Test,
        "Find" or "FindLast" => Verb.Pick,
        _ => null,
    };

    /// <summary>The steps that follow a sequence, also when it is held in a local that is used only once.</summary>
    public static Steps After(IOperation sequence, Compilation compilation)
    {
        var sequences = Sequences.Of(compilation);
        var value = UseOf(sequence, compilation, out var held);
        var steps = ImmutableArray.CreateBuilder<Step>();
        while (Next(value, sequences) is { } step)
        {
            steps.Add(step);
            value = step.Operation;
            if (!step.IsDeferred) break;
        }

        return new Steps(steps.ToImmutable(), value, held);
    }

    /// <summary>The sequence, or the only use of the local that holds it.</summary>
    private static IOperation UseOf(IOperation sequence, Compilation compilation, out ILocalSymbol? held)
    {
        held = null;
        if (sequence.User()
            is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            || Locals.Around(sequence, compilation).OnlyUseOf(local) is not { } use)
            return sequence;
        held = local;
        return use;
    }

    private static Step? Next(IOperation value, Sequences sequences) => value.User() switch
    {
        IInvocationOperation invocation when sequences.CallOf(invocation) is { } call
            && call.Source.Bare() == value.Bare() =>
            new Step(invocation, call.Verb, call.Name, call),
        IInvocationOperation { TargetMethod.Name: "ContainsKey" or "TryGetValue" or "GetValueOrDefault",
            Instance: { } dictionary } lookup
            when dictionary.Bare() == value.Bare() =>
            new Step(lookup, Verb.Pick, lookup.TargetMethod.Name, null),
        IPropertyReferenceOperation { Property.Name: "Count" or "Length", Arguments.Length: 0 } count =>
            new Step(count, Verb.Count, count.Property.Name, null),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } item =>
            new Step(item, Verb.Pick, $"[{item.Arguments[0].Syntax}]", null),
        IArrayElementReferenceOperation { Indices.Length: 1 } item =>
            new Step(item, Verb.Pick, $"[{item.Indices[0].Syntax}]", null),
        _ => null,
    };
}
