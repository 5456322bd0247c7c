using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Text that a caller wrote, parsed by a method that throws where it cannot.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingParse() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0908",
        title: "Text from a caller is parsed by a method that throws",
        messageFormat: "'{0}' throws where {1} is missing or written otherwise, and the caller's mistake becomes a "
            + "failure of the server; use '{2}' and answer what is wrong",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "What a caller wrote may be anything, and a parser that throws turns it into an error 500 instead "
            + "of an answer that says what is wrong.",
        alsoKnownAs: "unhandled FormatException, Parse instead of TryParse",
        cwe: [248]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Endpoints.ArePossible(start.Compilation)) return;

        var texts = new OutsideText(start.Compilation);
        start.RegisterOperationAction(
            context => Analyze(context, texts), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, OutsideText texts)
    {
        if (ThrowingParsers.Read(context.Operation) is not { } parse || texts.SourceOf(parse.Text) is not { } source)
            return;
        if (Rescue.Surrounds(
            context.Operation, "FormatException", "OverflowException", "ArgumentException", "ArgumentNullException",
            "UriFormatException"))
            return;
        if (Quoted.Holds(context.Operation) || IsTried(parse.Text)) return;

        context.Report(Diagnostic.Create(
            Descriptor,
            context.Operation.Syntax.GetLocation(),
            parse.Name,
            source,
            parse.Instead));
    }

    /// <summary>Whether the same text was tried, matched or measured before.</summary>
    private static bool IsTried(IOperation text) =>
        Place.Of(text) is { } place && OperationTree.Around(text).Any(operation =>
        operation is IInvocationOperation
            { TargetMethod: { Name: var name, ReturnType.SpecialType: SpecialType.System_Boolean } } question
        && name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace")
        && (question.Instance is { } instance && place.IsReadBy(instance)
            || question.Arguments.Any(argument => place.IsReadBy(argument.Value))));
}
