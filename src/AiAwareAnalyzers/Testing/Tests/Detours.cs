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
internal sealed record Detour(DetourKind Kind, SyntaxNode Place);

/// <summary>Finds the way past the checks of a test, where there is one that the result decides about.</summary>
internal static class Detours
{
    /// <summary>The way past the first check, where there is one past each.</summary>
    public static Detour? Around(TestBody test)
    {
        if (test.Checks.IsEmpty) return null;
        if (ReturnBeforeAll(test) is { } early) return early;

        Detour? first = null;
        foreach (var check in test.Checks)
        {
            if (Around(check, test) is not { } detour) return null;
            first ??= detour;
        }

        return first;
    }

    private static Detour? Around(IOperation check, TestBody test)
    {
        var inner = check;
        foreach (var around in check.Ancestors().TakeWhile(around => around != test.Body))
        {
            switch (around)
            {
                case IAnonymousFunctionOperation lambda: return IsCalledByOthers(lambda) ? Past(lambda) : null;
                case ILocalFunctionOperation: return null;
                case ICatchClauseOperation clause: return MayThrow(clause, test) ? Past(clause) : null;
                case IConditionalOperation { Type: null } choice when inner != choice.Condition:
                    return IsOneSided(choice, test) ? PastQuestion(choice.Condition, DetourKind.Condition, test) : null;
                case IForEachLoopOperation loop when inner == loop.Body:
                    return DependsOnResult(loop.Collection, test)
                        && !IsAwaitedInTime(loop, test)
                        && !SiblingTests.Count(loop.Collection.Syntax)
                        ? new(DetourKind.Loop, loop.Collection.Syntax)
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

    private static Detour Past(IAnonymousFunctionOperation lambda) => new(DetourKind.Callback, lambda.Syntax);

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
