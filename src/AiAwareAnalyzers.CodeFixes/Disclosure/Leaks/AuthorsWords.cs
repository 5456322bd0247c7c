using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>A text without what an exception says in it: the words of its author stay.</summary>
/// <remarks>
/// <c>$"Order {id} was not saved: {ex.Message}"</c> becomes <c>$"Order {id} was not saved."</c>. Where nothing but the
/// exception spoke, or the sentence cannot end there, a general answer stands in its place.
/// </remarks>
internal static class AuthorsWords
{
    private const string Answer = "An unexpected error occurred";
    private const string Continuations = ".,;!?";
    private const string Label = "(?:error|exception|message|reason|details?|cause)";

    private static readonly char[] Separators = " \t\r\n:=-–—|,;".ToCharArray();

    private static readonly ImmutableHashSet<string> Brackets =
        ImmutableHashSet.Create("()", "[]", "''", "\"\"", "<>");

    /// <summary>A word that only announces the exception, as a sentence or in brackets.</summary>
    private static readonly Regex Announcement = new(
        $@"(?<=^|[.!?;,(\[]|\s[-–—|])\s*{Label}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Explanation = new(
        $@"\s(?:because(?: of)?|due to|with|by|since|as)(?: (?:the|an?|following))*(?: {Label})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static ExpressionSyntax In(ExpressionSyntax whole, SemanticModel model)
    {
        var pieces = PiecesOf(whole, model).ToList();
        var head = Joined(pieces.TakeWhile(static piece => !piece.IsOfException));
        var tail = Joined(pieces.Skip(pieces.FindLastIndex(static piece => piece.IsOfException) + 1));
        return Written(Joined(Cut(head, tail) ?? [.. head, new Piece(Answer + (tail.Count > 0 ? "" : ".")), .. tail]));
    }

    /// <summary>Null where the sentence cannot end where the exception's text began.</summary>
    private static IEnumerable<Piece>? Cut(List<Piece> head, List<Piece> tail)
    {
        if (head.Count == 0 || tail is [{ Text: null }, ..]) return null;

        var (end, rest) = Parted(head[^1].Text ?? "", tail.Count > 0 ? tail[0].Text! : "");
        var kept = Joined(
            [.. head.Where((piece, index) => index < head.Count - 1 || piece.Text is null), new Piece(end)]);
        if (!kept.Exists(static piece => piece.Text?.Any(char.IsLetter) == true)) return null;
        if (end is [.., '(' or '[']) return null;

        var isEnded = end is [.., var final] && Continuations.Contains(final);
        if (rest.Length == 0) return tail.Count > 1 ? null : isEnded ? kept : kept.Append(new Piece("."));
        return Continuations.Contains(rest[0])
            ? [.. kept, new Piece(isEnded ? rest[1..] : rest), .. tail.Skip(1)]
            : null;
    }

    /// <summary>
    /// The two sides of the cut, without what led to the exception's text and without brackets around it.
    /// </summary>
    private static (string Before, string After) Parted(string end, string rest)
    {
        end = Announcement.Replace(end.TrimEnd(Separators), "");
        if (end.Length > 0 && rest.Length > 0 && Brackets.Contains($"{end[^1]}{rest[0]}"))
            (end, rest) = (end[..^1], rest[1..]);
        return (
            Explanation.Replace(end.TrimEnd(Separators), ""), rest.Trim().Length == 0 ? "" : rest);
    }

    private static IEnumerable<Piece> PiecesOf(ExpressionSyntax text, SemanticModel model) => text switch
    {
        ParenthesizedExpressionSyntax inner when IsText(inner, model) => PiecesOf(inner.Expression, model),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when IsText(sum, model) =>
            PiecesOf(sum.Left, model).Concat(PiecesOf(sum.Right, model)),
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.Select(content => content switch
        {
            InterpolationSyntax hole => new Piece(
                SyntaxFactory.Interpolation(hole.Expression, hole.AlignmentClause, hole.FormatClause),
                IsOfException(hole.Expression, model)),
            _ => new Piece(((InterpolatedStringTextSyntax)content).TextToken.ValueText
                .Replace("{{", "{")
                .Replace("}}", "}")),
        }),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal =>
            [new Piece(literal.Token.ValueText)],
        _ => [new Piece(SyntaxFactory.Interpolation(InHole(text.WithoutTrivia())), IsOfException(text, model))],
    };

    private static bool IsText(ExpressionSyntax expression, SemanticModel model) =>
        model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    private static bool IsOfException(ExpressionSyntax part, SemanticModel model) =>
        part.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .Any(expression => ExceptionAudience.IsException(model.GetTypeInfo(expression).Type));

    /// <summary>A colon in a hole begins a format, but not between brackets.</summary>
    private static ExpressionSyntax InHole(ExpressionSyntax value) =>
        value is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ElementAccessExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    /// <summary>Texts that stand side by side are one.</summary>
    private static List<Piece> Joined(IEnumerable<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
            if (piece.Text is not null && joined.Count > 0 && joined[^1].Text is { } before)
                joined[^1] = new Piece(before + piece.Text);
            else if (piece.Text is not "")
                joined.Add(piece);
        return joined;
    }

    private static ExpressionSyntax Written(List<Piece> pieces) => pieces is [{ Text: { } text }]
        ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text))
        : SyntaxFactory.InterpolatedStringExpression(
            SyntaxFactory.Token(SyntaxKind.InterpolatedStringStartToken),
            SyntaxFactory.List(pieces.Select(static piece => piece.Hole ?? TextOf(piece.Text!))));

    private static InterpolatedStringContentSyntax TextOf(string text)
    {
        var doubled = text.Replace("{", "{{").Replace("}", "}}");
        var spelled = SyntaxFactory.Literal(doubled).Text[1..^1];
        return SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(
            default, SyntaxKind.InterpolatedStringTextToken, spelled, doubled, default));
    }

    /// <summary>Written words, or a value in a hole.</summary>
    private readonly struct Piece
    {
        public Piece(string text) => (Text, Hole, IsOfException) = (text, null, false);

        public Piece(InterpolationSyntax hole, bool isOfException) =>
            (Text, Hole, IsOfException) = (null, hole, isOfException);

        public string? Text { get; }

        public InterpolatedStringContentSyntax? Hole { get; }

        public bool IsOfException { get; }
    }
}
