using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Makes one call of two: <c>GetOrAdd</c>, <c>AddOrUpdate</c> or <c>TryAdd</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckThenActFix))]
public sealed class CheckThenActFix() : Fix("AIA1002")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Node.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax counting } sum
            && UpdateFor(sum) is { } update)
            finding.Offer("Use 'AddOrUpdate'", "AddOrUpdate", editor =>
                editor.ReplaceNode(counting, counting.WithExpression(update.WithTriviaFrom(sum))));
        else if (finding.Enclosing<IfStatementSyntax>() is { Else: null } choice
            && choice.Parent is BlockSyntax or SwitchSectionSyntax
            && Insertion.In(choice) is { } insertion
            && !HasComments(choice.Statement))
            finding.Offer("Use 'GetOrAdd'", "GetOrAdd", editor =>
                editor.ReplaceNode(choice, insertion.AsOneCall().WithTriviaFrom(choice)));
        else if (Taking.At(finding.Node) is { } taking
            && !Awaits(taking.Statement)
            && !CommentTrivia.In(taking.Statement))
            finding.Offer("Use 'TryAdd'", "TryAdd", editor =>
            {
                editor.ReplaceNode(taking.Condition, taking.AsOneCall().WithTriviaFrom(taking.Condition));
                editor.RemoveNode(taking.Statement, SyntaxRemoveOptions.KeepNoTrivia);
            });
        return Task.CompletedTask;
    }

    private static bool HasComments(StatementSyntax branch) =>
        branch.DescendantTrivia().Any(static trivia =>
            trivia.RawKind is (int)SyntaxKind.SingleLineCommentTrivia or (int)SyntaxKind.MultiLineCommentTrivia);

    /// <summary><c>map[key] = map.TryGetValue(key, out var old) ? old + 1 : 1</c>.</summary>
    private static ExpressionSyntax? UpdateFor(AssignmentExpressionSyntax sum) =>
        sum is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
            Left: ElementAccessExpressionSyntax { Expression: var map, ArgumentList.Arguments: { Count: 1 } key } }
        && Without(sum.Right) is ConditionalExpressionSyntax { Condition: InvocationExpressionSyntax look } choice
        && Looked.In(look) is { Name: { } old } looked
        && SyntaxFactory.AreEquivalent(looked.Map, map)
        && !Awaits(sum)
            ? Call(map, "AddOrUpdate", key[0].Expression, choice.WhenFalse, Lambda($"(_, {old})", choice.WhenTrue))
            : null;

    private static ExpressionSyntax Without(ExpressionSyntax value)
    {
        while (value is ParenthesizedExpressionSyntax { Expression: var inner }) value = inner;
        return value;
    }

    private static bool Awaits(SyntaxNode node) =>
        node.DescendantNodes().Any(static inner => inner is AwaitExpressionSyntax);

    private static ExpressionSyntax Lambda(string parameters, ExpressionSyntax result) =>
        SyntaxFactory.ParseExpression($"{parameters} => {result.WithoutTrivia().ToFullString()}");

    private static InvocationExpressionSyntax Call(
        ExpressionSyntax map, string method, params ExpressionSyntax[] arguments) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                map.WithoutTrivia(),
                SyntaxFactory.IdentifierName(method)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList<ArgumentSyntax>(
                arguments.SelectMany(static (argument, place) => Listed(argument, place)))));

    private static IEnumerable<SyntaxNodeOrToken> Listed(ExpressionSyntax argument, int place)
    {
        if (place > 0) yield return SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        yield return SyntaxFactory.Argument(argument.WithoutTrivia());
    }

    /// <summary>What was asked: <c>map.TryGetValue(key, out var name)</c> or <c>map.ContainsKey(key)</c>.</summary>
    private sealed record Looked(ExpressionSyntax Map, ExpressionSyntax Key, string? Name, TypeSyntax? Declared)
    {
        public static Looked? In(InvocationExpressionSyntax? call) =>
            call?.Expression is MemberAccessExpressionSyntax { Expression: var map }
            && call.ArgumentList.Arguments is { Count: > 0 } arguments
                ? arguments.Count == 1 ? new(map, arguments[0].Expression, null, null)
                    : arguments[1].Expression switch
                    {
                        DeclarationExpressionSyntax
                            { Type: var type, Designation: SingleVariableDesignationSyntax { Identifier: var name } } =>
                            new(map, arguments[0].Expression, name.ValueText, type),
                        IdentifierNameSyntax { Identifier: var name } =>
                            new(map, arguments[0].Expression, name.ValueText, null),
                        _ => null,
                    }
                : null;
    }

    /// <summary>A branch that makes one object and puts it into the dictionary, and does nothing else.</summary>
    private sealed record Insertion(Looked Look, ExpressionSyntax Made)
    {
        public static Insertion? In(IfStatementSyntax choice) =>
            choice.Condition is PrefixUnaryExpressionSyntax { Operand: InvocationExpressionSyntax call }
            && Looked.In(call) is { } look
            && MadeIn(StepsOf(choice.Statement), look) is { } made
            && !Awaits(made)
                ? new(look, made)
                : null;

        public StatementSyntax AsOneCall()
        {
            var call = Call(Look.Map, "GetOrAdd", Look.Key, Lambda("_", Made));
            return Look switch
            {
                { Name: null } => SyntaxFactory.ExpressionStatement(call),
                { Declared: { } type } => SyntaxFactory.ParseStatement($"{Plain(type)} {Look.Name} = {call};"),
                _ => SyntaxFactory.ParseStatement($"{Look.Name} = {call};"),
            };
        }

        /// <summary>What is got or added is never null.</summary>
        private static TypeSyntax Plain(TypeSyntax type) =>
            (type is NullableTypeSyntax { ElementType: var inner } ? inner : type).WithoutTrivia();

        private static IReadOnlyList<ExpressionSyntax> StepsOf(StatementSyntax branch)
        {
            var statements = branch is BlockSyntax block
                ? block.Statements
                : SyntaxFactory.SingletonList(branch);
            return statements.All(static statement => statement is ExpressionStatementSyntax)
                ? [.. statements.Select(static statement => ((ExpressionStatementSyntax)statement).Expression)]
                : [];
        }

        /// <summary>The new object: set as an element, or first given to the local that the look has filled.</summary>
        private static ExpressionSyntax? MadeIn(IReadOnlyList<ExpressionSyntax> steps, Looked look) =>
            steps.Count switch
        {
            1 when look.Name is null => PutBy(steps[0]),
            2 when PutBy(steps[1]) is IdentifierNameSyntax { Identifier.ValueText: var put }
                && put == look.Name
                && steps[0] is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                    Left: IdentifierNameSyntax { Identifier.ValueText: var given }, Right: var made }
                && given == put => made,
            _ => null,
        };

        internal static ExpressionSyntax? PutBy(ExpressionSyntax step) => step switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax, Right: var value } => value,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryAdd" },
                ArgumentList.Arguments: { Count: 2 } arguments,
            } => arguments[1].Expression,
            _ => null,
        };
    }

    /// <summary>A key that is taken right behind the question whether somebody has it.</summary>
    /// <param name="Statement">The statement that takes the key.</param>
    /// <param name="Condition">The question: <c>ContainsKey</c>, or its denial.</param>
    /// <param name="Look">What was asked.</param>
    /// <param name="Value">What is put there.</param>
    private sealed record Taking(
        ExpressionStatementSyntax Statement, ExpressionSyntax Condition, Looked Look, ExpressionSyntax Value)
    {
        public static Taking? At(SyntaxNode place) =>
            place.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Parent: BlockSyntax block } statement
            && Insertion.PutBy(statement.Expression) is { } value
            && QuestionBefore(statement, block) is { } condition
            && Looked.In(CallIn(condition)) is { Name: null } look
                ? new(statement, condition, look, value)
                : null;

        public ExpressionSyntax AsOneCall()
        {
            var call = Call(Look.Map, "TryAdd", Look.Key, Value);
            return Condition is PrefixUnaryExpressionSyntax
                ? call
                : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, call);
        }

        /// <summary>Of the branch that the statement begins, or of the one that stands right before it.</summary>
        private static ExpressionSyntax? QuestionBefore(ExpressionStatementSyntax statement, BlockSyntax block)
        {
            var place = block.Statements.IndexOf(statement);
            return place == 0
                ? block.Parent is IfStatementSyntax { Condition: PrefixUnaryExpressionSyntax denied } ? denied : null
                : block.Statements[place - 1] is IfStatementSyntax { Else: null, Condition: InvocationExpressionSyntax
                    asked } ? asked : null;
        }

        private static InvocationExpressionSyntax? CallIn(ExpressionSyntax condition) =>
            (condition is PrefixUnaryExpressionSyntax { Operand: var operand } ? operand : condition)
            as InvocationExpressionSyntax;
    }
}
