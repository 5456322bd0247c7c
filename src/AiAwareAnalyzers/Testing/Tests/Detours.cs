using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Assertions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>How a test gets past its checks.</summary>
internal enum DetourKind
{
    /// <summary>The checks stand behind a condition.</summary>
    Condition,

    /// <summary>The test returns before them.</summary>
    Return,

    /// <summary>They stand in a loop over what may be empty.</summary>
    Loop,

    /// <summary>They are about each element of what may be empty.</summary>
    Each,

    /// <summary>They stand where an exception is caught.</summary>
    Catch,

    /// <summary>They stand in a function that somebody else may call, or not.</summary>
    Callback,

    /// <summary>They need a file or a database that may not be there.</summary>
    Missing,
}

/// <summary>A way past all checks of a test.</summary>
/// <param name="Kind">How it gets past.</param>
/// <param name="Place">The condition, the collection of the loop, the exception, or the function.</param>
internal sealed record Detour(DetourKind Kind, SyntaxNode Place)
{
    /// <summary>The collection, where it is only asserted that there is one.</summary>
    public IOperation? Collection { get; init; }

    /// <summary>It is asserted that the collection is not null; it may be empty all the same.</summary>
    public bool IsNotNull { get; init; }
}

/// <summary>Finds the way past the checks of a test, where there is one that the result decides about.</summary>
internal static class Detours
{
    /// <summary>The way past the first check, where there is one past each.</summary>
    public static Detour? Around(TestBody test)
    {
        if (test.Checks.IsEmpty) return null;
        if (ReturnBeforeAll(test) is { } early) return early;

        Detour? first = null;
        var existing = new List<IOperation>();
        foreach (var check in test.Checks)
        {
            if (IsFrame(check)) continue;
            if (ThereIs(check, test) is { } thing)
            {
                existing.Add(thing);
                continue;
            }

            if (Around(check, test) is not { } detour) return null;
            first ??= detour;
        }

        return existing.Count == 0 ? first : PastExisting(first, existing, test);
    }

    /// <summary>Several assertions that are made one after the other, whatever becomes of each.</summary>
    private static bool IsFrame(IOperation check) =>
        check is IInvocationOperation { TargetMethod: { ContainingType: var type, Name: var name } }
        && name is "Multiple" or "MultipleAsync" or "EnterMultipleScope" or "ShouldSatisfyAllConditions"
        && Libraries.IsOfAssertions(type);

    /// <summary>What a check only wants to be there; null where it wants more, or may be passed by itself.</summary>
    private static IOperation? ThereIs(IOperation check, TestBody test) =>
        test.StatedBy(check) is { Claim: Claim.NotNull, Actual: { } thing } && Around(check, test) is null
            ? thing
            : null;

    /// <summary>A collection that is there may be empty: that alone says nothing of its elements.</summary>
    private static Detour? PastExisting(Detour? detour, List<IOperation> existing, TestBody test) =>
        detour is { Kind: DetourKind.Loop or DetourKind.Each, Collection: { } collection }
        && existing.TrueForAll(thing => SameValue.Are(thing, collection, test.Locals))
            ? detour with { IsNotNull = true }
            : null;

    private static Detour? Around(IOperation check, TestBody test)
    {
        if (check is IInvocationOperation call
            && EachElement.CollectionOf(call, test.StatedBy(check)) is { } elements
            && PastElements(DetourKind.Each, elements, test) is { } pastEach)
            return pastEach;

        var inner = check;
        foreach (var around in check.Ancestors().TakeWhile(around => around != test.Body))
        {
            switch (around)
            {
                case IAnonymousFunctionOperation lambda when !IsFramed(lambda): return Past(lambda, test);
                case ILocalFunctionOperation: return null;
                case ICatchClauseOperation clause: return MayThrow(clause, test) ? Past(clause) : null;
                case IConditionalOperation { Type: null } choice when inner != choice.Condition:
                    return IsOneSided(choice, test) ? PastQuestion(choice.Condition, DetourKind.Condition, test) : null;
                case IForEachLoopOperation loop when inner == loop.Body:
                    return IsAwaitedInTime(loop, test) ? null : PastElements(DetourKind.Loop, loop.Collection, test);
                case IForLoopOperation loop when inner == loop.Body:
                    return CountedIn(loop.Condition) is { } counted
                        ? PastElements(DetourKind.Loop, counted, test)
                        : null;
            }

            inner = around;
        }

        return null;
    }

    /// <summary><c>if (order is null) return;</c> before the first check.</summary>
    private static Detour? ReturnBeforeAll(TestBody test) => test.Body.ChildOperations
        .TakeWhile(statement => test.Checks.IsEmpty || !test.Checks[0].IsInside(statement))
        .OfType<IConditionalOperation>()
        .Where(static choice => choice.WhenFalse is null && OnlyReturns(choice.WhenTrue))
        .Select(choice => PastQuestion(choice.Condition, DetourKind.Return, test))
        .FirstOrDefault(static detour => detour is not null);

