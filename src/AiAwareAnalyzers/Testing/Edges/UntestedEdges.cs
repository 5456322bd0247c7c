using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Testing.Edges;

/// <summary>A branch of a method that none of its tests enters.</summary>
/// <param name="First">The first of the tests.</param>
/// <param name="Observation">What the method does, and when.</param>
/// <param name="Tests">How many tests there are.</param>
/// <param name="Passed">What one more would have to hand over.</param>
internal sealed record UntestedEdge(IMethodSymbol First, string Observation, int Tests, string Passed);

/// <summary>Which methods under test have a branch that no test of the compilation enters.</summary>
/// <remarks>
/// The body of a method is at hand where its tests stand beside it, and in an editor that has both projects open. A
/// build hands over assemblies: what is left there is that a method takes null.
/// </remarks>
internal sealed class UntestedEdges
{
    /// <summary>One example is no attempt at all cases.</summary>
    private const int FewestValues = 2;

    /// <summary>Where only the signature speaks, there have to be more.</summary>
    private const int FewestTests = 3;

    /// <summary>What tests are written with is no code under test.</summary>
    private static readonly ImmutableHashSet<string> OfTests = WordSet.Of(
        "test tests testing spec specs fixture fixtures fake stub mock dummy spy double builder helper helpers mother",
        "harness sample samples");

    private readonly Compilation _compilation;
    private readonly Once<IMethodSymbol, UntestedEdge?> _edges;
    private readonly Once<IMethodSymbol, ImmutableArray<Branch>> _branches;

    private UntestedEdges(Compilation compilation)
    {
        _compilation = compilation;
        _edges = new(Find);
        _branches = new(FindBranches);
    }

    public static UntestedEdges Of(Compilation compilation) => Facts.Of(compilation, static c => new UntestedEdges(c));

    /// <summary>
    /// The first of the method that is called; null where all are entered, or some value is not known. Other calls are
    /// looked for only where this one leaves it open.
    /// </summary>
    public UntestedEdge? Of(IInvocationOperation call)
    {
        var subject = call.TargetMethod.OriginalDefinition;
        return _edges.Has(subject) || LeavesOpen(call, subject) ? _edges.Of(subject) : null;
    }

    private bool LeavesOpen(IInvocationOperation call, IMethodSymbol subject) =>
        subject.DeclaringSyntaxReferences.IsEmpty
            ? subject.Parameters.Any(parameter =>
                TakesNull(parameter) && MayStayOut(call, parameter.Ordinal, static fed => fed.IsNull))
            : _branches.Of(subject).Any(branch => MayStayOut(call, branch.Parameter.Ordinal, branch.IsEntered));

    private static bool MayStayOut(IInvocationOperation call, int parameter, Func<Fed, bool?> isEntered)
    {
        if (call.Arguments.FirstOrDefault(passed => passed.Parameter?.Ordinal == parameter) is not { Value: var value })
            return false;
        return Spelled.Of(value) is { } fed
            ? isEntered(fed) == false
            : value.Bare() is ILocalReferenceOperation
                or IParameterReferenceOperation
                or IFieldReferenceOperation
                or IConditionalOperation;
    }

    private UntestedEdge? Find(IMethodSymbol subject) =>
        subject.DeclaringSyntaxReferences.IsEmpty ? InSignature(subject) : InBody(subject);

    private ImmutableArray<Branch> FindBranches(IMethodSymbol subject) =>
        !IsOfTests(subject) && SourceOf(subject) is { } body
            ? Branches.Of(subject, body, Locals.Around(body, _compilation)).ToImmutableArray()
            : ImmutableArray<Branch>.Empty;

    private static bool IsOfTests(IMethodSymbol subject) =>
        Words.Of(subject.ContainingType.Name).Any(OfTests.Contains)
        || Words.Of(subject.ContainingAssembly.Name).Any(OfTests.Contains);

    /// <summary>
    /// The body in this project, or in another that an editor has open beside it; most have no branch and are not
    /// bound.
    /// </summary>
    private IOperation? SourceOf(IMethodSymbol subject) =>
        Branches.MayBeIn(subject) && !IsCalledBeside(subject)
            ? ReturnValues.BodyOf(subject, HomeOf(subject))
            : null;

    private Compilation HomeOf(ISymbol subject) =>
        _compilation.GetMetadataReference(subject.ContainingAssembly) is CompilationReference reference
            ? reference.Compilation
            : _compilation;

    /// <summary>In another project, its own type may hand on to it what a test has passed.</summary>
    private bool IsCalledBeside(IMethodSymbol subject) =>
        HomeOf(subject) != _compilation && Mentions.SpelledLike(subject).Any();

    private UntestedEdge? InBody(IMethodSymbol subject)
    {
        var arrivals = Arrivals.Of(_compilation);
        foreach (var branch in _branches.Of(subject))
            if (arrivals.At(subject, branch.Parameter.Ordinal) is { Count: >= FewestValues } values
                && values.All(value => branch.IsEntered(value) == false))
                return TestsAbout(subject) is { Count: > 0 } tests
                    ? new(tests[0], $"{branch.Does} when {branch.Edge}", tests.Count, branch.Edge.Passed)
                    : null;
        return null;
    }

    /// <summary>Values come from all tests; those that only need an object do not have to try its edges.</summary>
    private List<IMethodSymbol> TestsAbout(IMethodSymbol subject) =>
        Arrivals.Of(_compilation).TestsOf(subject).Where(test => Aim.IsAt(test, subject)).ToList();

    /// <summary>In a build, a parameter that takes null says so itself.</summary>
    private UntestedEdge? InSignature(IMethodSymbol subject)
    {
        if (IsOfTests(subject) || subject.IsAbstract || IsGiven(subject)) return null;

        var arrivals = Arrivals.Of(_compilation);
        foreach (var parameter in subject.Parameters)
            if (TakesNull(parameter)
                && arrivals.At(subject, parameter.Ordinal) is { } values
                && values.All(static value => !value.IsNull))
                return TestsAbout(subject) is { Count: >= FewestTests } tests
                    && tests.All(test => Solutions.AreOne(test, subject))
                        ? new(tests[0], $"takes null for '{parameter.Name}'", tests.Count, "null")
                        : null;
        return null;
    }

    /// <summary>A signature that a library prescribes says nothing about the one method.</summary>
    private static bool IsGiven(IMethodSymbol subject) =>
        subject.IsOverride
        || subject.ContainingType.AllInterfaces
            .Where(contract => !Solutions.AreOne(contract, subject))
            .SelectMany(contract => contract.GetMembers(subject.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(
                subject.ContainingType.FindImplementationForInterfaceMember(member), subject));

    /// <summary>A text or a value that may be left out; where it is optional, that is the usual case.</summary>
    private static bool TakesNull(IParameterSymbol parameter) =>
        parameter is { IsOptional: false, RefKind: RefKind.None }
        && (parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || parameter is
            {
                Type.SpecialType: SpecialType.System_String,
                NullableAnnotation: NullableAnnotation.Annotated,
            });
}
