using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>A redirect or a request whose host someone outside chooses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AddressFromInput() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0707",
        title: "The host of a URL is taken from user input",
        messageFormat: "'{0}' is user input and decides where '{1}' leads; {2}",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A URL whose host comes from user input sends the visitor to an attacker's page, or the server "
            + "to a machine that only it can reach.",
        alsoKnownAs: "open redirect, SSRF, server-side request forgery",
        cwe: [601, 918]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sinks = AddressSinks.Of(start.Compilation);
        if (sinks.AreReferenced)
            LookInBodies(
                start,
                context => Look(context, sinks),
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment);
    }

    private static Diagnostic? Look(OperationAnalysisContext context, AddressSinks sinks)
    {
        if (sinks.At(context.Operation) is not { } use) return null;
        if (AddressSinks.HostOf(use.Template) is not { Origin: TextOrigin.Input } host
            || !use.Free.Contains(host)
            || IsChecked(use, host))
            return null;
        return Diagnostic.Create(
            Descriptor, use.LocationOf(host), Quote.Of(host.Value.Syntax), use.Name, WayOut(sinks, use));
    }

    /// <summary>Somebody looks at the host of the address, or at what it starts with.</summary>
    private static bool IsChecked(SinkUse use, Hole host)
    {
        var key = TextOperations.Key(host.Value);
        return use.Body.KindsBefore(key, use.Sink.Syntax).Any(kind => kind == CheckKind.Lookup
                || (kind == CheckKind.Prefix && !IsAskedForSlashOnly(use, key)))
            || use.Body.IsPartAsked(key, use.Sink.Syntax);
    }

    /// <summary>Not only a path starts with a slash: <c>//host</c> does as well.</summary>
    private static bool IsAskedForSlashOnly(SinkUse use, string key) =>
        use.Body.Searches.Where(search => search.Kind == CheckKind.Prefix && search.Key == key)
            .All(static search => search.Operation is IInvocationOperation { Arguments: { Length: > 0 } arguments }
                && arguments[0].Value.ConstantValue is { HasValue: true, Value: "/" or '/' });

    private static string WayOut(AddressSinks sinks, SinkUse use) => sinks.Redirect(use.Sink)
        ? "use 'LocalRedirect', or check it with 'Url.IsLocalUrl' first"
        : "check the host against a list of allowed hosts first";
}
