using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>A branch that does nothing and admits it, in a function that goes on as if it had worked.</summary>
/// <param name="Keyword">The word that opens it.</param>
/// <param name="Branch">All of it.</param>
/// <param name="Confession">What it admits.</param>
/// <param name="Function">The function around it.</param>
internal sealed record IdleBranch(SyntaxToken Keyword, SyntaxNode Branch, Confession Confession, IOperation Function);

/// <summary>Finds branches in which nothing stands but an admission.</summary>
internal sealed class IdleBranches(Compilation compilation, AnalyzerOptions options, Stubs stubs)
{
    /// <summary>The idle branches of one statement.</summary>
    public IEnumerable<IdleBranch> Of(IOperation statement, ISymbol member)
    {
        foreach (var (keyword, branch, statements) in BranchesOf(statement))
        {
            if (branch.ContainsDirectives || Admitted(branch, statements) is not { } confession) continue;

            var function = Bodies.Around(statement);
            if (SucceedsAfter(statement)
                && !StandIns.Contain(member.ContainingType)
                && stubs.Of(function, member) is null)
                yield return new(keyword, branch, confession, function);
        }
    }

    /// <summary>All those of a function, for rules whose finding has the same cause.</summary>
    public IEnumerable<IdleBranch> In(IOperation function, ISymbol member) =>
        Bodies.Own(function)
            .Where(static statement => statement is IConditionalOperation or ISwitchCaseOperation or ILoopOperation)
            .SelectMany(statement => Of(statement, member));

    /// <summary>
    /// The branches of a statement that do nothing, each with the word that opens it; who asks whether a log is
    /// switched on has only a log line to leave out.
    /// </summary>
    private static IEnumerable<(
        SyntaxToken Keyword, SyntaxNode Branch, ImmutableArray<IOperation> Statements)> BranchesOf(
        IOperation operation)
    {
        switch (operation)
        {
            case IConditionalOperation { Condition: IInvocationOperation { TargetMethod.Name: "IsEnabled" } }:
                break;
            case IConditionalOperation { Syntax: IfStatementSyntax statement } choice:
                if (IsIdle(choice.WhenTrue))
                    yield return (statement.IfKeyword, statement.Statement, Statements(choice.WhenTrue));
                if (statement.Else is { } otherwise && IsIdle(choice.WhenFalse))
                    yield return (otherwise.ElseKeyword, otherwise.Statement, Statements(choice.WhenFalse!));
                break;
            case ISwitchCaseOperation { Syntax: SwitchSectionSyntax section } branch
                when branch.Body.All(IsIdleStatement):
                yield return (section.Labels[0].Keyword, section, branch.Body);
                break;
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } repeated
                when IsIdle(repeated.Body):
                yield return (loop.ForEachKeyword, loop.Statement, Statements(repeated.Body));
                break;
        }
    }

    private static bool IsIdle(IOperation? branch) =>
        branch is IBlockOperation block && block.Operations.All(IsIdleStatement);

    private static ImmutableArray<IOperation> Statements(IOperation block) => ((IBlockOperation)block).Operations;

    /// <summary>It leaves the switch, waits for nothing, or tells a log that nobody is alarmed by.</summary>
    private static bool IsIdleStatement(IOperation statement) => statement switch
    {
        _ when CallStack.IsNearlyFull => false,
        IEmptyOperation or IBranchOperation { BranchKind: BranchKind.Break } => true,
        IBlockOperation block => block.Operations.All(IsIdleStatement),
        IExpressionStatementOperation { Operation: IInvocationOperation call } =>
            LogCalls.LoudnessOf(call) == Loudness.Quiet,
        IExpressionStatementOperation { Operation: IAwaitOperation awaited } =>
            PointlessAwaits.IsPlayed(awaited, delays: true),
        _ => false,
    };

    /// <summary>What stands in the branch: a comment, or the text of a log call.</summary>
    private Confession? Admitted(SyntaxNode branch, ImmutableArray<IOperation> statements)
    {
        var admissions = FakeWorkOptions.Admitting.In(branch.SyntaxTree, options, compilation);
        var comments = branch.DescendantTrivia()
            .Where(comment => Confessions.IsComment(comment) && branch.Span.Contains(comment.Span))
            .Select(static comment => comment.ToString());
        var texts = statements.SelectMany(Bodies.Own)
            .Select(static part => part.ConstantText() ?? "");
        return comments.Concat(texts).Select(admissions.In).FirstOrDefault(static confession => confession is not null);
    }

    /// <summary>Whether the statements behind lead to an end that is no refusal.</summary>
    private static bool SucceedsAfter(IOperation statement)
    {
        for (var current = statement; current.Parent is { } parent; current = parent)
        {
            if (parent is IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
            if (parent is not IBlockOperation block) continue;
            foreach (var next in block.Operations.Skip(block.Operations.IndexOf(current) + 1))
                if (next is IReturnOperation answer) return answer.ReturnedValue is not { } value || !IsRefusal(value);
                else if (!Bodies.CanComplete(next)) return false;
        }

        return true;
    }

    private static bool IsRefusal(IOperation value) => value.Settled() is var inner
        && (inner.ConstantValue is { HasValue: true, Value: null or false }
            || inner is IThrowOperation
                or IInvocationOperation { TargetMethod.Name: "NotFound" or "BadRequest" or "Fail" or "Failure"
                    or "Problem" or "FromException" });
}
