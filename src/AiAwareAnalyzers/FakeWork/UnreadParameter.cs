using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A parameter by which callers narrow or guard what they ask for, and that nothing reads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadParameter() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0609",
        title: "A parameter promises what nothing does",
        messageFormat: "'{0}' never reads '{1}', so callers who pass it get the same {2}; apply it, or take it out of "
            + "the signature",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A search text, a filter, a page or a credential that a method takes and never reads makes its "
            + "callers believe in something that was never written.",
        alsoKnownAs: "unused parameter, ignored argument");

    /// <summary>Last words of names that narrow, order or page a result.</summary>
    private static readonly ImmutableHashSet<string> Narrowing = WordSet.Of(
        "search filter filters sort page limit offset skip take");

    /// <summary>Whole names that do so.</summary>
    private static readonly ImmutableHashSet<string> NarrowingNames = WordSet.IgnoringCase(
        "search searchTerm searchText searchString searchQuery keyword keywords sortBy orderBy sortOrder sortColumn",
        "sortDirection pageSize pageNumber pageNo pageIndex maxResults maxCount includeDeleted includeInactive",
        "onlyActive activeOnly fromDate toDate startDate endDate dateFrom dateTo statusFilter categoryFilter");

    /// <summary>Whole names of what proves who is asking.</summary>
    private static readonly ImmutableHashSet<string> ProvingNames = WordSet.IgnoringCase(
        "token accessToken apiKey password signature authToken secret pin otp passcode adminKey");

    /// <summary>Attributes by which somebody outside is told what a parameter does.</summary>
    private static readonly ImmutableHashSet<string> Telling = WordSet.Of(
        "McpServerToolAttribute KernelFunctionAttribute");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var summaries = MethodSummaries.Of(start.Compilation);
        var efforts = Efforts.Of(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (context.ContainingSymbol is not IMethodSymbol method || !IsFree(method)) return;
                foreach (var parameter in method.Parameters)
                    if (PromiseOf(parameter, method) is { } promise
                        && !summaries.Of(method).Mentions(parameter)
                        && efforts.Of(context.Operation) is { IsNone: false }
                        && !IsReadBeside(method, parameter, summaries)
                        && !(IsLimit(parameter) && GivesOneAtMost(context.Operation, parameter)))
                        context.Report(Diagnostic.Create(
                            Descriptor, parameter.Locations[0], method.Name, parameter.Name, promise));
            },
            OperationKind.MethodBody);
    }

    /// <summary>
    /// Its signature is its own, or that of a contract of this solution: nobody else asks for the parameter.
    /// </summary>
    private static bool IsFree(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation,
            IsOverride: false, IsVirtual: false, IsPartialDefinition: false, PartialDefinitionPart: null,
            Parameters.IsEmpty: false }
        && !method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute")
        && !StandIns.Contain(method.ContainingType);

    private static string? PromiseOf(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (parameter is not { RefKind: RefKind.None, IsDiscard: false, Locations.Length: > 0 }
            || parameter.Name.StartsWith("_", StringComparison.Ordinal))
            return null;
        if (ProvingNames.Contains(parameter.Name) && parameter.Type.SpecialType == SpecialType.System_String)
            return "whether it is right or not";
        if (NarrowingNames.Contains(parameter.Name)
            || Narrowing.Contains(Words.Of(parameter.Name).LastOrDefault() ?? "")
            || method.GetAttributes().Any(static attribute => Telling.Contains(attribute.AttributeClass?.Name ?? "")))
            return IsPlain(parameter.Type) ? "whatever it says" : null;
        return null;
    }

    private static bool IsLimit(IParameterSymbol parameter) =>
        Words.Of(parameter.Name) is { Length: > 0 } words && (words[0] == "max" || words[^1] is "limit" or "take");

    /// <summary>
    /// All that is returned is a list to which one thing is added, once: no limit changes that, if it is not meant to
    /// stand in a text either.
    /// </summary>
    private static bool GivesOneAtMost(IOperation body, IParameterSymbol limit)
    {
        if (body.Syntax.DescendantTokens().Any(token =>
            !token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Contains(limit.Name)))
            return false;

        var additions = Bodies.Own(body)
            .OfType<IInvocationOperation>()
            .Where(static call => call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal)
                && call.Instance is ILocalReferenceOperation)
            .ToList();
        return additions.Count == 1
            && additions[0] is { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation { Local: var list } }
            && !additions[0].Ancestors().Any(static around => around is ILoopOperation)
            && Bodies.Own(body).OfType<IReturnOperation>().Any(answer =>
                answer.Descendants().Any(part => part is ILocalReferenceOperation { Local: var returned }
                    && SymbolEqualityComparer.Default.Equals(returned, list)));
    }

    /// <summary>A text, a number, a date, a yes or no, an enum; not what a framework hands in.</summary>
    private static bool IsPlain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? IsPlain(nullable.TypeArguments[0])
            : type.TypeKind == TypeKind.Enum
                || type.SpecialType is not (SpecialType.None or SpecialType.System_Object)
                || type.Name is "DateOnly" or "DateTimeOffset" or "Guid";

    /// <summary>A foreign contract wants the parameter, or another one behind the same contract reads it.</summary>
    private static bool IsReadBeside(IMethodSymbol method, IParameterSymbol parameter, MethodSummaries summaries)
    {
        foreach (var contract in ContractsOf(method))
        {
            if (contract.DeclaringSyntaxReferences.IsEmpty && !Solutions.AreOne(contract, method)) return true;
            if (summaries.Behind(contract).Any(other => MentionsAt(other, parameter.Ordinal))) return true;
        }

        return false;
    }

    private static bool MentionsAt(MethodSummary other, int place) =>
        other.Method.Parameters.Length > place && other.Mentions(other.Method.Parameters[place]);

    private static IEnumerable<IMethodSymbol> ContractsOf(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces
            .SelectMany(contract => contract.GetMembers(method.Name.Substring(method.Name.LastIndexOf('.') + 1)))
            .OfType<IMethodSymbol>()
            .Where(member => SymbolEqualityComparer.Default.Equals(
                method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
