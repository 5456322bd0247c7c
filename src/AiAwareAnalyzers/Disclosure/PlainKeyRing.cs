using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>The keys of data protection, kept where others can read them, and encrypted by nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlainKeyRing() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0810",
        title: "The keys of data protection are stored in clear text",
        messageFormat: "'{0}' stores the keys of data protection in clear text, so anyone who reads them makes "
            + "cookies and tokens that this application believes; add 'ProtectKeysWithCertificate' or another "
            + "'ProtectKeysWith…'",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The keys of data protection sign and encrypt cookies, antiforgery tokens and links that reset "
            + "a password.",
        alsoKnownAs: "data protection, key ring at rest, cleartext storage",
        cwe: [312]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var rings = KeyRings.Of(start.Compilation);
        if (!rings.ArePossible || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(context => Judge(context, rings), OperationKind.Invocation);
    }

    private static void Judge(OperationAnalysisContext context, KeyRings rings)
    {
        var call = (IInvocationOperation)context.Operation;
        if (rings.IsStored(call)
            && rings.IsInSight(call)
            && !EnvironmentGuard.Covers(call.Syntax)
            && !OnlyHere.IsForDevelopers(context.ContainingSymbol.ContainingType)
            && !rings.AreEncrypted)
            context.Report(Diagnostic.Create(Descriptor, call.Called(), call.TargetMethod.Name));
    }
}
