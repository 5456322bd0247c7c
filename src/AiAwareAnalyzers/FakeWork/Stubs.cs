using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>What is wrong with a function that does nothing, the gravest first.</summary>
internal enum StubKind
{
    /// <summary>A check that passes whatever it is given.</summary>
    Check,

    /// <summary>Success without work, admitted.</summary>
    Success,
}

/// <summary>A function that does nothing and answers that all is well.</summary>
internal sealed record Stub(StubKind Kind, IMethodSymbol Function, Confession? Confession, Effort Effort)
{
    /// <summary>How a message speaks of it.</summary>
    public string Name => Function.MethodKind == MethodKind.LambdaMethod ? "This handler" : $"'{Function.Name}'";
}

/// <summary>Judges functions that do nothing: one function, one report.</summary>
internal sealed class Stubs
{
    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Efforts _efforts;
    private readonly Promises _promises;
    private readonly SuccessClaims _claims;

    public Stubs(Compilation compilation, AnalyzerOptions options)
    {
        _compilation = compilation;
        _options = options;
        _efforts = Efforts.Of(_compilation);
        _promises = Promises.Of(_compilation);
        _claims = SuccessClaims.Of(_compilation);
    }

    /// <summary>Reports the functions of one kind.</summary>
    public static void ReportEach(CompilationStartAnalysisContext start, StubKind kind, Func<Stub, Location, Diagnostic> report)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var stubs = new Stubs(start.Compilation, start.Options);
        start.RegisterOperationAction(
            context =>
            {
                if (stubs.Of(context.Operation, context.ContainingSymbol) is { } stub && stub.Kind == kind)
                    context.ReportDiagnostic(report(stub, PlaceOf(context.Operation, stub)));
            },
            OperationKind.MethodBody, OperationKind.LocalFunction, OperationKind.AnonymousFunction);
    }

    /// <summary>Judges a method, local function or lambda; null where nothing is wrong with it.</summary>
    public Stub? Of(IOperation function, ISymbol member)
    {
        var symbol = function switch
        {
            ILocalFunctionOperation local => local.Symbol,
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            _ => member as IMethodSymbol,
        };
        if (symbol is null || !CanBeStub(symbol) || _efforts.Of(function) is not { IsNone: true, IsHonest: false } effort) return null;
        if (StandIns.Contain(member.ContainingType)) return null;

        var admissions = FakeWorkOptions.Admitting.In(function.Syntax.SyntaxTree, _options, _compilation);
        var confession = Confessions.OfFunction(function.Syntax, NameOf(symbol), effort, admissions);
        return StubbedCheck.Holds(symbol, effort, confession, function.Syntax, _claims) ? new Stub(StubKind.Check, symbol, confession, effort)
            : confession is not null && SuccessWithoutWork.Holds(symbol, effort, confession, _promises.Of(symbol), _claims) ? new Stub(StubKind.Success, symbol, confession, effort)
            : null;
    }

    private static bool CanBeStub(IMethodSymbol symbol) =>
        symbol.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.LocalFunction or MethodKind.LambdaMethod
        && symbol.ContainingType is not { TypeKind: TypeKind.Interface };

    /// <summary>The simple name, also of an explicit implementation; a lambda has none.</summary>
    private static string NameOf(IMethodSymbol symbol) =>
        symbol.MethodKind == MethodKind.LambdaMethod ? "" : symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);

    /// <summary>The name of a function; of a lambda its answer.</summary>
    private static Location PlaceOf(IOperation function, Stub stub) =>
        function is IAnonymousFunctionOperation ? stub.Effort.Answers[stub.Effort.Answers.Count - 1].Syntax.GetLocation()
        : stub.Function.Locations.FirstOrDefault(place => place.SourceTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(place.SourceSpan)) ?? function.Syntax.GetLocation();
}
