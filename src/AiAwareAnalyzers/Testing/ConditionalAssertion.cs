using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test all of whose assertions may be passed by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConditionalAssertion() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1104",
        title: "All assertions of a test may be passed by",
        messageFormat: "'{0}' asserts only {1} '{2}', so it passes without looking at anything {3}; {4}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A test whose assertions all stand behind a condition on the result is green when the result is "
            + "missing, which is the very thing it should find.",
        alsoKnownAs: "conditional test logic, assertion that never runs",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (Detours.Around(test) is not { } detour) return;

            var (where, whenNot, wayOut) = WordsFor(detour.Kind);
            if (detour.IsNotNull) where = $"that there is one, and the rest {where}";
            context.Report(Diagnostic.Create(
                Descriptor,
                detour.Place.GetLocation(),
                detour.Kind is DetourKind.Loop or DetourKind.Each or DetourKind.Missing
                    ? DiagnosticSeverity.Info
                    : DiagnosticSeverity.Warning,
                additionalLocations: null,
                properties: null,
                test.Method.Name,
                where,
                Quote.Of(detour.Place),
                whenNot,
                wayOut));
        });

    private static (string Where, string WhenNot, string WayOut) WordsFor(DetourKind kind) => kind switch
    {
        DetourKind.Loop => ("in the loop over", "when that is empty", "assert first that it is not empty"),
        DetourKind.Each => ("of each element of", "when that is empty", "assert first that it is not empty"),
        DetourKind.Return => ("unless", "when that is so", "assert that it is not so instead of returning"),
        DetourKind.Catch => ("where it catches", "when nothing is thrown", "assert that it is thrown"),
        DetourKind.Callback =>
            ("in the function", "when nobody calls that", "assert that it was called, or assert after the call"),
        DetourKind.Missing => ("if", "otherwise", "bring along what it needs, or skip the test in so many words"),
        _ => ("if", "otherwise", "assert the condition itself"),
    };
}