    /// <summary>A stream that waits for its first element until a source of tokens ends it throws then.</summary>
    private static bool IsAwaitedInTime(IForEachLoopOperation loop, TestBody test) =>
        loop.IsAsynchronous
        && loop.Collection.DescendantsAndSelf().OfType<IArgumentOperation>().Any(argument =>
            test.Locals.Follow(argument.Value) is IPropertyReferenceOperation
                { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" } });

    private static Detour? PastQuestion(IOperation question, DetourKind kind, TestBody test)
    {
        if (question.DescendantsAndSelf().Any(IsAboutDatabase)) return new(DetourKind.Missing, question.Syntax);
        if (DependsOnResult(question, test)) return new(kind, question.Syntax);
        return question.DescendantsAndSelf().Any(IsAboutFile) ? new(DetourKind.Missing, question.Syntax) : null;
    }

    /// <summary>What is tried is the code under test, and not how to come by an exception.</summary>
    private static bool MayThrow(ICatchClauseOperation clause, TestBody test) =>
        clause.Parent is ITryOperation attempt
        && attempt.Body.Descendants().Any(part => part is IInvocationOperation call
            ? test.Subject.Has(call.TargetMethod)
            : part is IObjectCreationOperation { Type: { } made } && Libraries.RootOf(made) != nameof(System));

    private static Detour Past(ICatchClauseOperation clause) =>
        new(DetourKind.Catch, (clause.Syntax as CatchClauseSyntax)?.Declaration?.Type ?? clause.Syntax);

    /// <summary>A lambda that others call, or that runs for each element of a collection.</summary>
    private static Detour? Past(IAnonymousFunctionOperation lambda, TestBody test) =>
        IsCalledByOthers(lambda) ? new(DetourKind.Callback, lambda.Syntax)
        : EachElement.CollectionBehind(Lambdas.TakerOf(lambda)) is { } collection
            ? PastElements(DetourKind.Each, collection, test)
        : null;

    private static bool IsFramed(IAnonymousFunctionOperation lambda) =>
        Lambdas.TakerOf(lambda) is { } taker && IsFrame(taker);

    private static Detour? PastElements(DetourKind kind, IOperation collection, TestBody test) =>
        DependsOnResult(collection, test) && !SiblingTests.Count(collection.Syntax)
            ? PastEmpty(kind, collection)
            : null;

    private static Detour PastEmpty(DetourKind kind, IOperation collection) =>
        new(kind, collection.Syntax) { Collection = collection };

    /// <summary>What <c>i &lt; all.Count</c> counts.</summary>
    private static IOperation? CountedIn(IOperation? condition) =>
        condition?.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
            .FirstOrDefault(static part => part.Property.Name is "Count" or "Length")?.Instance;

    /// <summary>A double calls it when it is called itself, an event when it is raised.</summary>
    private static bool IsCalledByOthers(IAnonymousFunctionOperation lambda) => Lambdas.TakerOf(lambda) switch
    {
        IEventAssignmentOperation { Adds: true } => true,
        IInvocationOperation { TargetMethod: { ContainingType: var type, Name: var name } } =>
            Libraries.MakesDoubles(type) && name is "Callback" or "Do" or "AndDoes" or "Invokes",
        _ => false,
    };

    private static bool OnlyReturns(IOperation branch) =>
        (branch is IBlockOperation { Operations: { Length: 1 } only } ? only[0] : branch) is IReturnOperation;

    /// <summary>Something is checked on one side, and nothing on the other.</summary>
    private static bool IsOneSided(IConditionalOperation choice, TestBody test) =>
        IsChecked(choice.WhenTrue, test) != IsChecked(choice.WhenFalse, test);

    private static bool IsChecked(IOperation? side, TestBody test) =>
        side is not null && test.Checks.Any(check => check.IsInside(side));

    /// <summary>It asks what the code under test gave, and not which case of the test this is.</summary>
    private static bool DependsOnResult(IOperation question, TestBody test) =>
        !question.DescendantsAndSelf().Any(part => IsCase(part, test))
        && question.DescendantsAndSelf()
            .Any(part => part is ILocalReferenceOperation or IInvocationOperation && test.Subject.Gave(part));

    private static bool IsAboutFile(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: { Name: "Exists", ContainingType.Name: var type } } =>
            type is "File" or "Directory" or "Path",
        IPropertyReferenceOperation { Property: { Name: "Exists", ContainingType.Name: var type } } =>
            type is "FileInfo" or "DirectoryInfo" or "FileSystemInfo",
        _ => false,
    };

    /// <summary>Which database there is: <c>context.Database.IsNpgsql()</c>, no matter what is tested.</summary>
    private static bool IsAboutDatabase(IOperation part) => part switch
    {
        IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call =>
            (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Type?.Name == "DatabaseFacade",
        IPropertyReferenceOperation { Property: { Name: "ProviderName", ContainingType.Name: "DatabaseFacade" } } =>
            true,
        _ => false,
    };

    private static bool IsCase(IOperation part, TestBody test) =>
        part is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
        && SymbolEqualityComparer.Default.Equals(owner, test.Method);
}
