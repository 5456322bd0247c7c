using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Server certificate validation that always agrees.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcceptsAnyCertificate() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0809",
        title: "Every server certificate is accepted",
        messageFormat: "'{0}' accepts every certificate, so whoever stands between this program and the server reads and changes all that is said; {1}",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A certificate check that always agrees is no check: the connection is encrypted, but nobody knows to whom.");

    private const string Remove = "remove it, and trust a private authority by adding its certificate to the trusted roots";
    private const string Compare = "return 'true' only for the certificate that is expected";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var callbacks = CertificateCallbacks.Of(start.Compilation);
        if (!callbacks.AreThere || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(context => AskAssignment(context, callbacks), OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
        start.RegisterOperationAction(context => AskArgument(context, callbacks), OperationKind.Argument);
    }

    private static void AskAssignment(OperationAnalysisContext context, CertificateCallbacks callbacks)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IMemberReferenceOperation { Member: var member } && callbacks.IsCallback(member))
            Ask(context, callbacks, assignment.Value, member.Name, Remove);
    }

    private static void AskArgument(OperationAnalysisContext context, CertificateCallbacks callbacks)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is { } parameter && callbacks.IsCallback(parameter.Type))
            Ask(context, callbacks, argument.Value, parameter.Name, Compare);
    }

    /// <summary>Does the callback agree whatever it is shown, and is the code run where somebody may listen?</summary>
    private static void Ask(OperationAnalysisContext context, CertificateCallbacks callbacks, IOperation callback, string name, string wayOut)
    {
        if (Agrees(callback, callbacks, context.Compilation) && !EnvironmentGuard.Surrounds(context.Operation.Syntax))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, callback.Syntax.GetLocation(), name, wayOut));
    }

    private static bool Agrees(IOperation callback, CertificateCallbacks callbacks, Compilation compilation) => Answers.Unwrapped(callback) switch
    {
        IPropertyReferenceOperation { Property: var property } => callbacks.AcceptsAnything(property),
        var function => Answers.BodyOf(function, compilation) is { } body && Answers.AreAlwaysTrue(body),
    };
}
