using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>What is wrong with a function that does nothing, the gravest first.</summary>
internal enum StubDefect
{
    /// <summary>A check that passes whatever it is given.</summary>
    PassingCheck,

    /// <summary>Success without work, admitted.</summary>
    ClaimedSuccess,
}

/// <summary>A function that does nothing and answers that all is well.</summary>
internal sealed record Stub(IMethodSymbol Function, SyntaxNode Syntax, Effort Effort, Confession? Confession)
{
    /// <summary>The gravest thing that is wrong with it.</summary>
    public StubDefect? Defect { get; init; }

    /// <summary>How a message speaks of it.</summary>
    public string Name => Function.MethodKind == MethodKind.LambdaMethod ? "This handler" : $"'{Function.Name}'";
}

/// <summary>What is wrong with a function that does nothing: one table, the gravest first.</summary>
internal sealed class StubDefects
{
    /// <summary>First words of names that promise a value and no deed.</summary>
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "get find fetch load list read calculate compute estimate query search lookup resolve build format to",
        "describe map");

    /// <summary>First words of deeds that change nothing by their names: they are done, or they are not.</summary>
    private static readonly ImmutableHashSet<string> Performing = WordSet.Of(
        "dispatch email generate index notify perform print process replicate scan transcode train upload");

    private readonly ImmutableArray<(StubDefect Defect, Func<Stub, bool> Holds)> _gravestFirst;
    private readonly Promises _promises;
    private readonly SuccessClaims _claims;

    public StubDefects(Compilation compilation)
    {
        _promises = Promises.Of(compilation);
        _claims = SuccessClaims.Of(compilation);
        _gravestFirst = ImmutableArray.Create<(StubDefect, Func<Stub, bool>)>(
            (StubDefect.PassingCheck, PassesAll),
            (StubDefect.ClaimedSuccess, ClaimsSuccess));
    }

    /// <summary>The gravest thing that is wrong with a function; null where nothing is.</summary>
    public StubDefect? Of(Stub stub)
    {
        foreach (var (defect, holds) in _gravestFirst)
            if (holds(stub)) return defect;
        return null;
    }

    /// <summary>A check that lets all pass.</summary>
    private bool PassesAll(Stub stub)
    {
        var (function, syntax, effort, confession) = stub;
        var inputs = PromisedDecisions.InputsOf(function);
        if (inputs.Count == 0
            || !PromisedDecisions.AreMadeBy(function.Name)
            || inputs.Any(effort.Uses))
            return false;
        if (Promises.ReturnsNothing(function))
            return IsEmptyGuard(function, syntax) && !PromisedDecisions.AreOpenOnPurpose(function, inputs);
        if (effort.Answers.Count == 0 || !effort.Answers.All(_claims.Says)) return false;
        return confession is not null
            || (!PromisedDecisions.AreImposedOn(function)
                && !PromisedDecisions.AreOpenOnPurpose(function, inputs)
                && !HasComment(syntax));
    }

    /// <summary>
    /// A check that throws or returns nothing, and is empty: its own type calls it, and no contract asks for it.
    /// </summary>
    private static bool IsEmptyGuard(IMethodSymbol function, SyntaxNode syntax) =>
        function is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary,
            PartialDefinitionPart: null }
        && syntax is MethodDeclarationSyntax { Body.Statements.Count: 0 }
        && !HasComment(syntax)
        && function.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantTokens())
            .Count(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == function.Name) > 1;

    /// <summary>A word of explanation.</summary>
    private static bool HasComment(SyntaxNode syntax) =>
        syntax.DescendantTrivia().Any(static trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));

    /// <summary>Callers are told that it worked, while the function says that it does nothing.</summary>
    private bool ClaimsSuccess(Stub stub)
    {
        var (function, syntax, effort, confession) = stub;
        if (confession is null || IsAnnounced(function)) return false;

        var promise = _promises.Of(function);
        if (!Counts(function, confession, promise)) return false;

        var last = effort.Answers.LastOrDefault();
        if (function.MethodKind == MethodKind.LambdaMethod) return last is IInvocationOperation && _claims.Says(last);
        if (Promises.ReturnsNothing(function)) return effort.CanComplete || last is null || !IsFailure(last);
        return last is not null
            && ((IsEmptyAnswer(last, confession) && !HasNothingToGive(function, syntax))
                || (!IsQuestion(function, promise) && _claims.Says(last)));
    }

    /// <summary>A plain "later" is enough beside a deed; a hook or a handler is nothing without plain words.</summary>
    private static bool Counts(IMethodSymbol function, Confession confession, Promise promise)
    {
        var words = Words.Of(function.Name);
        if (words.Length > 0 && words[0] is "on" or "before" or "after") return false;
        if ((promise & (Promise.Main | Promise.Test)) != 0
            || ((promise & Promise.Cleanup) != 0 && (promise & Promise.Change) == 0))
            return false;
        if (confession.Admits(Admission.Missing | Admission.Invented)) return true;
        return ((promise & Promise.Change) != 0 || Performing.Contains(words.FirstOrDefault() ?? ""))
            && !function.IsVirtual;
    }

    /// <summary>An empty collection looks like an answer where plainly nobody looked.</summary>
    private static bool IsEmptyAnswer(IOperation answer, Confession confession) =>
        confession.Admits(Admission.Missing)
        && IsCollection(answer.Settled().Type)
        && EmptyValues.IsEmpty(answer);

    /// <summary>One of several behind a contract: its kind has nothing of that, and a comment says so.</summary>
    private static bool HasNothingToGive(IMethodSymbol function, SyntaxNode syntax) =>
        Confessions.GiveReason(syntax) && Passed.ContractsOf(function).Any();

    /// <summary>A handler of a page that tells its users the same in its own words.</summary>
    private static bool IsAnnounced(IMethodSymbol function) =>
        function is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } page }
        && Promises.ReturnsNothing(function)
        && page.SelfAndBases().Any(static type => type.Name == "ComponentBase")
        && page.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantTokens())
            .Any(static token => token.Value is string text
                && Admissions.Default.In(text)?.Admits(Admission.Missing) == true);

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || (type is { SpecialType: not SpecialType.System_String }
            && type.AllInterfaces.Any(static contract =>
                contract.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsQuestion(IMethodSymbol function, Promise promise) =>
        (Words.Of(function.Name) is { Length: > 0 } words && Asking.Contains(words[0]))
        || ((promise & Promise.Probe) != 0 && !PromisedDecisions.AreMadeBy(function.Name));

    private static bool IsFailure(IOperation answer) =>
        answer.Settled() is IInvocationOperation { TargetMethod.Name: "FromException" or "FromCanceled" };
}
