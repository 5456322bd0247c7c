using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Starts to read each pipe before the code waits, and takes the text where it was read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndrainedOutputFix))]
public sealed class UndrainedOutputFix() : Fix("AIA1012")
{
    private protected override Task OfferAsync(Finding finding)
    {
        if (finding.Diagnostic.Properties.TryGetValue(UndrainedOutput.Pipes, out var pipes)
            && finding.Node is InvocationExpressionSyntax wait
            && ProcessIn(wait) is { } process
            && StatementAround(wait) is { Parent: BlockSyntax block } statement)
        {
            var readings = pipes!.Split(',').Select(pipe => Reading.In(block, process, pipe)).ToList();
            if (readings.TrueForAll(static reading => reading is not null))
                finding.Offer("Start reading before", "StartReading", editor =>
                {
                    foreach (var reading in readings) reading!.Apply(editor, statement);
                });
        }

        return Task.CompletedTask;
    }

    /// <summary>The process in <c>process.WaitForExit()</c> or <c>process.StandardOutput.ReadToEnd()</c>.</summary>
    private static IdentifierNameSyntax? ProcessIn(InvocationExpressionSyntax wait)
    {
        var inner = wait.Expression;
        while (inner is MemberAccessExpressionSyntax { Expression: var receiver }) inner = receiver;
        return inner as IdentifierNameSyntax;
    }

    /// <summary>The statement in whose place in a block the wait stands; null inside of a lambda without one.</summary>
    private static StatementSyntax? StatementAround(SyntaxNode wait) =>
        wait.Ancestors()
            .TakeWhile(static around => around is not AnonymousFunctionExpressionSyntax)
            .OfType<StatementSyntax>()
            .FirstOrDefault(static statement => statement.Parent is BlockSyntax);

    /// <summary>The one call that reads a pipe to its end.</summary>
    private sealed record Reading(InvocationExpressionSyntax Call, string Name)
    {
        public static Reading? In(BlockSyntax block, IdentifierNameSyntax process, string pipe)
        {
            var member = block.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)block;
            var calls = MentionsOf(process, pipe, member)
                .Select(static mention => (mention.Parent as MemberAccessExpressionSyntax)?.Parent)
                .ToList();
            var name = pipe == "StandardError" ? "errorReading" : "outputReading";
            return calls.Count == 1
                && calls[0] is InvocationExpressionSyntax call
                && call.Ancestors().Contains(block)
                && IsWhole(call)
                && !call.Ancestors().TakeWhile(around => around != block).Any(IsLaterOrOften)
                    ? new(call, FreeNames.Around(call, "reading", name))
                    : null;
        }

        private static IEnumerable<SyntaxNode> MentionsOf(
            IdentifierNameSyntax process, string pipe, SyntaxNode member) =>
            member.DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(access => access.Name.Identifier.ValueText == pipe
                    && access.Expression is IdentifierNameSyntax { Identifier.ValueText: var name }
                    && name == process.Identifier.ValueText);

        private static bool IsWhole(InvocationExpressionSyntax call) =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method }
            && method is "ReadToEnd" or "ReadToEndAsync"
            && call.ArgumentList.Arguments.All(static argument =>
                argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax);

        private static bool IsLaterOrOften(SyntaxNode around) =>
            around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ForStatementSyntax
                or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or LockStatementSyntax;

        private MemberAccessExpressionSyntax Access => (MemberAccessExpressionSyntax)Call.Expression;

        private bool IsAwaited => Access.Name.Identifier.ValueText != "ReadToEnd";

        public void Apply(DocumentEditor editor, StatementSyntax wait)
        {
            var pipe = Access.Expression.WithoutTrivia();
            editor.InsertBefore(wait, SyntaxFactory.ParseStatement(
                $"var {Name} = {pipe}.ReadToEndAsync{Call.ArgumentList.WithoutTrivia()};")
                .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
                .WithAdditionalAnnotations(Formatter.Annotation));
            editor.ReplaceNode(Call, Text().WithTriviaFrom(Call));
        }

        /// <summary>What was read; a task is awaited where the code could do so before.</summary>
        private ExpressionSyntax Text() =>
            IsAwaited ? SyntaxFactory.IdentifierName(Name)
            : !IsInAsync() ? SyntaxFactory.ParseExpression($"{Name}.GetAwaiter().GetResult()")
            : SyntaxFactory.ParseExpression(
                Call.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax
                    ? $"(await {Name})"
                    : $"await {Name}");

        private bool IsInAsync() =>
            Call.Ancestors().Select(static around => around switch
            {
                MethodDeclarationSyntax method => (bool?)method.Modifiers.Any(SyntaxKind.AsyncKeyword),
                LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
                AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
                _ => null,
            }).FirstOrDefault(static isAsync => isAsync is not null) == true;
    }
}
