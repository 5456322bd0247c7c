using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A refusal that is given a message where it takes the name of an authentication scheme.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageAsScheme() : Rule(Descriptor)
{
    /// <summary>In the properties of a finding: whether the fix may put the message into the answer.</summary>
    internal const string Keeps = nameof(Keeps);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0316",
        title: "A message is passed as an authentication scheme",
        messageFormat: "'{0}' takes names of authentication schemes, and '{1}' is none, so it throws and the caller "
            + "gets 500 instead of {2}; {3}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Forbid and Challenge take the names of authentication schemes; a message makes them throw, so "
            + "that a refusal becomes an internal error.",
        alsoKnownAs: "Forbid with message, no authentication handler is registered for the scheme");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!AspNetCore.Of(start.Compilation).IsThere) return;

        start.RegisterOperationAction(Look, OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Look(OperationAnalysisContext context)
    {
        if (Refusal.Of(context.Operation) is not { } refusal) return;
        if (refusal.Schemes.FirstOrDefault(SchemeMessages.Is) is not { } message) return;

        var keeps = refusal.IsAction && !SchemeMessages.IsOfException(message);
        context.Report(Diagnostic.Create(
            Descriptor,
            message.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Keeps, keeps ? refusal.Status : null),
            refusal.Name,
            Quote.Of(message.Syntax).Trim('"'),
            refusal.Status,
            WayOut(refusal, message)));
    }

    private static string WayOut(Refusal refusal, IOperation message) =>
        SchemeMessages.IsOfException(message) ? $"call '{refusal.Name}' without it, and log it"
        : refusal.IsAction ? $"answer with 'StatusCode({refusal.Status}, …)', or with 'Problem'"
        : $"call '{refusal.Name}' without it, or answer with a problem of status {refusal.Status}";

    /// <summary>A call or a result that refuses a request, and the schemes that it is given.</summary>
    private sealed record Refusal(string Name, string Status, bool IsAction, IEnumerable<IOperation> Schemes)
    {
        public static Refusal? Of(IOperation operation) => operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "Forbid" or "Challenge" or "ForbidAsync" or "ChallengeAsync" }
                method } call when IsOfFramework(method.ContainingType) =>
                new(method.Name, StatusOf(method.Name), method.ContainingType.Name == "ControllerBase"
                    && call.Arguments.Length == 1, SchemesIn(call.Arguments)),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ForbidResult" or "ChallengeResult" } type } made
                when IsOfFramework(type) =>
                new(type.Name, StatusOf(type.Name), false, SchemesIn(made.Arguments)),
            _ => null,
        };

        private static string StatusOf(string name) =>
            name.StartsWith("Forbid", StringComparison.Ordinal) ? "403" : "401";

        private static bool IsOfFramework(INamedTypeSymbol type) =>
            type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                == true;

        private static IEnumerable<IOperation> SchemesIn(ImmutableArray<IArgumentOperation> arguments) =>
            arguments
                .Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue
                    && argument.Parameter?.Name is { } name
                    && name.IndexOf("scheme", StringComparison.OrdinalIgnoreCase) >= 0)
                .SelectMany(static argument => Elements.Of(argument.Value))
                .Select(static value => value.AsWritten());
    }
}
