using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A token, password, key or signature that is accepted, and that nothing ever looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredCredential() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0313",
        title: "A credential is accepted and never looked at",
        messageFormat: "Nothing ever reads {0} of '{1}', so every value of {2} is accepted{3}; compare {2} with "
            + "what is expected and refuse everything else, or remove the {4} and guard the call otherwise",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A token, password, key, code or signature that is accepted and never looked at makes a call look "
            + "guarded that is open to everyone.",
        alsoKnownAs: "missing authentication, unchecked token, improper authentication",
        cwe: [287]);

    private static readonly ImmutableArray<string> Roots = ImmutableArray.Create(
        "token", "password", "passphrase", "secret", "credential", "key", "code", "pin", "otp", "signature", "hmac",
        "mac");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationBlockAction(Judge);
    }

    private static void Judge(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || !method.Parameters.Any(static parameter => MayBeOne(parameter.Name))
            || !method.Parameters.Any(CredentialParameters.Is)
            || !IgnoredParameters.MayBeIn(method))
            return;

        var ignored = method.Parameters.Where(CredentialParameters.Is)
            .Where(parameter => IgnoredParameters.IsReadNowhere(parameter, method, context)
                && IsMeantToBeRead(parameter, method, context))
            .ToList();
        if (ignored.Count > 0) Report(context, method, ignored);
    }

    /// <summary>Several that one method ignores have one cause: the check that is missing.</summary>
    private static void Report(
        OperationBlockAnalysisContext context, IMethodSymbol method, List<IParameterSymbol> ignored) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            ignored[0].Locations[0],
            ignored.Skip(1).Select(static parameter => parameter.Locations[0]),
            Named(ignored),
            method.Name,
            ignored.Count == 1 ? "it" : "them",
            Asked(method),
            ignored.Count == 1 ? "parameter" : "parameters"));

    private static string Named(List<IParameterSymbol> ignored)
    {
        var names = ignored.ConvertAll(static parameter => $"'{parameter.Name}'");
        return names.Count == 1
            ? names[0]
            : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
    }

    /// <summary>A cheap look at a name.</summary>
    private static bool MayBeOne(string name) =>
        Roots.Any(root => name.IndexOf(root, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Somebody passes a value: a request, a caller in this project, or those of a public contract.</summary>
    private static bool IsMeantToBeRead(
        IParameterSymbol parameter, IMethodSymbol method, OperationBlockAnalysisContext context)
    {
        if (EndpointOf(method, context.Compilation) is { } endpoint) return IsItsOnlyGuard(parameter, endpoint);

        var passed = Passed.To(parameter, method, context.Compilation);
        return passed.Count > 0 ? passed.Exists(value => !IsNothing(value)) : IsForOtherProjects(method);
    }

    private static bool IsForOtherProjects(IMethodSymbol method) =>
        Passed.ContractsOf(method).ToList() is { Count: > 0 } contracts
        && contracts.TrueForAll(contract => contract.ContainingType.DeclaredAccessibility == Accessibility.Public);

    /// <summary>A header that an attribute or a filter has read already is only listed for its description.</summary>
    private static bool IsItsOnlyGuard(IParameterSymbol parameter, Endpoint endpoint) =>
        endpoint.Protection == Protection.None
        || !parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "FromHeaderAttribute");

    private static bool IsNothing(IOperation value) =>
        value.AsWritten() is ILiteralOperation or IDefaultValueOperation
            or IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.Name: "String" } };

    private static Endpoint? EndpointOf(IMethodSymbol method, Compilation compilation) =>
        WebApplication.Of(compilation) is { IsPossible: true } application
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax
            ? application.AnsweredBy(syntax)
            : null;

    private static string Asked(IMethodSymbol method) =>
        Passed.ContractsOf(method).FirstOrDefault() is { } contract ? $" by '{contract.ContainingType.Name}'" : "";
}
