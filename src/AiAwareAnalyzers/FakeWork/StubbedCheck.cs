using AiAwareAnalyzers.FakeWork.Work;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A check, or a payment, that passes whatever it is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StubbedCheck() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0607",
        title: "A check ignores its input and always passes",
        messageFormat: "{0} never reads {1} and always succeeds, so nothing is ever rejected; {2}",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A check or a payment that ignores its parameters and always succeeds lets everything through "
            + "while its name promises the opposite.",
        alsoKnownAs: "stubbed validation, always returns true");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        Stubs.ReportEach(start, StubDefect.PassingCheck, static (stub, place) => Diagnostic.Create(
            Descriptor,
            place,
            stub.Name,
            Listed(PromisedDecisions.InputsOf(stub.Function)),
            "check them, or throw 'NotImplementedException' until the check is written"));

    private static string Listed(List<IParameterSymbol> inputs) =>
        string.Join(", ", inputs.Select(static parameter => $"'{parameter.Name}'"));
}
