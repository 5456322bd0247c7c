using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A method that is told whose thing it may reach, and finds the thing by its id alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncomparedOwner() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0318",
        title: "A method takes an owner and never compares it",
        messageFormat: "'{0}' takes '{1}' and finds the '{2}' by '{3}' alone, so anyone who knows an id reaches what "
            + "belongs to others (IDOR); compare '{4}' with '{1}' as well",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A method that takes the id of a user, member or tenant and compares it with nothing makes its "
            + "callers believe that they reach only what belongs to them.",
        alsoKnownAs: "IDOR, BOLA, insecure direct object reference",
        cwe: [639]);

    /// <summary>What one may call somebody to whom things belong; in one program they are the same.</summary>
    private static readonly ImmutableHashSet<string> Persons = WordSet.Of(
        "account author creator customer holder member owner patient student subscriber user");

    private static readonly ImmutableHashSet<string> Parties = WordSet.Of(
        "company household organisation organization org tenant workspace");

    private static readonly ImmutableHashSet<string> Askers = WordSet.Of("caller current my requester requesting");

    /// <summary>Words of methods and types that are meant to reach everything, or only to note who was it.</summary>
    private static readonly ImmutableHashSet<string> Overseers = WordSet.Of(
        "admin administration administrator all any audit audited background every global internal job moderation",
        "moderator office operator public shared staff support system");

    private static readonly ImmutableHashSet<string> KeyWords = WordSet.Of("guid id key number reference slug");

    /// <summary>How far a value is followed to who is asking.</summary>
    private const int Steps = 4;

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationBlockAction(Judge);
    }

    private static void Judge(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.Length: > 1 } method
            || !method.Parameters.Any(IsOwner)
            || IsOverseer(method)
            || !IgnoredParameters.MayBeIn(method))
            return;

        foreach (var owner in method.Parameters.Where(IsOwner))
            if (IgnoredParameters.IsReadNowhere(owner, method, context)
                && LookupBeside(owner, method, context.OperationBlocks) is { } lookup
                && IsLeftToMethod(lookup, method, context.Compilation)
                && IsPromised(lookup, method, context.Compilation))
                Report(context, method, lookup);
    }

    /// <summary>Where a thing is found by its id.</summary>
    /// <param name="Owner">The parameter that says whose it has to be.</param>
    /// <param name="Place">The predicate or the call that finds it.</param>
    /// <param name="Key">The parameter that it is found by.</param>
    /// <param name="Property">What would have to be compared.</param>
    private sealed record Lookup(
        IParameterSymbol Owner, SyntaxNode Place, IParameterSymbol Key, IPropertySymbol Property);

    private static Lookup? LookupBeside(
        IParameterSymbol owner, IMethodSymbol method, ImmutableArray<IOperation> blocks)
    {
        var operations = blocks.SelectMany(static block => block.Descendants()).ToList();
        foreach (var operation in operations.OrderBy(static one => one is not IAnonymousFunctionOperation))
            if (RowOf(operation) is { } row
                && OwnerIn(row, owner.Name) is { } property
                && KeyIn(operation, owner) is { } key
                && !operations.Exists(other => other is IPropertyReferenceOperation { Property.Name: var name }
                    && name == property.Name))
                return new(owner, operation.Syntax, key, property);
        return null;
    }

    /// <summary>The type of what a predicate chooses, or of what a call gives.</summary>
    private static INamedTypeSymbol? RowOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation { Symbol.Parameters: { Length: 1 } rows } => rows[0].Type as INamedTypeSymbol,
        IInvocationOperation { Type: { } given } => Tasks.Unwrap(given) as INamedTypeSymbol,
        _ => null,
    };

    /// <summary>The member of a row that holds what such a parameter names.</summary>
    private static IPropertySymbol? OwnerIn(INamedTypeSymbol row, string owner)
    {
        if (row is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsAnonymousType: false }) return null;

        var kin = KinOf(owner);
        return row.SelfAndBases().SelectMany(static type => type.GetMembers()).OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false }
                && (string.Equals(property.Name, owner, StringComparison.OrdinalIgnoreCase)
                    || (kin is not null && KinOf(property.Name) == kin)))
            .OrderByDescending(property => string.Equals(property.Name, owner, StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault();
    }

    /// <summary>
    /// <c>userId</c>, <c>memberId</c>, <c>currentUserId</c>, <c>tenantId</c>; asked of all parameters there are, and
    /// most have no such letters.
    /// </summary>
    private static bool IsOwner(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None
        && parameter.Name.IndexOf("id", StringComparison.OrdinalIgnoreCase) >= 0
        && (parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String)
        && KinOf(parameter.Name) is not null;

    /// <summary>The words that mean the same as what a name says; null where it names no owner.</summary>
    private static ImmutableHashSet<string>? KinOf(string name) => Words.Of(name) switch
    {
        [var who, "id"] => KinOfWord(who),
        [var asking, var who, "id"] when Askers.Contains(asking) => KinOfWord(who),
        _ => null,
    };

    private static ImmutableHashSet<string>? KinOfWord(string who) =>
        Persons.Contains(who) ? Persons : Parties.Contains(who) ? Parties : null;

    /// <summary>Another id that a lookup is given.</summary>
    private static IParameterSymbol? KeyIn(IOperation lookup, IParameterSymbol owner) =>
        lookup.Descendants().OfType<IParameterReferenceOperation>()
            .Select(static reference => reference.Parameter)
            .FirstOrDefault(parameter =>
                !SymbolEqualityComparer.Default.Equals(parameter, owner)
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, owner.ContainingSymbol)
                && Words.Of(parameter.Name) is { Length: > 0 } words
                && KeyWords.Contains(words[^1])
                && KinOf(parameter.Name) is null);

    private static bool IsOverseer(IMethodSymbol method) =>
        Words.StemsOf(method.Name).Concat(Words.StemsOf(method.ContainingType.Name)).Any(Overseers.Contains);

    /// <summary>
    /// No filter of the model compares the owner in every query, no caller compares it before or afterwards, and the
    /// method is not itself what a request is answered by: there a route says more than is needed.
    /// </summary>
    private static bool IsLeftToMethod(Lookup lookup, IMethodSymbol method, Compilation compilation) =>
        !Calls.Of(compilation).To("HasQueryFilter").Any()
        && !AnswersRequest(method, compilation)
        && !Passed.CallsOf(method, compilation).Any(call => IsOverseen(call) || IsCompared(call, lookup));

    private static bool AnswersRequest(IMethodSymbol method, Compilation compilation) =>
        WebApplication.Of(compilation) is { IsPossible: true } application
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax
        && application.AnsweredBy(syntax) is not null;

    private static bool IsOverseen(IInvocationOperation call) =>
        Bodies.MemberAround(call) is { ContainingType: { } type } caller
        && Words.StemsOf(caller.Name).Concat(Words.StemsOf(type.Name)).Any(Overseers.Contains);

    /// <summary>The caller looks at the owner of what it gets, or has asked about the id before.</summary>
    private static bool IsCompared(IInvocationOperation call, Lookup lookup)
    {
        var key = ArgumentFor(call, lookup.Key);
        return call.Root().Descendants().Any(operation => operation switch
        {
            IPropertyReferenceOperation property =>
                SymbolEqualityComparer.Default.Equals(property.Property.OriginalDefinition, lookup.Property),
            IInvocationOperation other when other != call =>
                key is not null
                && LogCalls.LoudnessOf(other) is null
                && other.Syntax.SpanStart < call.Syntax.SpanStart
                && !other.Syntax.Span.Contains(call.Syntax.Span)
                && other.Arguments.Length > 1
                && other.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(
                    Values.SymbolOf(argument.Value), key)),
            _ => false,
        });
    }

    private static ISymbol? ArgumentFor(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } given
            ? Values.SymbolOf(given.Value)
            : null;

    /// <summary>The name of the method says whose the thing has to be, or those who call it do.</summary>
    private static bool IsPromised(Lookup lookup, IMethodSymbol method, Compilation compilation) =>
        SaysWhose(method, lookup.Owner)
        || IsOfCaller(lookup.Owner, method, compilation, Trail.OfSteps(Steps));

    private static void Report(OperationBlockAnalysisContext context, IMethodSymbol method, Lookup lookup) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            lookup.Place.GetLocation(),
            method.Name,
            lookup.Owner.Name,
            lookup.Property.ContainingType.Name,
            lookup.Key.Name,
            lookup.Property.Name));

    /// <summary><c>GetForMember(id, memberId)</c>.</summary>
    private static bool SaysWhose(IMethodSymbol method, IParameterSymbol owner)
    {
        var words = Words.Of(method.Name);
        var place = words.IndexOf("for");
        return place >= 0 && place + 1 < words.Length && Words.Of(owner.Name).Contains(words[place + 1]);
    }

    /// <summary>Every caller in sight passes the id of who is asking, or one that it was given as such.</summary>
    private static bool IsOfCaller(
        IParameterSymbol parameter, IMethodSymbol method, Compilation compilation, Trail trail) =>
        trail.TryPass(parameter, out var further)
        && Passed.To(parameter, method, compilation) is { Count: > 0 } values
        && values.TrueForAll(value => OwnedEntities.IsCaller(value)
            || (value.Unconverted() is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol
                { MethodKind: MethodKind.Ordinary } outer } given }
                && IsOfCaller(given, outer, compilation, further)));
}
