using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.SomeFamily;

/// <summary>A string is converted to a string.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SomeDefect() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA9999",
        title: "A string is converted to a string",
        messageFormat: "'{0}' is a string already, so 'ToString()' only makes a reader look for a conversion; use "
            + "'{0}' itself",
        category: Family.SomeFamily,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Calling 'ToString()' on a string returns the same string.");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is { } text
            && IsText(text)
            && call.TargetMethod is { Name: nameof(ToString), Parameters.IsEmpty: true })
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), Quote.Of(text.Syntax)));
    }

    /// <summary>In <c>text?.ToString()</c> the receiver stands elsewhere.</summary>
    private static bool IsText(IOperation receiver) =>
        receiver.Type?.SpecialType == SpecialType.System_String && receiver is not IConditionalAccessInstanceOperation;
}
