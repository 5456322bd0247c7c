using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Judges functions that do nothing: one function, one report.</summary>
internal sealed class Stubs
{
    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Efforts _efforts;
    private readonly StubDefects _defects;

    public Stubs(Compilation compilation, AnalyzerOptions options)
    {
        _compilation = compilation;
        _options = options;
        _efforts = Efforts.Of(_compilation);
        _defects = new(_compilation);
    }

    /// <summary>Reports the functions with which this is wrong, and nothing graver.</summary>
    public static void ReportEach(
        CompilationStartAnalysisContext start, StubDefect defect, Func<Stub, Location, Diagnostic> report)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var stubs = new Stubs(start.Compilation, start.Options);
        start.RegisterOperationAction(
            context =>
            {
                if (stubs.Of(context.Operation, context.ContainingSymbol) is { } stub && stub.Defect == defect)
                    context.Report(report(stub, PlaceOf(context.Operation, stub)));
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
        if (symbol is null
            || !CanBeStub(symbol)
            || _efforts.Of(function) is not { IsNone: true, IsHonest: false } effort)
            return null;
        if (StandIns.Contain(member.ContainingType)) return null;

        var admissions = FakeWorkOptions.Admitting.In(function.Syntax.SyntaxTree, _options, _compilation);
        var confession = Confessions.OfFunction(function.Syntax, NameOf(symbol), effort, admissions)
            ?? Confessions.OfPause(effort)
            ?? LoggedClaims.Of(symbol, function.Syntax, effort)
            ?? LoggedClaims.OfMessage(symbol, function.Syntax, effort);
        if (confession is { Kind: Admission.Invented } && GuardMethods.Are(symbol, function)) return null;

        var stub = new Stub(symbol, function.Syntax, effort, confession);
        return _defects.Of(stub) is { } defect ? stub with { Defect = defect } : null;
    }

    private static bool CanBeStub(IMethodSymbol symbol) =>
        symbol.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            or MethodKind.LocalFunction or MethodKind.LambdaMethod
        && symbol.ContainingType is not { TypeKind: TypeKind.Interface };

    /// <summary>The simple name, also of an explicit implementation; a lambda has none.</summary>
    private static string NameOf(IMethodSymbol symbol) =>
        symbol.MethodKind == MethodKind.LambdaMethod ? "" : symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);

    /// <summary>The name of a function; of a lambda its answer.</summary>
    private static Location PlaceOf(IOperation function, Stub stub) =>
        function is IAnonymousFunctionOperation
        ? stub.Effort.Answers[^1].Syntax.GetLocation()
        : stub.Function.Locations.FirstOrDefault(place =>
            place.SourceTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(place.SourceSpan))
            ?? function.Syntax.GetLocation();
}
