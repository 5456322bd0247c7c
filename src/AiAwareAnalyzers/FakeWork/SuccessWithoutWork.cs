using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>Success from a function that does nothing, and says so; a wait where there should be work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuccessWithoutWork() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0601",
        title: "Success is reported for work that is not done",
        messageFormat: "{0} (\"{1}\"); do the work, or throw 'NotImplementedException' until it is done",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A function that does nothing, admits it in a comment, a log or its name, or only logs that it "
            + "was done, makes its callers continue as if the work were done.",
        alsoKnownAs: "stub, fake implementation",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        Stubs.ReportEach(
            start,
            StubDefect.ClaimedSuccess,
            static (stub, place) => Diagnostic.Create(
                Descriptor,
                place,
                IsKnownToCallers(stub.Function) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                additionalLocations: null,
                properties: null,
                $"{stub.Name} does nothing and reports success to its callers",
                stub.Confession!.Text));
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var pretences = new Pretences(start.Compilation, start.Options);
        start.RegisterOperationAction(
            context =>
            {
                var wait = (IInvocationOperation)context.Operation;
                if (pretences.ConfessionOf(wait, context.ContainingSymbol) is { } confession)
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        wait.Syntax.GetLocation(),
                        $"'{Quote.Of(wait.Syntax)}' stands where work should be, and all goes on as if it were done",
                        confession.Text));
            },
            OperationKind.Invocation);

        var messages = new UnsentMessages(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (messages.Of(creation, context.ContainingSymbol) is var (message, claim))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        creation.Syntax.GetLocation(),
                        $"'{message.Name}' is put together and handed to nobody, and the log says that it was sent",
                        claim));
            },
            OperationKind.ObjectCreation);
    }

    /// <summary>
    /// A private function without an answer is read by those who call it; one of a component is called by its page.
    /// </summary>
    private static bool IsKnownToCallers(IMethodSymbol function) =>
        function is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }
        && Promises.ReturnsNothing(function)
        && !function.ContainingType.SelfAndBases().Any(static type => type.Name == "ComponentBase");
}
