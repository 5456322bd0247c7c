using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>An assertion that holds whatever the code under test does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CannotFail() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1101",
        title: "An assertion cannot fail",
        messageFormat: "'{0}' {1}, so it holds whatever the code under test does; assert what that code has to give, "
            + "or remove it",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An assertion that always holds makes a test green and says nothing about the code under test.",
        alsoKnownAs: "tautological assertion, always true assertion, redundant assertion");

    /// <summary>Says that the assertion is a statement of its own, and that others are left in its test.</summary>
    internal const string CanGo = "CanGo";

    private static readonly ImmutableDictionary<string, string?> Removable =
        ImmutableDictionary<string, string?>.Empty.Add(CanGo, null);

    private protected override void Start(CompilationStartAnalysisContext start) => TestBody.ForEach(start, Look);

    private static void Look(OperationBlockAnalysisContext context, TestBody test)
    {
        if (test.Checks.IsEmpty) return;

        var certainty = new Certainty(test);
        var empty = test.Stated
            .Select(assertion => (assertion.Call, Observation: certainty.Of(assertion)))
            .Where(static found => found.Observation is not null)
            .ToList();
        var othersAreLeft = empty.Count > 0 && test.Checks.Length > empty.Count;
        foreach (var (call, observation) in empty)
            Report(context, call, observation!, othersAreLeft && IsWholeStatement(call) ? Removable : null);

        foreach (var call in Bodies.Own(test.Body).OfType<IInvocationOperation>().Where(Unfinished.Is))
            Report(context, call, "claims nothing yet");

        var open = test.Stated.Where(assertion => empty.TrueForAll(found => found.Call != assertion.Call)).ToList();
        if (open.Find(certainty.IsEcho) is { } echo)
            Report(context, echo.Call, "reads back what the test itself has written");
        else if (open.Count > 0 && open.TrueForAll(certainty.IsOwn) && AreAll(open, empty.Count, test))
            Report(context, open[0].Call, "looks only at what the test itself has made");
    }

    /// <summary>Whether besides those that are known to be empty nothing else can fail the test.</summary>
    private static bool AreAll(List<Assertion> open, int empty, TestBody test) =>
        test.Checks.Count(check => !IsGroup(check, test)) == open.Count(stated => !IsGroup(stated.Call, test)) + empty;

    /// <summary><c>Assert.Multiple(() => …)</c> fails by what is asserted in it.</summary>
    private static bool IsGroup(IOperation check, TestBody test) =>
        test.Checks.Any(other => other != check && other.IsInside(check));

    private static bool IsWholeStatement(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation { Parent: IBlockOperation }
        && !call.Descendants().OfType<IInvocationOperation>().Any(static inner => inner.TargetMethod.Name != "Should");

    private static void Report(
        OperationBlockAnalysisContext context,
        IInvocationOperation call,
        string observation,
        ImmutableDictionary<string, string?>? properties = null) =>
        context.Report(Diagnostic.Create(
            Descriptor, call.Syntax.GetLocation(), properties, Quote.Of(call.Syntax), observation));
}
