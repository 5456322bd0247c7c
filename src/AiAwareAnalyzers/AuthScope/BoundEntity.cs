using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A request that becomes a row as it is: its sender sets members that nobody meant to open.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BoundEntity() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0311",
        title: "A request is bound to a database entity and saved whole",
        messageFormat: "'{0}' comes from the request and is saved as it is (mass assignment), so callers of '{1}' "
            + "also set {2} of '{3}'; bind a request type with the members that callers may choose, and copy them",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A request that is bound to a database entity and saved whole lets its sender set every member "
            + "of the row, also those that no form shows.",
        alsoKnownAs: "mass assignment, overposting, BOPLA",
        cwe: [915]);

    private static readonly ImmutableHashSet<string> StoringVerbs = WordSet.Of(
        "add create edit insert merge modify post put register save store update upsert");

    private const int MostNames = 3;

    private protected override void Start(CompilationStartAnalysisContext start) =>
        EndpointVisit.Register(start, Judge);

    private static void Judge(EndpointVisit visit)
    {
        if (visit.Endpoint is not { IsWrite: true, IsForEverybody: false }
            || Oversight.Is(visit.Endpoint)
            || HandlerFunction.Of(visit.Endpoint, visit.Compilation) is not { } function)
            return;

        foreach (var bound in Bound(function, visit.Endpoint))
            if (TypeOf(bound) is { } type
                && OpenMembers(bound, type, function, visit.Compilation) is { Count: > 0 } open)
                Report(visit, bound, type, open);
    }

    private static IEnumerable<ISymbol> Bound(HandlerFunction function, Endpoint endpoint) =>
        function.Method.Parameters.Where(RequestValues.MayBeBound)
            .Concat<ISymbol>(RequestValues.DeserializedIn(function.Body))
            .Concat(RequestValues.BoundPropertiesOf(endpoint.Container as INamedTypeSymbol));

    private static INamedTypeSymbol? TypeOf(ISymbol bound) =>
        Knowledge.Symbols.TypeNames.TypeOf(bound)
            is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsAnonymousType: false } type
            ? type
            : null;

    /// <summary>
    /// What the sender can set and nobody looks at on the way; null where the object is not saved as it is.
    /// </summary>
    private static List<string>? OpenMembers(
        ISymbol bound, INamedTypeSymbol type, HandlerFunction function, Compilation compilation)
    {
        var members = GuardedMembers.Of(type, StoredTypes.Of(compilation).AreStamped(type));
        if (members.Count == 0) return null;

        var isSaved = false;
        var looked = new HashSet<string>();
        foreach (var stop in Journey.Of(bound, function.Body, compilation))
        {
            isSaved |= IsSaved(stop, type, compilation);
            if (stop.Mention.Parent is IPropertyReferenceOperation member && IsSetOrCompared(member))
                looked.Add(member.Property.Name);
        }

        var chosen = RequestValues.NamesBoundTo(bound);
        return isSaved
            ? members.Select(member => member.Name)
                .Where(name => !looked.Contains(name) && (chosen.IsEmpty || chosen.Contains(name)))
                .Distinct()
                .ToList()
            : null;
    }

    private static bool IsSaved(Stop stop, ITypeSymbol type, Compilation compilation) =>
        !stop.IsHandedOn
        && (StoreCalls.Of(compilation).Takes(stop.Mention)
            || (IsHandedToStorage(stop.Mention) && StoredTypes.Of(compilation).Contain(type)));

    /// <summary>A row that another project stores: its service or repository is told to.</summary>
    private static bool IsHandedToStorage(IOperation mention) =>
        mention.Outermost().Parent
            is IArgumentOperation { Parent: IInvocationOperation { Instance.Type: { } service } call }
        && Changes.IsService(service)
        && Words.StemsOf(call.TargetMethod.Name) is { Length: > 0 } words
        && StoringVerbs.Contains(words[0]);

    private static bool IsSetOrCompared(IPropertyReferenceOperation member) => Values.UserOf(member) switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == member,
        IBinaryOperation or IIsPatternOperation => true,
        _ => false,
    };

    private static void Report(EndpointVisit visit, ISymbol bound, INamedTypeSymbol type, List<string> open) =>
        visit.Report(Diagnostic.Create(
            Descriptor,
            RequestValues.PlaceOf(bound, visit.Endpoint),
            bound.Name,
            visit.Endpoint.Name,
            Named(open),
            type.Name));

    private static string Named(List<string> members)
    {
        var quoted = members.Take(MostNames).Select(name => $"'{name}'").ToList();
        if (members.Count > MostNames) return $"{string.Join(", ", quoted)} and {members.Count - MostNames} more";
        return quoted.Count == 1
            ? quoted[0]
            : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} and {quoted[^1]}";
    }
}
