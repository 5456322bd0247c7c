using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>An endpoint whose route says whose part is meant, and that looks for the part alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredRouteId() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0319",
        title: "An id of the route decides nothing",
        messageFormat: "The route of '{0}' names '{1}', and {2}, so {3} (IDOR); compare '{1}' as well, or take it out "
            + "of the route",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Where a route says whose part is meant and only the part is looked for, the part of any other "
            + "is read, changed or deleted through a URL that names an unrelated one.",
        alsoKnownAs: "IDOR, BOLA, insecure direct object reference, broken object level authorization",
        cwe: [639]);

    private static readonly ImmutableHashSet<string> KeyWords = WordSet.Of("guid id uuid");

    /// <summary>What middleware looks at before an endpoint is asked, or what says nothing of the thing.</summary>
    private static readonly ImmutableHashSet<string> Ambient = WordSet.Of(
        "api correlation culture language locale request tenant trace version");

    /// <summary>Whole parties are often told apart where no endpoint sees it.</summary>
    private static readonly ImmutableHashSet<string> Parties = WordSet.Of(
        "account company customer organisation organization org user workspace");

    private static readonly ImmutableHashSet<string> OtherSources = WordSet.Of(
        "FromBodyAttribute FromFormAttribute FromHeaderAttribute FromKeyedServicesAttribute FromQueryAttribute",
        "FromServicesAttribute");

    private static readonly ImmutableHashSet<string> WholeRoutes = WordSet.Of(
        "AsParametersAttribute FromRouteAttribute ModelBinderAttribute");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        EndpointVisit.Register(start, static visit => Judge(visit.Endpoint, visit.Compilation, visit.Report));
        GetEndpoints.Register(start, static (endpoint, context) =>
        {
            if (endpoint.Syntax is InvocationExpressionSyntax)
                Judge(endpoint, context.SemanticModel.Compilation, finding => context.Report(finding));
        });
    }

    private static void Judge(Endpoint endpoint, Compilation compilation, Action<Diagnostic> report)
    {
        if (!RouteTemplates.NamesIn(endpoint.Route).Any(IsId)
            || endpoint.IsGuardedByType
            || endpoint.UsesCaller
            || HandlerFunction.Of(endpoint, compilation) is not { } function
            || !IsFree(function.Method))
            return;

        var names = RouteTemplates.NamesOf(endpoint, function.Method);
        foreach (var name in names)
            if (IsId(name)
                && FlawOf(name, names, endpoint, function, compilation) is var (place, flaw, harm)
                && !MayBeReadElsewhere(endpoint, function, name, compilation))
            {
                report(Diagnostic.Create(Descriptor, place, endpoint.Name, name, flaw, harm));
                return;
            }
    }

    private static bool IsFree(IMethodSymbol method) =>
        method.MethodKind != MethodKind.Ordinary || IgnoredParameters.MayBeIn(method);

    private static bool IsId(string name) =>
        Words.Of(name) is { Length: > 0 } words && KeyWords.Contains(words[^1]) && !words.Any(Ambient.Contains);

    private static (Location Place, string Flaw, string Harm)? FlawOf(
        string name, ImmutableArray<string> names, Endpoint endpoint, HandlerFunction function, Compilation compilation)
    {
        var taken = function.Method.Parameters.FirstOrDefault(parameter => IsNamed(parameter, name));
        if (taken is not null && (!IsKey(taken) || IgnoredParameters.Decides(taken, function.Body))) return null;

        var part = names.Skip(names.IndexOf(name) + 1).FirstOrDefault(inner => IsUsed(inner, function));
        var harm = part is not null ? HarmOf(part, name, endpoint)
            : taken is not null && Writes(endpoint, function.Body, compilation)
                ? "something else says what is changed, whatever the URL names"
                : null;
        if (harm is null) return null;
        if (taken is not null) return (PlaceOf(taken, endpoint), "nothing is decided by it", harm);
        return Words.Of(name).Any(Parties.Contains)
            || function.Method.Parameters.Any(parameter => HasProperty(parameter.Type, name))
            ? null
            : (endpoint.Place, "the handler does not take it", harm);
    }

    private static string? HarmOf(string part, string name, Endpoint endpoint) =>
        !IsRead(endpoint)
            ? $"'{part}' alone says what is changed, also where it belongs to another '{name}'"
            : endpoint.Declared == Protection.Open
                ? null
                : $"'{part}' alone says what is read, also where it belongs to another '{name}'";

    private static bool IsRead(Endpoint endpoint) =>
        !endpoint.IsWrite || (endpoint.Syntax is InvocationExpressionSyntax map && Calls.NameOf(map) == "MapGet");

    private static bool IsNamed(IParameterSymbol parameter, string name) =>
        string.Equals(RouteNameOf(parameter), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its own name, or the one that its attribute gives it.</summary>
    private static string RouteNameOf(IParameterSymbol parameter) =>
        parameter.GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.Name == "FromRouteAttribute")
            .SelectMany(static attribute => attribute.NamedArguments)
            .FirstOrDefault(static argument => argument.Key == "Name").Value.Value as string
        ?? parameter.Name;

    /// <summary>A number, a text, a Guid, or a type that is named so; and not what is taken from elsewhere.</summary>
    private static bool IsKey(IParameterSymbol parameter) =>
        !IsTakenBy(parameter, OtherSources) && IsKey(parameter.Type);

    private static bool IsTakenBy(IParameterSymbol parameter, ImmutableHashSet<string> attributes) =>
        parameter.GetAttributes().Any(attribute => attributes.Contains(attribute.AttributeClass?.Name ?? ""));

    private static bool IsKey(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            IsKey(nullable.TypeArguments[0]),
        { SpecialType: SpecialType.System_String or (>= SpecialType.System_Int16 and <= SpecialType.System_UInt64) } =>
            true,
        { Name: "Guid" or "Ulid" } => true,
        _ => type.Name.EndsWith("Id", StringComparison.Ordinal),
    };

    private static bool IsUsed(string name, HandlerFunction function) =>
        IsId(name)
        && function.Method.Parameters.FirstOrDefault(parameter => IsNamed(parameter, name)) is { } parameter
        && IsKey(parameter)
        && IgnoredParameters.Decides(parameter, function.Body);

    /// <summary>A verb that changes things, and a body that tells somebody to.</summary>
    private static bool Writes(Endpoint endpoint, IOperation body, Compilation compilation) =>
        !IsRead(endpoint)
        && (body.Descendants().OfType<IInvocationOperation>().Any(static call =>
                call.Instance is { Type: { } service } and not IInstanceReferenceOperation
                && call.TargetMethod.MethodKind == MethodKind.Ordinary
                && Changes.IsService(service)
                && LogCalls.LoudnessOf(call) is null)
            || Changes.LastingIn(body, compilation) is not null);

    private static bool MayBeReadElsewhere(
        Endpoint endpoint, HandlerFunction function, string name, Compilation compilation) =>
        RouteReaders.AreIn(function.Body)
        || RouteReaders.Guard(endpoint, function.Method, name)
        || function.Method.Parameters.Any(parameter => !IsNamed(parameter, name) && Carries(parameter, name, endpoint))
        || (endpoint.Container as INamedTypeSymbol).SelfAndBases().Any(type => HasProperty(type, name))
        || Calls.Of(compilation).To("HasQueryFilter").Any(filter =>
            filter.ToString().IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0)
        || RouteReaders.Of(compilation).AreThere;

    /// <summary>A parameter of many parts may take a value of the route with it.</summary>
    private static bool Carries(IParameterSymbol parameter, string name, Endpoint endpoint) =>
        !IsKey(parameter)
        && !IsTakenBy(parameter, OtherSources)
        && (IsTakenBy(parameter, WholeRoutes)
            || parameter.Type.GetMembers("BindAsync").Length > 0
            || (TakesParts(endpoint) && HasProperty(parameter.Type, name)));

    /// <summary>A controller that is no API gives the properties of an object what the route says.</summary>
    private static bool TakesParts(Endpoint endpoint) =>
        endpoint.Container is INamedTypeSymbol type
        && !type.SelfAndBases().Any(static self => self.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name == "ApiControllerAttribute"));

    private static bool HasProperty(ITypeSymbol type, string name) =>
        type.SelfAndBases().SelectMany(static self => self.GetMembers()).OfType<IPropertySymbol>()
            .Any(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameter, where it stands in the file of the endpoint.</summary>
    private static Location PlaceOf(IParameterSymbol parameter, Endpoint endpoint) =>
        parameter.Locations.FirstOrDefault(place => place.SourceTree == endpoint.Syntax.SyntaxTree) ?? endpoint.Place;
}
