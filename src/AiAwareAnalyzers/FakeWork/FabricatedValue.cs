using System.Collections.Concurrent;
using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A made-up value in data that leaves the function, with a confession beside it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FabricatedValue() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0602",
        title: "A made-up value is used as a real one",
        messageFormat: "'{0}' is made up (\"{1}\") and leaves {2} as if it were real; read the real value, or throw "
            + "'NotImplementedException' until there is one",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that was made up, as the words beside it admit, looks like any other once it is "
            + "returned, sent or stored.",
        alsoKnownAs: "mock data in production, fabricated data");

    /// <summary>Functions whose names tell their callers that the values are made up.</summary>
    private static readonly ImmutableHashSet<string> Honest = WordSet.Of(
        "sample mock fake demo example dummy test seed placeholder default simulate simulated stub fallback template",
        "random hardcoded");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var stubs = new Stubs(start.Compilation, start.Options);
        var efforts = Efforts.Of(start.Compilation);
        var admitted = new ConcurrentDictionary<SyntaxNode, Confession?>();
        start.RegisterOperationAction(
            context => Judge(context, stubs, efforts, admitted),
            OperationKind.Return,
            OperationKind.YieldReturn,
            OperationKind.SimpleAssignment,
            OperationKind.VariableDeclarator);
    }

    private static void Judge(
        OperationAnalysisContext context,
        Stubs stubs,
        Efforts efforts,
        ConcurrentDictionary<SyntaxNode, Confession?> admitted)
    {
        if (ValueOf(context.Operation) is not { } value || ElementOf(context.Operation) is not { } element) return;
        if (ConfessionOf(context, element, efforts, admitted) is not { } confession || !MadeUpValues.Is(value)) return;
        if (IsChosenInTable(context.Operation, value, confession) || TellsItself(value, confession)) return;

        var function = Bodies.Around(context.Operation);
        if (IsData(function)) return;

        var effort = efforts.Of(function);
        if (IsConstantAnswer(context.Operation, value, effort)
            || IsPartOfMadeUpAnswer(context.Operation, effort)
            || IsPartOfReturned(context.Operation)
            || SaysThatItFailed(value, context.Compilation)
            || !EscapingValues.Leaves(value))
            return;
        if (IsHonest(context.ContainingSymbol, function) || stubs.Of(function, context.ContainingSymbol) is not null)
            return;

        context.Report(
            Diagnostic.Create(
                Descriptor,
                value.Syntax.GetLocation(),
                Quote.Of(value.Syntax),
                confession.Text,
                Bodies.Named(function, context.ContainingSymbol)));
    }

    /// <summary>What a field or property begins with is seldom the answer to a question.</summary>
    private static bool IsData(IOperation body) => body is IFieldInitializerOperation or IPropertyInitializerOperation;

    /// <summary>
    /// What is admitted beside the value, by the name of its local, or anywhere in a function that does nothing but
    /// answer it.
    /// </summary>
    /// <remarks>A function is read once, however many values it returns.</remarks>
    private static Confession? ConfessionOf(
        OperationAnalysisContext context,
        SyntaxNode element,
        Efforts efforts,
        ConcurrentDictionary<SyntaxNode, Confession?> admitted)
    {
        var admissions = FakeWorkOptions.Admitting.In(element.SyntaxTree, context.Options, context.Compilation);
        if (Invented(Confessions.Beside(element, admissions)) is { } beside) return beside;
        if (context.Operation is IVariableDeclaratorOperation declarator)
            return Confessions.OfValueName(declarator.Symbol.Name);
        if (context.Operation is not IReturnOperation) return null;

        var function = Bodies.Around(context.Operation);
        return efforts.Of(function) is { IsNone: true, IsHonest: false } effort
            ? admitted.GetOrAdd(
                function.Syntax, syntax => Invented(Confessions.OfFunction(syntax, "", effort, admissions)))
            : null;
    }

    private static IOperation? ValueOf(IOperation operation) => operation switch
    {
        IReturnOperation answer => answer.ReturnedValue,
        ISimpleAssignmentOperation assignment => assignment.Value,
        IVariableDeclaratorOperation { Symbol.IsConst: false } declarator => declarator.GetVariableInitializer()?.Value,
        _ => null,
    };

    /// <summary>The piece of code beside which a comment speaks about the value.</summary>
    private static SyntaxNode? ElementOf(IOperation operation) =>
        operation is ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }
            ? operation.Syntax
            : operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(static node =>
                node is StatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax);

    private static Confession? Invented(Confession? confession) =>
        confession?.Admits(Admission.Missing | Admission.Invented) == true ? confession : null;

    /// <summary>
    /// One of the names that there are, in a row of a table of constants: what is missing there is said of the model,
    /// and not of the value.
    /// </summary>
    private static bool IsChosenInTable(IOperation operation, IOperation value, Confession confession) =>
        !confession.Admits(Admission.Invented)
        && value.Settled() is IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum }
        && operation.Parent?.Parent is IObjectCreationOperation row
        && row.User() is { } user
        && (user is IInvocationOperation { IsImplicit: true } add ? add.Parent : user) is { } table
        && (table is IArrayInitializerOperation or IObjectOrCollectionInitializerOperation
            || table.Kind == NewerSyntax.CollectionExpression)
        && table.ChildOperations.Skip(1).Any();

    /// <summary>A result without data, whose own text tells the caller what is missing.</summary>
    private static bool TellsItself(IOperation value, Confession confession) =>
        value.Settled() is IObjectCreationOperation made
        && made.Descendants()
            .Where(static part => part.ConstantValue is { HasValue: true, Value: not null }
                && part is { IsImplicit: false, Parent: not IArrayCreationOperation })
            .Select(static part => part.ConstantText())
            .ToList() is { Count: > 0 } constants
        && constants.TrueForAll(text => text is not null && Quote.Of(Prose.Bare(text)) == confession.Text);

    /// <summary>Whatever its variable is called, an object that says that it failed claims nothing.</summary>
    private static bool SaysThatItFailed(IOperation value, Compilation compilation) =>
        ResultTypes.Of(compilation).SayingOf(value) == ResultTypes.Saying.Failure;

    /// <summary>A flag that a function answers is no data; what it promises is the business of other rules.</summary>
    private static bool IsConstantAnswer(IOperation operation, IOperation value, Effort effort) =>
        operation is IReturnOperation
        && value.Settled().ConstantValue is { HasValue: true, Value: bool }
        && effort.IsNone;

    /// <summary>The whole answer is reported once, not its parts.</summary>
    private static bool IsPartOfMadeUpAnswer(IOperation operation, Effort effort) =>
        operation is not IReturnOperation
        && effort is { IsNone: true, IsHonest: false }
        && effort.Answers.LastOrDefault() is { } answer
        && MadeUpValues.Is(answer);

    /// <summary><c>return Ok(new { done = true });</c>: the comment beside it speaks of all that is returned.</summary>
    private static bool IsPartOfReturned(IOperation operation) =>
        operation.Parent is IAnonymousObjectCreationOperation
        && operation.Ancestors().OfType<IReturnOperation>().FirstOrDefault() is { ReturnedValue: { } answer }
        && MadeUpValues.Is(answer);

    private static bool IsHonest(ISymbol member, IOperation function) =>
        StandIns.Contain(member.ContainingType)
        || Words.Of(member.Name).Any(Honest.Contains)
        || (function is ILocalFunctionOperation local && Words.Of(local.Symbol.Name).Any(Honest.Contains));
}
