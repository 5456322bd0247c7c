using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>Success from a function that does nothing, and says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuccessWithoutWork() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0601",
        title: "Success is reported for work that is not done",
        messageFormat: "{0} does nothing and tells its callers that it worked (\"{1}\"); do the work, or throw 'NotImplementedException' until it is done",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A function that does nothing, admits it in a comment, a log or its name, and still reports success makes its callers go on as if the work were done.");

    /// <summary>First words of names that promise a value and no deed.</summary>
    private static readonly ImmutableHashSet<string> Asking = ImmutableHashSet.Create(
        StringComparer.Ordinal, "get", "find", "fetch", "load", "list", "read", "calculate", "compute", "estimate", "query", "search", "lookup", "resolve", "build", "format", "to", "describe", "map");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        Stubs.ReportEach(start, StubKind.Success, static (stub, place) => Diagnostic.Create(Descriptor, place, stub.Name, stub.Confession!.Text));

    /// <summary>Whether callers of a function that does nothing, and says so, are told that it worked.</summary>
    internal static bool Holds(IMethodSymbol function, Effort effort, Confession confession, Promise promise, SuccessClaims claims)
    {
        if (!Counts(function, confession, promise)) return false;

        var last = effort.Answers.LastOrDefault();
        if (function.MethodKind == MethodKind.LambdaMethod) return last is IInvocationOperation && claims.Says(last);
        if (Promises.ReturnsNothing(function)) return effort.CanComplete || last is null || !IsFailure(last);
        return last is not null && (IsEmptyAnswer(last, confession) || (!IsQuestion(function, promise) && claims.Says(last)));
    }

    /// <summary>A plain "later" is enough beside a deed; a hook or a handler is nothing without plain words.</summary>
    private static bool Counts(IMethodSymbol function, Confession confession, Promise promise)
    {
        var words = Words.Of(function.Name);
        if (words.Length > 0 && words[0] is "on" or "before" or "after") return false;
        if ((promise & (Promise.Main | Promise.Test)) != 0 || ((promise & Promise.Cleanup) != 0 && (promise & Promise.Change) == 0)) return false;
        if (confession.Admits(Admission.Missing | Admission.Invented)) return true;
        return (promise & Promise.Change) != 0 && !function.IsVirtual;
    }

    /// <summary>An empty collection looks like an answer where plainly nobody looked.</summary>
    private static bool IsEmptyAnswer(IOperation answer, Confession confession) =>
        confession.Admits(Admission.Missing) && IsCollection(EmptyValues.Inside(answer).Type) && EmptyValues.IsEmpty(answer);

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || (type is { SpecialType: not SpecialType.System_String } && type.AllInterfaces.Any(static contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsQuestion(IMethodSymbol function, Promise promise) =>
        (Words.Of(function.Name) is { Length: > 0 } words && Asking.Contains(words[0])) || ((promise & Promise.Probe) != 0 && !StubbedCheck.IsCheck(function.Name));

    private static bool IsFailure(IOperation answer) =>
        EmptyValues.Inside(answer) is IInvocationOperation { TargetMethod.Name: "FromException" or "FromCanceled" };
}
