using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A member of a just deserialized object, used as if the text could not lack it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeserializedNull() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0905",
        title: "A member of a deserialized object is used without a look",
        messageFormat: "'{0}' is null when {1} does not contain it, whatever its type says, and {2} throws a "
            + "NullReferenceException; "
            + "ask for null first, or make '{3}' required so that reading fails with its name",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Deserializing leaves null in every member that the text does not mention, also where the type "
            + "says that it cannot be null.",
        alsoKnownAs: "null dereference, NullReferenceException, missing JSON property",
        cwe: [476]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            LookInBodies(start, Findings, OperationKind.Invocation);
    }

    private static IEnumerable<Diagnostic> Findings(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Deserialized.SourceOf(call) is not { } source) yield break;

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var member in MembersOf(call))
            if (seen.Add(member.Property)
                && Throws(member)
                && !Rescue.IsOnEveryWay(member, context.Compilation, "NullReferenceException", "ArgumentNullException"))
                yield return Diagnostic.Create(
                    Descriptor,
                    member.Syntax.GetLocation(),
                    NameOf(member),
                    source,
                    UserOf(member),
                    member.Property.Name);
    }

    /// <summary>
    /// The members that are read of what a call makes, at once or through the local that keeps it, in the order of the
    /// text.
    /// </summary>
    private static IEnumerable<IPropertyReferenceOperation> MembersOf(IInvocationOperation call)
    {
        var local = Holder.BehindFallback(call);
        return OperationTree.Around(call)
            .OfType<IPropertyReferenceOperation>()
            .Where(member => member.Instance is { } instance && IsResult(Place.Inside(instance), call, local))
            .OrderBy(member => member.Syntax.SpanStart);
    }

    private static bool IsResult(IOperation value, IInvocationOperation call, ILocalSymbol? local) =>
        value == call || local is not null
            && value is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static bool Throws(IPropertyReferenceOperation member) =>
        Dereference.Needs(member)
        && AbsentMembers.Contain(member.Property)
        && !Rescue.Surrounds(member, "NullReferenceException", "ArgumentNullException")
        && !(Place.Of(member) is { } place
            && (NullLooks.Exist(place, member) || NullLooks.AskAbout(place.Root, member)));

    private static string NameOf(IPropertyReferenceOperation member) =>
        Place.Inside(member.Instance!) is ILocalReferenceOperation local
            ? $"{local.Local.Name}.{member.Property.Name}"
            : member.Property.Name;

    private static string UserOf(IPropertyReferenceOperation member) => member.User() switch
    {
        IInvocationOperation call => $"'{call.TargetMethod.Name}'",
        IMemberReferenceOperation next => $"'{next.Member.Name}'",
        _ => "the loop",
    };
}
