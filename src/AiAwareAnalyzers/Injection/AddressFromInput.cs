using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Sinks;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>A redirect or a request whose host someone outside chooses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AddressFromInput() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0707",
        title: "An address is taken from input",
        messageFormat: "'{0}' comes from outside and decides where '{1}' leads; {2}",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An address whose host comes from input sends the visitor to a stranger's page, or the server to a machine that only it can reach.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sinks = AddressSinks.Of(start.Compilation);
        if (sinks.AreReferenced)
            start.RegisterOperationAction(context => Look(context, sinks), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);
    }

    private static void Look(OperationAnalysisContext context, AddressSinks sinks)
    {
        if (sinks.At(context.Operation) is not { } use) return;
        if (AddressSinks.HostOf(use.Template) is not { Origin: TextOrigin.Input } host || !use.Free.Contains(host) || IsChecked(use, host)) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, use.LocationOf(host), Quote.Of(host.Value.Syntax), use.Name, WayOut(sinks, use)));
    }

    /// <summary>Somebody looks at the host of the address, or at what it starts with.</summary>
    private static bool IsChecked(SinkUse use, Hole host)
    {
        var key = Written.Key(host.Value);
        return use.Body.KindsBefore(key, use.Sink.Syntax).Any(kind => kind is CheckKind.Prefix or CheckKind.Lookup) || use.Body.IsPartAsked(key, use.Sink.Syntax);
    }

    private static string WayOut(AddressSinks sinks, SinkUse use) => sinks.Redirect(use.Sink)
        ? "use 'LocalRedirect', or go on only if 'Url.IsLocalUrl' agrees"
        : "look the host up in a list of the ones that this server may ask";
}
