using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
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
        messageFormat: "Nothing ever reads '{0}' of '{1}', so every value of it is accepted{2}; compare it with "
            + "what is "
            + "expected and refuse everything else, or remove the parameter and guard the call otherwise",
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
            || !MayChooseItsParameters(method))
            return;

        foreach (var parameter in method.Parameters.Where(CredentialParameters.Is))
            if (IsReadNowhere(parameter, method, context.Compilation) && IsMeantToBeRead(parameter, method, context))
                context.Report(Diagnostic.Create(
                    Descriptor, parameter.Locations[0], parameter.Name, method.Name, Asked(method)));
    }

    /// <summary>A cheap look at a name.</summary>
    private static bool MayBeOne(string name) =>
        Roots.Any(root => name.IndexOf(root, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>An override and what implements a contract of a library take what they are told to take.</summary>
    private static bool MayChooseItsParameters(IMethodSymbol method) =>
        method is { IsOverride: false, IsAbstract: false, IsExtern: false, PartialDefinitionPart: null }
        && !StandIns.Contain(method.ContainingType)
        && Passed.ContractsOf(method).All(contract => !contract.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>In no body that a call may end in; the first of several speaks for all.</summary>
    private static bool IsReadNowhere(IParameterSymbol parameter, IMethodSymbol method, Compilation compilation)
    {
        var contracts = Passed.ContractsOf(method).ToList();
        var bodies = contracts.Count == 0
            ? [method]
            : contracts.SelectMany(contract => CallTargets.Of(compilation).Of(contract)).ToList();
        return bodies.All(body => Ignores(body, parameter.Ordinal, compilation))
            && bodies.Where(body => !IsStub(body, compilation))
                .OrderBy(body => body.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(body => body.Locations[0].SourceSpan.Start)
                .FirstOrDefault() is { } first
            && SymbolEqualityComparer.Default.Equals(first, method.OriginalDefinition);
    }

    private static bool Ignores(IMethodSymbol body, int ordinal, Compilation compilation) =>
        ordinal < body.Parameters.Length
        && ReturnValues.BodyOf(body, compilation) is { } operations
        && !operations.Descendants().Any(operation =>
            operation is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, body.Parameters[ordinal])
            && IsRead(reference));

    /// <summary>What is discarded, named or written to a log decides nothing.</summary>
    private static bool IsRead(IParameterReferenceOperation reference) => Values.UserOf(reference) switch
    {
        ISimpleAssignmentOperation { Target: IDiscardOperation } or INameOfOperation => false,
        _ => !reference.Ancestors().Any(outer =>
            outer is IInvocationOperation call && LogCalls.LoudnessOf(call) is not null),
    };

    /// <summary>A body that does no work yet, or only throws, is at fault for other reasons.</summary>
    private static bool IsStub(IMethodSymbol method, Compilation compilation) =>
        StandIns.Contain(method.ContainingType)
        || ReturnValues.BodyOf(method, compilation) is not { } body
        || !body.Descendants().Any(operation =>
            operation is IInvocationOperation or IMemberReferenceOperation or IObjectCreationOperation
            && !IsFinishedTask(operation)
            && !operation.Ancestors().Any(outer => outer is IThrowOperation));

    private static bool IsFinishedTask(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name is "Task" or "ValueTask",
        IMemberReferenceOperation member => member.Member.ContainingType.Name is "Task" or "ValueTask" or "String",
        _ => false,
    };

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
