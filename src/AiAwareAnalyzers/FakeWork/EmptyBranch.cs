using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A branch in which nothing stands but the admission that something should, and success after it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyBranch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0603",
        title: "A branch holds only the admission that its work is missing",
        messageFormat: "This '{0}' does nothing but say so (\"{1}\"), and {2} goes on as if it had worked; do the work, or throw 'NotImplementedException' here",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A branch with nothing in it but the admission that its work is missing lets the cases that reach it pass as if they had been handled.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var stubs = new Stubs(start.Compilation, start.Options);
        start.RegisterOperationAction(
            context =>
            {
                foreach (var (keyword, branch, statements) in BranchesOf(context.Operation))
                    Judge(context, stubs, keyword, branch, statements);
            },
            OperationKind.Conditional, OperationKind.SwitchCase, OperationKind.Loop);
    }

    /// <summary>The branches of a statement that do nothing, each with the word that opens it.</summary>
    private static IEnumerable<(SyntaxToken Keyword, SyntaxNode Branch, ImmutableArray<IOperation> Statements)> BranchesOf(IOperation operation)
    {
        switch (operation)
        {
            case IConditionalOperation { Syntax: IfStatementSyntax statement } choice:
                if (IsIdle(choice.WhenTrue)) yield return (statement.IfKeyword, statement.Statement, Statements(choice.WhenTrue));
                if (statement.Else is { } otherwise && IsIdle(choice.WhenFalse)) yield return (otherwise.ElseKeyword, otherwise.Statement, Statements(choice.WhenFalse!));
                break;
            case ISwitchCaseOperation { Syntax: SwitchSectionSyntax section } branch when branch.Body.All(IsIdleStatement):
                yield return (section.Labels[0].Keyword, section, branch.Body);
                break;
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } repeated when IsIdle(repeated.Body):
                yield return (loop.ForEachKeyword, loop.Statement, Statements(repeated.Body));
                break;
        }
    }

    private static bool IsIdle(IOperation? branch) => branch is IBlockOperation block && block.Operations.All(IsIdleStatement);

    private static ImmutableArray<IOperation> Statements(IOperation block) => ((IBlockOperation)block).Operations;

    /// <summary>It leaves the switch, or tells a log that nobody is alarmed by.</summary>
    private static bool IsIdleStatement(IOperation statement) => statement switch
    {
        IEmptyOperation or IBranchOperation { BranchKind: BranchKind.Break } => true,
        IBlockOperation block => block.Operations.All(IsIdleStatement),
        IExpressionStatementOperation { Operation: IInvocationOperation call } => LogCalls.LoudnessOf(call) == Loudness.Quiet,
        _ => false,
    };

    private static void Judge(OperationAnalysisContext context, Stubs stubs, SyntaxToken keyword, SyntaxNode branch, ImmutableArray<IOperation> statements)
    {
        if (branch.ContainsDirectives || Admitted(context, branch, statements) is not { } confession) return;

        var function = Functions.Around(context.Operation);
        if (!SucceedsAfter(context.Operation) || StandIns.Contain(context.ContainingSymbol.ContainingType) || stubs.Of(function, context.ContainingSymbol) is not null) return;

        context.ReportDiagnostic(Diagnostic.Create(Descriptor, keyword.GetLocation(), keyword.ValueText, confession.Text, Functions.Named(function, context.ContainingSymbol)));
    }

    /// <summary>What stands in the branch: a comment, or the text of a log call.</summary>
    private static Confession? Admitted(OperationAnalysisContext context, SyntaxNode branch, ImmutableArray<IOperation> statements)
    {
        var admissions = FakeWorkOptions.Admitting.In(branch.SyntaxTree, context.Options, context.Compilation);
        var comments = branch.DescendantTrivia().Where(comment => Confessions.IsComment(comment) && branch.Span.Contains(comment.Span)).Select(static comment => comment.ToString());
        var texts = statements.SelectMany(Operations.Own).Select(static part => part.ConstantValue is { HasValue: true, Value: string text } ? text : "");
        return comments.Concat(texts).Select(admissions.In).FirstOrDefault(static confession => confession is not null);
    }

    /// <summary>Whether the statements behind lead to an end that is no refusal.</summary>
    private static bool SucceedsAfter(IOperation statement)
    {
        for (var current = statement; current.Parent is { } parent; current = parent)
        {
            if (parent is IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
            if (parent is not IBlockOperation block) continue;
            foreach (var next in block.Operations.Skip(block.Operations.IndexOf(current) + 1))
                if (next is IReturnOperation answer) return answer.ReturnedValue is not { } value || !IsRefusal(value);
                else if (!Operations.CanComplete(next)) return false;
        }

        return true;
    }

    private static bool IsRefusal(IOperation value) => EmptyValues.Inside(value) is var inner
        && (inner.ConstantValue is { HasValue: true, Value: null or false } || inner is IThrowOperation or IInvocationOperation { TargetMethod.Name: "NotFound" or "BadRequest" or "Fail" or "Failure" or "Problem" or "FromException" });
}
