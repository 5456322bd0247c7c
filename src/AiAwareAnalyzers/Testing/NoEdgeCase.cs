using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Doubles;
using AiAwareAnalyzers.Testing.Edges;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A branch on null, nothing or a bound that no test of its method enters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoEdgeCase() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1116",
        title: "The tests of a method leave out one of its edges",
        messageFormat: "'{0}' {1}, and {2} {3}; add one that does",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What a method does with null, with nothing or beyond a bound is never run where all of its tests "
            + "pass ordinary values.",
        alsoKnownAs: "missing edge case, happy path testing, boundary value analysis, untested branch");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var areToldDoubles = DoubleLibraries.AreUsed(start.Compilation);
        TestBody.ForEach(start, (context, test) => Look(context, test, areToldDoubles));
    }

    /// <summary>What all tests of a method have in common is said once, at the first of them.</summary>
    private static void Look(OperationBlockAnalysisContext context, TestBody test, bool areToldDoubles)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var call in test.Body.Descendants().OfType<IInvocationOperation>())
            foreach (var subject in SubjectsOf(call, test, context.Compilation))
                if (!(areToldDoubles && Libraries.TellsDouble(call))
                    && seen.Add(subject.TargetMethod.OriginalDefinition)
                    && UntestedEdges.Of(context.Compilation).Of(subject) is { } edge
                    && SymbolEqualityComparer.Default.Equals(edge.First, test.Method))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        call.CalledName(),
                        subject.TargetMethod.Name,
                        edge.Observation,
                        edge.Tests == 1 ? "its only test never passes" : $"none of its {edge.Tests} tests passes",
                        edge.Passed));
    }

    /// <summary>The call, or those of a helper of the test.</summary>
    private static IEnumerable<IInvocationOperation> SubjectsOf(
        IInvocationOperation call, TestBody test, Compilation compilation)
    {
        if (IsSubject(call, test)) return [call];
        return test.Method.ContainingType.Inherits(call.TargetMethod.ContainingType)
            ? HelperCalls.Of(compilation).In(call.TargetMethod).Where(inner => IsSubject(inner, test))
            : [];
    }

    /// <summary>A test that is about something else is not the first of those about a method.</summary>
    private static bool IsSubject(IInvocationOperation call, TestBody test) =>
        Aim.IsAt(test.Method, call.TargetMethod) && test.Subject.Has(call.TargetMethod);
}
