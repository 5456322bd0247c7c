using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A comment that says the next line again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarratingComment() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0608",
        title: "A comment repeats the next line",
        messageFormat: "\"{0}\" only repeats '{1}'; remove it, or explain why the code does so",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A comment that repeats the next line tells nothing, and becomes wrong as soon as only one of "
            + "the two is changed.",
        alsoKnownAs: "redundant comment, obvious comment",
        isEnabledByDefault: false);

    /// <summary>Longer ones say more than the line.</summary>
    private const int MostWords = 8;

    private static readonly ImmutableHashSet<string> Fillers = WordSet.Of(
        "the a an of to in on for from with and this that our it is are now then by into as at we value variable",
        "method function");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreKnown(start.Compilation)) return;

        start.RegisterSyntaxNodeAction(
            Judge,
            SyntaxKind.ExpressionStatement, SyntaxKind.LocalDeclarationStatement, SyntaxKind.ReturnStatement,
            SyntaxKind.IfStatement, SyntaxKind.ForEachStatement, SyntaxKind.ThrowStatement);
    }

    private static void Judge(SyntaxNodeAnalysisContext context)
    {
        if (OnlyCommentAbove(context.Node) is not { } comment) return;

        var text = comment.ToString();
        var said = Prose.WordsOf(text).Select(Words.Stem).Where(static word => !Fillers.Contains(word)).ToList();
        if (said.Count is 0 or > MostWords || text.Contains("?")) return;

        var head = HeadOf(context.Node);
        var named = NamesIn(head);
        var spoken = VerbsOf(context.Node);
        if (said.Exists(named.Contains) && said.TrueForAll(word => named.Contains(word) || spoken.Contains(word)))
            context.Report(
                Diagnostic.Create(Descriptor, comment.GetLocation(), Quote.Of(Prose.Bare(text)), Quote.Of(head)));
    }

    /// <summary>A single line of comment directly above a statement; several of them explain something.</summary>
    private static SyntaxTrivia? OnlyCommentAbove(SyntaxNode statement)
    {
        if (!statement.HasLeadingTrivia) return null;

        var above = statement.GetLeadingTrivia()
            .Where(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            .ToList();
        var last = above.Count - 2;
        if (last < 0 || !IsLineComment(above[last]) || !above[last + 1].IsKind(SyntaxKind.EndOfLineTrivia)) return null;
        return last >= 2 && IsLineComment(above[last - 2]) ? null : above[last];
    }

    private static bool IsLineComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia);

    /// <summary>What a statement says before its block.</summary>
    private static SyntaxNode HeadOf(SyntaxNode statement) => statement switch
    {
        IfStatementSyntax choice => choice.Condition,
        ForEachStatementSyntax loop => loop.Expression,
        _ => statement,
    };

    private static HashSet<string> NamesIn(SyntaxNode head)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in head.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.UnionWith(Words.StemsOf(token.ValueText));
            else if (token.Value is int number)
                names.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return names;
    }

    /// <summary>The words by which people read a statement aloud.</summary>
    private static HashSet<string> VerbsOf(SyntaxNode statement)
    {
        var verbs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in HeadOf(statement).DescendantNodesAndSelf().Concat(new[] { statement }))
            verbs.UnionWith(node switch
            {
                ReturnStatementSyntax => new[] { "return", "give", "back" },
                IfStatementSyntax => new[] { "check", "if", "whether", "when", "verify", "ensure", "test" },
                ForEachStatementSyntax =>
                    new[] { "loop", "iterate", "through", "over", "each", "every", "go", "all", "process" },
                ThrowStatementSyntax => new[] { "throw", "raise", "exception" },
                LocalDeclarationStatementSyntax or AssignmentExpressionSyntax =>
                    new[] { "set", "assign", "store", "declare", "define", "get", "update", "initialize", "keep" },
                BaseObjectCreationExpressionSyntax =>
                    new[]
                    { "create", "new", "instantiate", "make", "build", "construct", "initialize", "instance",
                        "object"
                    },
                PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax =>
                    new[] { "increment", "increase", "decrement", "decrease", "add", "subtract", "one", "1" },
                InvocationExpressionSyntax => new[] { "call", "invoke", "use", "perform", "run", "execute" },
                AwaitExpressionSyntax => new[] { "wait", "await", "asynchronously" },
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) =>
                    new[] { "null", "missing", "empty" },
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.TrueLiteralExpression) =>
                    new[] { "true" },
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression) =>
                    new[] { "false" },
                BinaryExpressionSyntax =>
                    new[]
                    { "equal", "not", "greater", "less", "than", "compare", "or", "plus", "minus", "multiply",
                        "divide"
                    },
                _ => Array.Empty<string>(),
            });
        return verbs;
    }
}
