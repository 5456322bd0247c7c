using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>
/// The result of a search used as if something were always found, where the compiler does not say so.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedLookup() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0906",
        title: "What was looked for is used without asking if it was found",
        messageFormat: "'{0}' gives null where nothing is found, and {1} then throws; ask for null first and answer "
            + "that it is missing",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A search that finds nothing gives null, and using that throws an exception that names neither "
            + "what was missing nor where.",
        alsoKnownAs: "null dereference, NullReferenceException, FirstOrDefault",
        cwe: [476],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Lookups.MayFindNothing(call) || FirstHarm(call, context.Compilation) is not { } use) return;
        if (Quoted.Holds(call)
            || Rescue.Surrounds(use, "NullReferenceException", "ArgumentNullException")
            || IsKnownToBeThere(call)
            || IssuedClaims.Of(context.Compilation).Contain(call))
            return;

        context.Report(Diagnostic.Create(
            Descriptor,
            CallPlaces.Of(call),
            Zones.Raised(Descriptor.DefaultSeverity, context),
            additionalLocations: null,
            properties: null,
            call.TargetMethod.Name,
            UserOf(use)));
    }

    /// <summary>
    /// The first use that throws: of the call itself, or of the local that keeps its result and that nobody looks at.
    /// </summary>
    private static IOperation? FirstHarm(IInvocationOperation call, Compilation compilation)
    {
        var isUnwarned = Dereference.IsForgiven(call) || Lookups.PromiseTooMuch(call);
        if (Throws(call) && (isUnwarned || Dereference.IsUnwarned(call))) return call;
        if (Holder.Of(call) is not { } local) return null;
        var uses = UsesOf(local, call, compilation);
        return uses.Find(use => Throws(use) && (isUnwarned || Dereference.IsUnwarned(use)))
                is { } harm
            && Place.Of(uses[0]) is { } place
            && !NullLooks.AskAbout(local, call)
            && !NullLooks.Exist(place, call)
            && !uses.Exists(Quoted.Holds)
            ? harm
            : null;
    }

    private static List<ILocalReferenceOperation> UsesOf(
        ILocalSymbol local, IInvocationOperation call, Compilation compilation) =>
        Locals.Around(call, compilation)
            .MentionsOf(local)
            .OfType<ILocalReferenceOperation>()
            .Where(reference => reference.Syntax.SpanStart > call.Syntax.SpanStart)
            .OrderBy(reference => reference.Syntax.SpanStart)
            .ToList();

    private static bool Throws(IOperation value) => Dereference.Needs(value) || IsRemoved(value);

    /// <summary><c>Remove(null)</c> throws in every context and set.</summary>
    private static bool IsRemoved(IOperation value) => value.Outermost().Parent is IArgumentOperation
    {
        Parent: IInvocationOperation { TargetMethod: { Name: "Remove" or "Update" or "Attach" or "Entry" or "Add",
            ContainingType.Name: "DbSet" or "DbContext" } },
    };

    private static string UserOf(IOperation use) => use.User() switch
    {
        IInvocationOperation call => $"'{call.TargetMethod.Name}'",
        IMemberReferenceOperation member => $"'{member.Member.Name}'",
        _ => "the loop",
    };

    /// <summary>Somebody asked the same source before, or it is a list that the program itself wrote down.</summary>
    private static bool IsKnownToBeThere(IInvocationOperation call)
    {
        var source = SourceOf(call);
        if (source is IFieldReferenceOperation { Field.IsStatic: true }
            or IPropertyReferenceOperation { Property.IsStatic: true })
            return true;
        if (source
            is IInvocationOperation
                { TargetMethod: {
                    Name: "GetTypes" or "GetMethods" or "GetProperties" or "GetConstructors" or "GetValues" } })
            return true;
        return Place.Of(source) is { } place
            && OperationTree.Around(call)
                .Any(operation => operation.Syntax.SpanStart < call.Syntax.SpanStart && Asks(operation, place));
    }

    /// <summary>What a chain of calls begins with.</summary>
    private static IOperation SourceOf(IInvocationOperation call)
    {
        IOperation source = call;
        while (source is IInvocationOperation link
            && (link.Instance ?? link.Arguments.FirstOrDefault()?.Value)?.Bare() is { } inner
            && Place.Of(link) is null) source = inner;
        return source;
    }

    private static bool Asks(IOperation operation, Place source) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var name } question =>
            (IsQuestion(name) || Lookups.MayFindNothing(question)) && source.IsReadBy(SourceOf(question)),
        IPropertyReferenceOperation { Property.Name: "Count" or "Length" } size =>
            size.Instance is { } list && source.IsReadBy(list),
        _ => false,
    };

    private static bool IsQuestion(string name) => name is
        "Any" or "AnyAsync" or "Exists" or "Contains" or "ContainsKey" or "All" or "Count" or "CountAsync"
        or "ExecuteUpdate" or "ExecuteUpdateAsync";
}
