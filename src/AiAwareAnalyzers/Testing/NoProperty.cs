using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Properties;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A few examples of what holds for all values, where a library is at hand that makes values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoProperty() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1117",
        title: "A property is tested by examples only",
        messageFormat: "{0} tested by {1} only, and {2}; let {3} check that {4}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A few examples of what holds for all values leave out the value that breaks it, and a library "
            + "that makes up values finds it.",
        alsoKnownAs: "property-based testing, example-based test, round-trip test");

    /// <summary>A project without such a library would be told to take one.</summary>
    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (PropertyTools.Of(start.Compilation).Name is { } tool)
            TestBody.ForEach(start, (context, test) => Look(context, test, tool));
    }

    /// <summary>What all examples have in common is said once, at the first of them.</summary>
    private static void Look(OperationBlockAnalysisContext context, TestBody test, string tool)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var call in test.Body.Descendants().OfType<IInvocationOperation>())
            if (test.Subject.Has(call.TargetMethod)
                && Law.Of(call.TargetMethod) is { } law
                && seen.Add(law.Method)
                && FewExamples.Of(context.Compilation).Of(law) is { } examples
                && SymbolEqualityComparer.Default.Equals(examples.First, test.Method))
                context.Report(Diagnostic.Create(
                    Descriptor,
                    call.CalledName(),
                    law.Undo is null ? $"'{law.Method.Name}' is" : $"'{law.Method.Name}' and '{law.Undo.Name}' are",
                    examples.Count == 1 ? "one example" : $"{examples.Count} examples",
                    RiskOf(law),
                    tool,
                    InWords(law)));
    }

    private static string RiskOf(Law law) => law.Kind switch
    {
        LawKind.RoundTrip => "another value may not survive the way there and back",
        LawKind.Order => "other elements may be lost or out of order",
        _ => "the parts of another amount may not add up to it",
    };

    private static string InWords(Law law) => law.Kind switch
    {
        LawKind.RoundTrip => $"'{law.Undo!.Name}' gives back what '{law.Method.Name}' was given",
        LawKind.Order => $"what '{law.Method.Name}' returns is in order and has the same elements",
        _ => $"the parts that '{law.Method.Name}' returns add up to the whole",
    };
}
