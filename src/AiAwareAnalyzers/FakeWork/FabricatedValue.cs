using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A made-up value in data that leaves the function, with a confession beside it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FabricatedValue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0602",
        title: "A made-up value is handed out as a real one",
        messageFormat: "'{0}' is made up (\"{1}\") and leaves {2} as if it were real; read it from where it comes from, or throw 'NotImplementedException' until that is there",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that was made up, as the words beside it admit, looks like any other once it is returned, sent or stored.");

    /// <summary>Functions whose names tell their callers that the values are made up.</summary>
    private static readonly ImmutableHashSet<string> Honest = ImmutableHashSet.Create(
        StringComparer.Ordinal, "sample", "mock", "fake", "demo", "example", "dummy", "test", "seed", "placeholder", "default", "simulate", "simulated", "stub", "fallback", "template", "random", "hardcoded");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var stubs = new Stubs(start.Compilation, start.Options);
        var efforts = Efforts.Of(start.Compilation);
        start.RegisterOperationAction(context => Judge(context, stubs, efforts), OperationKind.Return, OperationKind.YieldReturn, OperationKind.SimpleAssignment, OperationKind.VariableDeclarator);
    }

    private static void Judge(OperationAnalysisContext context, Stubs stubs, Efforts efforts)
    {
        if (ValueOf(context.Operation) is not { } value || ElementOf(context.Operation) is not { } element) return;
        if (ConfessionOf(context, element, efforts) is not { } confession || !MadeUpValues.Is(value)) return;

        var function = Functions.Around(context.Operation);
        var effort = efforts.Of(function);
        if (IsConstantAnswer(context.Operation, value, effort) || IsPartOfMadeUpAnswer(context.Operation, effort) || !Departures.Leaves(value)) return;
        if (IsHonest(context.ContainingSymbol, function) || stubs.Of(function, context.ContainingSymbol) is not null) return;

        context.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), Quote.Of(value.Syntax), confession.Text, Functions.Named(function, context.ContainingSymbol)));
    }

    /// <summary>What is admitted beside the value, by the name of its local, or anywhere in a function that does nothing but answer it.</summary>
    private static Confession? ConfessionOf(OperationAnalysisContext context, SyntaxNode element, Efforts efforts)
    {
        var admissions = FakeWorkOptions.Admitting.In(element.SyntaxTree, context.Options, context.Compilation);
        if (Invented(Confessions.Beside(element, admissions)) is { } beside) return beside;
        if (context.Operation is IVariableDeclaratorOperation declarator) return Confessions.OfValueName(declarator.Symbol.Name);
        if (context.Operation is not IReturnOperation) return null;

        var function = Functions.Around(context.Operation);
        return efforts.Of(function) is { IsNone: true, IsHonest: false } effort ? Invented(Confessions.OfFunction(function.Syntax, "", effort, admissions)) : null;
    }

    private static IOperation? ValueOf(IOperation operation) => operation switch
    {
        IReturnOperation answer => answer.ReturnedValue,
        ISimpleAssignmentOperation assignment => assignment.Value,
        IVariableDeclaratorOperation { Symbol.IsConst: false } declarator => declarator.GetVariableInitializer()?.Value,
        _ => null,
    };

    /// <summary>The piece of code beside which a comment speaks about the value.</summary>
    private static SyntaxNode? ElementOf(IOperation operation) => operation is ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }
        ? operation.Syntax
        : operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(static node => node is StatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax);

    private static Confession? Invented(Confession? confession) => confession?.Admits(Admission.Missing | Admission.Invented) == true ? confession : null;

    /// <summary>A flag that a function answers is no data; what it promises is the business of other rules.</summary>
    private static bool IsConstantAnswer(IOperation operation, IOperation value, Effort effort) =>
        operation is IReturnOperation && EmptyValues.Inside(value).ConstantValue is { HasValue: true, Value: bool } && effort.IsNone;

    /// <summary>The whole answer is reported once, not its parts.</summary>
    private static bool IsPartOfMadeUpAnswer(IOperation operation, Effort effort) =>
        operation is not IReturnOperation && effort is { IsNone: true, IsHonest: false } && effort.Answers.LastOrDefault() is { } answer && MadeUpValues.Is(answer);

    private static bool IsHonest(ISymbol member, IOperation function) =>
        StandIns.Contain(member.ContainingType)
        || Words.Of(member.Name).Any(Honest.Contains)
        || (function is ILocalFunctionOperation local && Words.Of(local.Symbol.Name).Any(Honest.Contains));
}
